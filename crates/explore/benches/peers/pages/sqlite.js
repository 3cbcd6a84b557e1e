// SQLite-WASM over a database file made beforehand; another with the words is fetched when the lists work.

import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { KINDS, page } from './lists.js';

const bytes = async file => new Uint8Array(await (await fetch(file)).arrayBuffer());
const [sqlite, file] = await Promise.all([
    sqlite3InitModule({ locateFile: () => 'sqlite3.wasm', print: () => {}, printErr: () => {} }),
    bytes('facets.sqlite'),
]);
const database = new sqlite.oo1.DB(':memory:');
const hold = (schema, file) => {
    const { capi, wasm } = sqlite;
    const place = wasm.allocFromTypedArray(file);
    database.checkRc(capi.sqlite3_deserialize(database.pointer, schema, place, file.length, file.length, capi.SQLITE_DESERIALIZE_FREEONCLOSE));
};
hold('main', file);
let hasWords = false;

page(
    (chosen, words) => {
        const conditions = chosen.map(() => 'document IN (SELECT document FROM posting JOIN name USING (value) WHERE name = ?)');
        const bind = chosen.map(({ name }) => name);
        if (words && hasWords) {
            conditions.push('document IN (SELECT rowid - 1 FROM words.word WHERE word MATCH ?)');
            bind.push(words.split(/\s+/).map(word => `"${word.replaceAll('"', '')}"`).join(' '));
        }
        const rows = database.selectArrays(
            `WITH s AS MATERIALIZED (SELECT document FROM document WHERE ${conditions.join(' AND ') || 'true'}),
                  n AS (SELECT value, count(*) AS n FROM s CROSS JOIN forward USING (document) GROUP BY value),
                  r AS (SELECT kind, name, n, row_number() OVER (PARTITION BY kind ORDER BY n DESC, value) AS rank FROM n JOIN name USING (value))
             SELECT kind, name, n FROM r WHERE rank <= 20
             UNION ALL SELECT 10, NULL, count(*) FROM s
             UNION ALL SELECT * FROM (SELECT 11, title, 0 FROM s JOIN document USING (document) ORDER BY document DESC LIMIT 20)`,
            bind.length > 0 ? bind : undefined,
        );
        return {
            documents: rows.find(([kind]) => kind === 10)[2],
            facets: KINDS.map((_, own) => rows.filter(([kind]) => kind === own).map(([, name, count]) => [name, count])),
            titles: rows.filter(([kind]) => kind === 11).map(([, title]) => title),
        };
    },
    async () => {
        database.exec(`ATTACH ':memory:' AS words`);
        hold('words', await bytes('words.sqlite'));
        hasWords = true;
    },
);
