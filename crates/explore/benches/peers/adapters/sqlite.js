// SQLite compiled to WebAssembly, in memory, with FTS5 for words; statements made ready beforehand.

import { top } from './top.js';

async function opened() {
    const { default: init } = await import('/npm/@sqlite.org/sqlite-wasm/dist/index.mjs');
    const sqlite = await init({ print: () => {}, printErr: () => {} });
    return { sqlite, database: new sqlite.oo1.DB(':memory:') };
}

export async function facets(data) {
    const { database } = await opened();
    database.exec(`CREATE TABLE document (doc INTEGER PRIMARY KEY, day INTEGER, month INTEGER);
        CREATE TABLE forward (doc INTEGER, value INTEGER, PRIMARY KEY (doc, value)) WITHOUT ROWID;
        CREATE TABLE posting (value INTEGER, doc INTEGER, PRIMARY KEY (value, doc)) WITHOUT ROWID; BEGIN`);
    const document = database.prepare('INSERT INTO document VALUES (?, ?, ?)');
    const forward = database.prepare('INSERT INTO forward VALUES (?, ?)');
    for (let at = 0; at < data.documents; at += 1) {
        document.bind([at, data.days[at], data.month(data.days[at])]).stepReset();
        for (let place = data.offsets[at]; place < data.offsets[at + 1]; place += 1) forward.bind([at, data.lists[place]]).stepReset();
    }
    database.exec('INSERT INTO posting SELECT value, doc FROM forward ORDER BY value, doc; CREATE INDEX by_day ON document (day, month); COMMIT; ANALYZE');
    const prepared = new Map();
    const ready = sql => {
        if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
        return prepared.get(sql);
    };
    const condition = ({ values, window }) => {
        const parts = values.map(() => 'doc IN (SELECT doc FROM posting WHERE value = ?)');
        if (window) parts.push('day BETWEEN ? AND ?');
        return [parts.join(' AND ') || 'true', [...values, ...(window ?? [])]];
    };
    const state = state => {
        const [inside, own] = condition(state);
        const [whenever, ownWhenever] = condition({ values: state.values, window: null });
        const months = state.window ? `(SELECT month FROM document WHERE ${whenever})` : 's';
        const statement = ready(
            `WITH s AS MATERIALIZED (SELECT doc, month FROM document WHERE ${inside})
             SELECT value, count(*) FROM s CROSS JOIN forward USING (doc) GROUP BY value
             UNION ALL SELECT 10000 + month, count(*) FROM ${months} GROUP BY month
             UNION ALL SELECT 20000, count(*) FROM s`);
        const given = [...own, ...(state.window ? ownWhenever : [])];
        if (given.length > 0) statement.bind(given);
        const counts = new Uint32Array(data.values);
        const byMonth = new Uint32Array(data.months);
        let documents = 0;
        while (statement.step()) {
            const [key, number] = [statement.getInt(0), statement.getInt(1)];
            if (key < 10_000) counts[key] = number;
            else if (key < 20_000) byMonth[key - 10_000] = number;
            else documents = number;
        }
        statement.reset();
        return { documents, counts, months: byMonth, top: top(counts, data.kinds) };
    };
    return { state, read: answer => answer };
}

export async function text(data) {
    const { sqlite, database } = await opened();
    // Without places and without the texts themselves, with an index of beginnings as long as those that are asked for.
    database.exec(`CREATE VIRTUAL TABLE word USING fts5 (text, content = '', detail = 'none', prefix = '4'); BEGIN`);
    const insert = database.prepare('INSERT INTO word (rowid, text) VALUES (?, ?)');
    data.texts.forEach((text, at) => insert.bind([at + 1, text]).stepReset());
    database.exec(`COMMIT; INSERT INTO word (word) VALUES ('optimize')`);
    const statement = database.prepare('SELECT rowid, count(*) OVER () FROM word WHERE word MATCH ? ORDER BY rank LIMIT 10');
    const search = ({ words, prefix }) => {
        statement.bind([words.map(word => `"${word}"`).join(' AND ') + (prefix ? '*' : '')]);
        const first = [];
        let hits = 0;
        while (statement.step()) {
            first.push(statement.getInt(0) - 1);
            hits = statement.getInt(1);
        }
        statement.reset();
        return { hits, first };
    };
    const bytes = () => sqlite.capi.sqlite3_js_db_export(database.pointer).length;
    return { search, bytes };
}
