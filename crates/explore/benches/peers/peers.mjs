// Who takes part in what, up to how many documents; and what is told of each task.

const ALL = 1_000_000;
const MANY = 100_000;
const SOME = 10_000;

const milliseconds = { key: 'built', title: 'ready after, ms', text: number => number.toFixed(0) };
const megabytes = number => (number / 1e6).toFixed(1);
const memory = title => ({ key: 'bytes', title, text: megabytes });
const heap = { key: 'heap', title: 'heap of JavaScript, MB', text: megabytes };

const kilobytes = (key, title) => ({ key, title, text: number => (number / 1e3).toFixed(1), ratio: true });
const seconds = (key, title) => ({ key, title, text: number => (number / 1e3).toFixed(2), ratio: true });
const many = (key, title) => ({ key, title, text: number => number.toFixed(0) });

export const TASKS = {
    facets: { title: 'Filter states and brush', columns: [milliseconds, heap, memory('memory of the program, MB')] },
    text: { title: 'Searches', columns: [milliseconds, heap, memory('index or memory, MB')] },
    pairs: { title: 'The 200 strongest pairs', columns: [milliseconds, heap, memory('memory taken for counting, MB')] },
    layout: { title: 'Three hundred steps of a layout', columns: [] },
    page: {
        title: 'A page with four lists to filter by',
        columns: [
            kilobytes('countsBytes', 'kB until counts can be read'), kilobytes('facetsBytes', 'kB until lists work'), many('requests', 'requests'),
            seconds('countsAt', 'counts can be read after, s'), seconds('facetsAt', 'lists work after, s'),
            ...['script', 'style', 'layout', 'all'].map(key => ({ key, title: `${key}, ms of processor a click`, text: number => number.toFixed(1) })),
        ],
    },
    bytes: {
        title: 'What comes until ten places can be read',
        columns: [kilobytes('first', 'first search, kB'), kilobytes('next', 'next search, kB'), many('requests', 'requests of the first')],
    },
};

export const PEERS = [
    // First, because it says what the others' answers are measured by.
    { name: 'reference', title: 'typed arrays in JavaScript', tasks: { facets: ALL, text: MANY, pairs: MANY } },
    { name: 'product', title: '**Onrecord**', tasks: { facets: ALL, text: MANY, pairs: MANY, layout: MANY, page: SOME, bytes: SOME } },
    { name: 'product-fast', title: 'Onrecord, compiled for speed', tasks: { facets: ALL, text: MANY, pairs: MANY, layout: MANY } },
    { name: 'crossfilter2', title: 'crossfilter2', package: 'crossfilter2', tasks: { facets: ALL, page: SOME } },
    { name: 'duckdb', title: 'DuckDB-WASM', package: '@duckdb/duckdb-wasm', tasks: { facets: ALL, pairs: MANY, page: SOME } },
    { name: 'sqlite', title: 'SQLite', package: '@sqlite.org/sqlite-wasm', tasks: { facets: MANY, text: MANY, page: SOME } },
    { name: 'orama', title: 'Orama', package: '@orama/orama', tasks: { facets: MANY, text: SOME, page: SOME } },
    { name: 'flexsearch', title: 'FlexSearch', package: 'flexsearch', tasks: { facets: MANY, text: SOME, page: SOME } },
    { name: 'minisearch', title: 'MiniSearch', package: 'minisearch', tasks: { text: SOME, page: SOME } },
    { name: 'pagefind', title: 'Pagefind', package: '@pagefind/linux-x64', tasks: { page: SOME, bytes: SOME } },
    { name: 'map', title: 'plain Map', tasks: { pairs: MANY } },
    { name: 'graphology', title: 'graphology', package: 'graphology', tasks: { pairs: MANY, layout: MANY } },
    { name: 'd3-force', title: 'd3-force', package: 'd3-force', tasks: { layout: MANY } },
];
