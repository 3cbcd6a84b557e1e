// Counting by hand, for the peers that find documents but do not count values: through the lists of what was found.

import { top } from '../adapters/top.js';

/** Documents by value, ascending. */
export function postings(data) {
    const postings = data.names.map(() => []);
    data.lists.forEach((values, document) => values.forEach(value => postings[value].push(document)));
    return postings;
}

/** What the page shows of these documents, ascending or by rank. */
export function counted(data, documents, byRank) {
    const counts = new Uint32Array(data.names.length);
    for (const document of documents) for (const value of data.lists[document]) counts[value] += 1;
    const first = byRank ? documents.slice(0, 20) : documents.slice(-20).reverse();
    return { documents: documents.length, facets: data.shown(top(counts, data.kinds)), titles: first.map(document => data.titles[document]) };
}

/** Those of `documents` that stand in every list. */
export function within(documents, lists) {
    return lists.reduce((left, list) => {
        const others = new Set(list);
        return left.filter(document => others.has(document));
    }, documents);
}
