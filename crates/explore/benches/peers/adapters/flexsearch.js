// FlexSearch: tags for facets, with the counting done by hand; an index of whole words for text.

import { top } from './top.js';

const library = () => import('/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs');

export async function facets(data) {
    const { default: { Document }, Document: own } = await library();
    const index = new (own ?? Document)({ document: { id: 'id', index: [], tag: data.kinds.map(kind => ({ field: kind.name })) } });
    const carried = [];
    const months = Uint8Array.from(data.days, data.month);
    for (let document = 0; document < data.documents; document += 1) {
        const row = { id: document };
        const list = [...data.lists.subarray(data.offsets[document], data.offsets[document + 1])];
        for (const kind of data.kinds) {
            row[kind.name] = list.filter(value => value >= kind.start && value < kind.start + kind.length).map(String);
        }
        carried.push(list);
        index.add(row);
    }
    const tagged = value => {
        const { name } = data.kinds.find(kind => value < kind.start + kind.length);
        return index.search({ tag: { [name]: String(value) }, limit: data.documents })[0]?.result ?? [];
    };
    const everything = [...Array(data.documents).keys()];
    const state = ({ values, window }) => {
        let found = values.length > 0 ? tagged(values[0]) : everything;
        for (const value of values.slice(1)) {
            const others = new Set(tagged(value));
            found = found.filter(document => others.has(document));
        }
        const counts = new Uint32Array(data.values);
        const byMonth = new Uint32Array(data.months);
        let documents = 0;
        for (const document of found) {
            byMonth[months[document]] += 1;
            if (window && (data.days[document] < window[0] || data.days[document] > window[1])) continue;
            documents += 1;
            for (const value of carried[document]) counts[value] += 1;
        }
        return { documents, counts, months: byMonth, top: top(counts, data.kinds) };
    };
    return { state, read: answer => answer };
}

export async function text(data) {
    const { default: all, Index, Charset } = await library();
    const index = new (Index ?? all.Index)({ tokenize: 'strict', encoder: (Charset ?? all.Charset).Normalize });
    data.texts.forEach((text, at) => index.add(at, text));
    return {
        // Whole words only, and without a rank.
        kinds: ['word', 'two words'],
        search: ({ words }) => {
            const found = index.search(words.join(' '), { limit: data.documents });
            return { hits: found.length, first: found.slice(0, 10) };
        },
        bytes: async () => {
            let length = 0;
            await index.export((_, value) => (length += value?.length ?? 0));
            return length;
        },
    };
}
