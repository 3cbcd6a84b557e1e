// DuckDB-WASM, the build with exceptions, one thread, in its worker; statements made ready beforehand.

import { top } from './top.js';

const DIST = '/npm/@duckdb/duckdb-wasm/dist';

async function opened(data) {
    const duckdb = await import(`${DIST}/duckdb-browser.mjs`);
    const worker = new Worker(`${DIST}/duckdb-browser-eh.worker.js`);
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await database.instantiate(new URL(`${DIST}/duckdb-eh.wasm`, location).href);
    const documents = ['doc,day,month'];
    const parts = ['doc,value\n'];
    for (let document = 0; document < data.documents; document += 1) {
        documents.push(`${document},${data.days[document]},${data.month(data.days[document])}`);
        let lines = '';
        for (let at = data.offsets[document]; at < data.offsets[document + 1]; at += 1) lines += `${document},${data.lists[at]}\n`;
        parts.push(lines);
    }
    const encoder = new TextEncoder();
    await database.registerFileBuffer('documents.csv', encoder.encode(documents.join('\n')));
    await database.registerFileBuffer('mentions.csv', new Uint8Array(await new Blob(parts).arrayBuffer()));
    const connection = await database.connect();
    const typed = columns => `header = true, auto_detect = false, delim = ',', columns = {${columns}}`;
    await connection.query(
        `CREATE TABLE document AS SELECT * FROM read_csv('documents.csv', ${typed("'doc': 'INTEGER', 'day': 'INTEGER', 'month': 'SMALLINT'")})`);
    await connection.query(
        `CREATE TABLE mention AS SELECT * FROM read_csv('mentions.csv', ${typed("'doc': 'INTEGER', 'value': 'SMALLINT'")})`);
    await connection.query('CREATE TABLE frequency AS SELECT value, count(*)::INTEGER AS n FROM mention GROUP BY value');
    const prepared = new Map();
    const ready = async sql => {
        if (!prepared.has(sql)) prepared.set(sql, await connection.prepare(sql));
        return prepared.get(sql);
    };
    return { connection, ready };
}

/** The documents of a state as a condition, with its arguments. */
export function condition({ values, window }) {
    const parts = values.map(() => 'doc IN (SELECT doc FROM mention WHERE value = ?)');
    if (window) parts.push('day BETWEEN ? AND ?');
    return [parts.length > 0 ? parts.join(' AND ') : 'true', [...values, ...(window ?? [])]];
}

export async function facets(data) {
    const { ready } = await opened(data);
    const state = async state => {
        const [inside, own] = condition(state);
        const [whenever, ownWhenever] = condition({ values: state.values, window: null });
        // What is counted is told apart by its number: names, then months, then the result.
        const months = state.window ? `(SELECT month FROM document WHERE ${whenever})` : '(SELECT month FROM s)';
        const statement = await ready(
            `WITH s AS MATERIALIZED (SELECT doc, month FROM document WHERE ${inside})
             SELECT value::INTEGER AS k, count(*)::INTEGER AS n FROM mention WHERE doc IN (SELECT doc FROM s) GROUP BY value
             UNION ALL SELECT 10000 + month, count(*)::INTEGER FROM ${months} GROUP BY month
             UNION ALL SELECT 20000, count(*)::INTEGER FROM s`);
        const table = await statement.query(...own, ...(state.window ? ownWhenever : []));
        const [keys, numbers] = [table.getChildAt(0).toArray(), table.getChildAt(1).toArray()];
        const counts = new Uint32Array(data.values);
        const byMonth = new Uint32Array(data.months);
        let documents = 0;
        for (let at = 0; at < keys.length; at += 1) {
            if (keys[at] < 10_000) counts[keys[at]] = numbers[at];
            else if (keys[at] < 20_000) byMonth[keys[at] - 10_000] = numbers[at];
            else documents = numbers[at];
        }
        return { documents, counts, months: byMonth, top: top(counts, data.kinds) };
    };
    return { state, read: answer => answer };
}

export async function pairs(data) {
    const { ready } = await opened(data);
    const answer = async state => {
        const [inside, own] = condition(state);
        const all = state.values.length === 0 && !state.window;
        const mentions = all ? 'mention' : `(SELECT * FROM mention WHERE doc IN (SELECT doc FROM document WHERE ${inside}))`;
        const statement = await ready(
            `WITH m AS MATERIALIZED (SELECT * FROM ${mentions} AS own),
                  f AS MATERIALIZED (SELECT value, count(*) AS n FROM m GROUP BY value),
                  t AS (SELECT count(*)::DOUBLE AS n FROM document WHERE ${inside}),
                  p AS (SELECT a.value AS one, b.value AS other, count(*) AS n FROM m a JOIN m b ON a.doc = b.doc AND a.value < b.value
                        GROUP BY ALL HAVING count(*) >= ${data.least})
             SELECT p.one::INTEGER, p.other::INTEGER, p.n::INTEGER, ln(p.n * t.n / (x.n * y.n)) / -ln(p.n / t.n) AS score
             FROM p JOIN f x ON x.value = one JOIN f y ON y.value = other, t WHERE p.n < t.n ORDER BY score DESC, one, other LIMIT 200`);
        const table = await statement.query(...(all ? [] : own), ...own);
        const column = at => table.getChildAt(at).toArray();
        return { first: column(0), second: column(1), counts: column(2), scores: column(3) };
    };
    return { answer };
}
