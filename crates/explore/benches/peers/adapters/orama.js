// Orama: facets and filters over lists of words of a closed list; full text, every word wanted.

import { top } from './top.js';

const library = () => import('/npm/@orama/orama/dist/browser/index.js');

export async function facets(data) {
    const { create, insertMultiple, search } = await library();
    const schema = { day: 'number', month: 'enum', ...Object.fromEntries(data.kinds.map(kind => [kind.name, 'enum[]'])) };
    const database = create({ schema });
    const rows = [];
    for (let document = 0; document < data.documents; document += 1) {
        const row = { id: String(document), day: data.days[document], month: String(data.month(data.days[document])) };
        for (const kind of data.kinds) row[kind.name] = [];
        for (let at = data.offsets[document]; at < data.offsets[document + 1]; at += 1) {
            row[data.kinds.find(kind => data.lists[at] < kind.start + kind.length).name].push(String(data.lists[at]));
        }
        rows.push(row);
    }
    await insertMultiple(database, rows, 1000);
    const names = data.kinds.map(kind => kind.name);
    const facets = Object.fromEntries([...names, 'month'].map(name => [name, {}]));
    const state = async ({ values, window }) => {
        const where = {};
        for (const value of values) where[data.kinds.find(kind => value < kind.start + kind.length).name] = { containsAll: [String(value)] };
        const within = window ? { ...where, day: { between: window } } : where;
        const found = await search(database, { term: '', preflight: true, where: within, facets });
        const months = window ? await search(database, { term: '', preflight: true, where, facets: { month: {} } }) : found;
        const counts = new Uint32Array(data.values);
        const byMonth = new Uint32Array(data.months);
        for (const name of names) for (const [value, count] of Object.entries(found.facets[name].values)) counts[value] = count;
        for (const [month, count] of Object.entries(months.facets.month.values)) byMonth[month] = count;
        return { documents: found.count, counts, months: byMonth, top: top(counts, data.kinds) };
    };
    return { state, read: answer => answer };
}

export async function text(data) {
    const { create, insertMultiple, search } = await library();
    const database = create({ schema: { text: 'string' } });
    await insertMultiple(database, data.texts.map((text, at) => ({ id: String(at), text })), 500);
    return {
        // Where a beginning is not wanted, every word is taken whole, else all for beginnings.
        kinds: ['word', 'two words', 'prefix'],
        search: async ({ words, prefix }) => {
            const found = await search(database, { term: words.join(' '), exact: !prefix, threshold: 0, limit: 10 });
            return { hits: found.count, first: found.hits.map(hit => Number(hit.id)) };
        },
    };
}
