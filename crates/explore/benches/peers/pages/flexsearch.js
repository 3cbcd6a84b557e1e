// FlexSearch: tags for the lists, counted by hand, and an index of whole words made beforehand and fetched when the lists work.

import { Charset, Document, Index } from 'flexsearch';
import { KINDS, loaded, page } from './lists.js';
import { counted, within } from './counting.js';

const data = await loaded();
const tags = new Document({ document: { id: 'id', index: [], tag: KINDS.map(field => ({ field })) } });
data.lists.forEach((list, id) => {
    const row = { id };
    for (const kind of KINDS) row[kind] = [];
    for (const value of list) row[KINDS[data.kindOf(value)]].push(String(value));
    tags.add(row);
});
const everything = data.titles.map((_, document) => document);
const tagged = ({ kind, name }) =>
    tags.search({ tag: { [KINDS[kind]]: String(data.value.get(name)) }, limit: data.titles.length })[0]?.result ?? [];
let index;

page(
    (chosen, words) => {
        const ranked = words && index ? index.search(words, { limit: data.titles.length }) : null;
        const lists = chosen.map(tagged);
        const found = ranked ? within(ranked, lists) : lists.length > 0 ? within(lists[0], lists.slice(1)) : everything;
        return counted(data, found, Boolean(ranked));
    },
    async () => {
        const pieces = await (await fetch('words.json')).json();
        index = new Index({ tokenize: 'strict', encoder: Charset.Normalize });
        for (const [key, piece] of pieces) index.import(key, piece);
    },
);
