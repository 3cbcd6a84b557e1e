// Orama: values of a closed list, and the titles for words. With the whole texts its index would be a hundred megabytes.

import { create, insertMultiple, search } from '@orama/orama';
import { KINDS, loaded, page } from './lists.js';

const data = await loaded();
const lists = Object.fromEntries(KINDS.map(kind => [kind, 'enum[]']));
const database = create({ schema: { title: 'string', ...lists } });
const rows = data.lists.map((list, document) => {
    const row = { id: String(document), title: data.titles[document] };
    for (const kind of KINDS) row[kind] = [];
    for (const value of list) row[KINDS[data.kindOf(value)]].push(String(value));
    return row;
});
// The latest first.
await insertMultiple(database, rows.reverse(), 1000);
const facets = Object.fromEntries(KINDS.map(kind => [kind, {}]));

page(
    async (chosen, term) => {
        const where = {};
        for (const { kind, name } of chosen) (where[KINDS[kind]] ??= { containsAll: [] }).containsAll.push(String(data.value.get(name)));
        const found = await search(database, { term, where, facets, limit: 20 });
        return {
            documents: found.count,
            facets: KINDS.map(kind =>
                Object.entries(found.facets[kind].values).sort((one, other) => other[1] - one[1]).slice(0, 20)
                    .map(([value, count]) => [data.names[value], count])),
            titles: found.hits.map(({ document }) => document.title),
        };
    },
    async () => {},
);
