// DuckDB-WASM, the build with exceptions, in its worker. What the worker needs is fetched by the page, as all of it is. No search.

import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { loaded, page } from './lists.js';
import { top } from '../adapters/top.js';

// Read here, so that the worker has them from the browser's cache.
const fetched = async file => {
    const url = new URL(file, location.href).href;
    await (await fetch(url)).arrayBuffer();
    return url;
};
const [data, script, program] = await Promise.all([loaded(), fetched('duckdb.worker.js'), fetched('duckdb.wasm')]);
const database = new AsyncDuckDB(new VoidLogger(), new Worker(script));
await database.instantiate(program);
await database.registerFileText('mention.csv', data.lists.map((list, document) => list.map(value => `${document},${value}\n`).join('')).join(''));
const connection = await database.connect();
await connection.query(`CREATE TABLE mention AS SELECT * FROM read_csv('mention.csv', header = false, auto_detect = false,
    delim = ',', columns = {'document': 'INTEGER', 'value': 'SMALLINT'})`);

page(async chosen => {
    const conditions = chosen.map(({ name }) => `document IN (SELECT document FROM mention WHERE value = ${data.value.get(name)})`);
    const table = await connection.query(
        `WITH s AS MATERIALIZED (SELECT range::INTEGER AS document FROM range(${data.titles.length}) WHERE ${conditions.join(' AND ') || 'true'})
         SELECT value::INTEGER, count(*)::INTEGER FROM mention WHERE document IN (SELECT document FROM s) GROUP BY value
         UNION ALL SELECT 20000, count(*)::INTEGER FROM s
         UNION ALL SELECT * FROM (SELECT 30000, document FROM s ORDER BY document DESC LIMIT 20)`);
    const [keys, numbers] = [table.getChildAt(0).toArray(), table.getChildAt(1).toArray()];
    const counts = new Uint32Array(data.names.length);
    const latest = [];
    let documents = 0;
    keys.forEach((key, at) => {
        if (key < 20_000) counts[key] = numbers[at];
        else if (key === 20_000) documents = numbers[at];
        else latest.push(numbers[at]);
    });
    latest.sort((one, other) => other - one);
    return { documents, facets: data.shown(top(counts, data.kinds)), titles: latest.map(document => data.titles[document]) };
});
