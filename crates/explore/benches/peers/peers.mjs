// Who takes part in what, up to how many documents; and what is told of each task.

const ALL = 1_000_000;

const milliseconds = { key: 'built', title: 'ready after, ms', text: number => number.toFixed(0) };
const memory = { key: 'bytes', title: 'memory of the program, MB', text: number => (number / 2 ** 20).toFixed(0) };
const heap = { key: 'heap', title: 'heap of JavaScript, MB', text: number => (number / 2 ** 20).toFixed(0) };

export const TASKS = {
    facets: { title: 'Filter states and brush', columns: [milliseconds, heap, memory] },
};

export const PEERS = [
    // First, because it says what the others' answers are measured by.
    { name: 'reference', title: 'typed arrays in JavaScript', tasks: { facets: ALL } },
    { name: 'product', title: '**Onrecord**', tasks: { facets: ALL } },
    { name: 'product-fast', title: 'Onrecord, compiled for speed', tasks: { facets: ALL } },
    { name: 'crossfilter2', title: 'crossfilter2', package: 'crossfilter2', tasks: { facets: ALL } },
];
