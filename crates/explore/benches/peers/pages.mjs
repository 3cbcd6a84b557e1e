// Makes a page a peer, ready for a host: its code in one minified file, its data, and whatever index can be made beforehand.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WRITERS } from './indexes.mjs';

const SOURCE = fileURLToPath(new URL('pages/', import.meta.url));

/** What is fetched ahead, and what is copied, by page. */
const PAGES = {
    crossfilter2: { preload: ['data.json'] },
    minisearch: { preload: ['data.json'] },
    flexsearch: { preload: ['data.json'] },
    orama: { preload: ['data.json'] },
    duckdb: {
        preload: ['data.json', 'duckdb.worker.js', 'duckdb.wasm'],
        copied: {
            'duckdb.worker.js': '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js',
            'duckdb.wasm': '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
        },
    },
    sqlite: { preload: ['facets.sqlite', 'sqlite3.wasm'], copied: { 'sqlite3.wasm': '@sqlite.org/sqlite-wasm/dist/sqlite3.wasm' } },
    pagefind: { preload: [] },
    'pagefind-words': { preload: [] },
};

/** Writes the page of a peer over what `read` gave into a folder: code each time, indexes once. */
export async function written(peer, data, packages, folder) {
    const { preload, copied = {} } = PAGES[peer];
    mkdirSync(folder, { recursive: true });
    const esbuild = createRequire(join(packages, 'of-the-bench.js'))('esbuild');
    await esbuild.build({
        entryPoints: [join(SOURCE, `${peer}.js`)],
        outfile: join(folder, 'page.js'),
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'chrome120',
        nodePaths: [packages],
        logLevel: 'error',
        define: { DOCUMENTS: String(data.titles.length), 'process.env.NODE_ENV': '"production"' },
    });
    const style = await esbuild.transform(readFileSync(join(SOURCE, 'page.css'), 'utf8'), { loader: 'css', minify: true });
    writeFileSync(join(folder, 'page.css'), style.code);
    const line = '<link rel="preload" href="data.json" as="fetch" crossorigin>\n';
    const lines = preload.map(file => line.replace('data.json', file)).join('');
    writeFileSync(join(folder, 'index.html'), readFileSync(join(SOURCE, 'index.html'), 'utf8').replace(line, lines));
    for (const [file, from] of Object.entries(copied)) copyFileSync(join(packages, from), join(folder, file));
    if (preload.includes('data.json')) writeFileSync(join(folder, 'data.json'), JSON.stringify(forPages(data)));
    const done = join(folder, 'written.txt');
    if (existsSync(done)) return;
    await WRITERS[peer]?.({ ...data, packages, folder });
    writeFileSync(done, 'Its data and indexes are there.\n');
}

/** The generated corpus: names, what is searched for, and by document its title, whole text and values. */
export function read(corpus) {
    const offsets = numbers(join(corpus, 'offsets.u32'), Uint32Array);
    const values = numbers(join(corpus, 'values.u16'), Uint16Array);
    const texts = readFileSync(join(corpus, 'texts.txt'), 'utf8').split('\n').slice(0, -1);
    const { kinds, searches } = JSON.parse(readFileSync(join(corpus, 'workload.json'), 'utf8'));
    return {
        kinds,
        searches,
        names: JSON.parse(readFileSync(join(corpus, 'names.json'), 'utf8')),
        titles: texts.map(text => text.slice(0, text.indexOf('\t'))),
        texts: texts.map(text => text.split('\t')),
        lists: texts.map((_, at) => [...values.subarray(offsets[at], offsets[at + 1])]),
    };
}

/** Names by kind, titles in one text, and of each value the difference from the one before: half the bytes. */
function forPages({ kinds, names, titles, lists }) {
    return {
        names: kinds.map(({ start, length }) => names.slice(start, start + length)),
        titles: titles.join('\n'),
        lists: lists.map(list => list.map((value, at) => value - (list[at - 1] ?? 0))),
    };
}

function numbers(file, Type) {
    const bytes = readFileSync(file);
    return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
