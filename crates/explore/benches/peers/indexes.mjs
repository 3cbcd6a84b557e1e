// The indexes of the peers' pages that can be made beforehand, by each peer's own means.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** By page: what writes its indexes into `folder`. */
export const WRITERS = {
    minisearch: async ({ texts, packages, folder }) => {
        const { default: MiniSearch } = await of(packages, 'minisearch/dist/es/index.js');
        const index = new MiniSearch({ fields: ['text'] });
        index.addAll(texts.map((text, id) => ({ id, text: text.join('\n') })));
        writeFileSync(join(folder, 'words.json'), JSON.stringify(index));
    },

    flexsearch: async ({ texts, packages, folder }) => {
        const { default: all, Index = all.Index, Charset = all.Charset } = await of(packages, 'flexsearch/dist/flexsearch.bundle.module.min.mjs');
        const index = new Index({ tokenize: 'strict', encoder: Charset.Normalize });
        texts.forEach((text, at) => index.add(at, text.join('\n')));
        const pieces = [];
        await index.export((key, piece) => void pieces.push([key, piece]));
        writeFileSync(join(folder, 'words.json'), JSON.stringify(pieces));
    },

    sqlite: async ({ kinds, names, titles, texts, lists, packages, folder }) => {
        const { default: init } = await of(packages, '@sqlite.org/sqlite-wasm/dist/node.mjs');
        const sqlite = await init({ print: () => {}, printErr: () => {} });
        const file = (name, make) => {
            const database = new sqlite.oo1.DB(':memory:');
            database.exec('PRAGMA page_size = 4096; BEGIN');
            make(database);
            database.exec('COMMIT; VACUUM');
            writeFileSync(join(folder, name), sqlite.capi.sqlite3_js_db_export(database.pointer));
            database.close();
        };
        const rows = (database, sql, rows) => {
            const statement = database.prepare(sql);
            for (const row of rows) statement.bind(row).stepReset();
            statement.finalize();
        };
        file('facets.sqlite', database => {
            database.exec(`CREATE TABLE name (value INTEGER PRIMARY KEY, kind INTEGER, name TEXT);
                CREATE TABLE document (document INTEGER PRIMARY KEY, title TEXT);
                CREATE TABLE forward (document INTEGER, value INTEGER, PRIMARY KEY (document, value)) WITHOUT ROWID;
                CREATE TABLE posting (value INTEGER, document INTEGER, PRIMARY KEY (value, document)) WITHOUT ROWID`);
            const kindOf = value => kinds.findIndex(({ start, length }) => value < start + length);
            rows(database, 'INSERT INTO name VALUES (?, ?, ?)', names.map((name, value) => [value, kindOf(value), name]));
            rows(database, 'INSERT INTO document VALUES (?, ?)', titles.map((title, document) => [document, title]));
            rows(database, 'INSERT INTO forward VALUES (?, ?)', lists.flatMap((list, document) => list.map(value => [document, value])));
            database.exec('INSERT INTO posting SELECT value, document FROM forward ORDER BY 1, 2; CREATE INDEX by_name ON name (name)');
        });
        file('words.sqlite', database => {
            database.exec(`CREATE VIRTUAL TABLE word USING fts5 (text, content = '', detail = 'none')`);
            rows(database, 'INSERT INTO word (rowid, text) VALUES (?, ?)', texts.map((text, at) => [at + 1, text.join('\n')]));
            database.exec(`INSERT INTO word (word) VALUES ('optimize')`);
        });
    },

    pagefind: corpus => pagefind(corpus, true),
    'pagefind-words': corpus => pagefind(corpus, false),
};

const FILTERS = ['People', 'Parties', 'Places', 'Topics'];

/** Pagefind reads pages of HTML: one a document, thrown away afterwards. */
function pagefind({ kinds, names, titles, texts, lists, packages, folder }, withFilters) {
    const pages = join(folder, 'html');
    const kindOf = value => kinds.findIndex(({ start, length }) => value < start + length);
    mkdirSync(pages, { recursive: true });
    texts.forEach(([title, ...paragraphs], at) => {
        const filter = value => `<meta data-pagefind-filter="${FILTERS[kindOf(value)]}[content]" content="${names[value]}">`;
        const filters = withFilters ? lists[at].map(filter).join('') : '';
        const text = paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('');
        writeFileSync(join(pages, `${at}.html`), `<!doctype html><html lang="en"><title>${title}</title><body>${filters}<h1>${title}</h1>${text}`);
    });
    const program = ['x64', 'arm64'].map(kind => join(packages, `@pagefind/linux-${kind}/bin/pagefind_extended`)).find(existsSync);
    if (!program) throw new Error('Pagefind has no indexer for this machine among the packages');
    const { status, stderr } = spawnSync(program, ['--silent', '--site', pages, '--output-path', join(folder, 'pagefind')], { encoding: 'utf8' });
    rmSync(pages, { recursive: true });
    if (status !== 0) throw new Error(`Pagefind: ${stderr}`);
}

const of = (packages, file) => import(pathToFileURL(join(packages, file)).href);
