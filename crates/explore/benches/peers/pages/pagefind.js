// Pagefind with filters: its own index counts the values and finds the words. Titles lie in a file a document.

import { KINDS, page } from './lists.js';

// Not part of the bundle: its files know each other by name.
const pagefind = await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', import.meta.url).href);
// What a worker fetches is neither seen nor slowed down by the bench.
await pagefind.options({ noWorker: true });
await pagefind.init();
const all = await pagefind.filters();
const shown = filters =>
    KINDS.map(kind => Object.entries(filters[kind] ?? {}).filter(([, count]) => count > 0).sort((one, other) => other[1] - one[1]).slice(0, 20));
const titles = results => Promise.all(results.slice(0, 20).map(async result => (await result.data()).meta.title));

page(
    async (chosen, words) => {
        if (chosen.length === 0 && !words) {
            // Counts first; the list takes a search.
            const everything = async () => titles((await pagefind.search(null)).results);
            return { documents: DOCUMENTS, facets: shown(all), titles: everything() };
        }
        const filters = {};
        for (const { kind, name } of chosen) (filters[KINDS[kind]] ??= []).push(name);
        const found = await pagefind.search(words || null, { filters });
        return { documents: found.results.length, facets: shown(found.filters), titles: titles(found.results) };
    },
    async () => {},
);
