// MiniSearch for words, its index made beforehand and fetched when the lists work; values are counted by hand.

import MiniSearch from 'minisearch';
import { loaded, page } from './lists.js';
import { counted, postings, within } from './counting.js';

const data = await loaded();
const documents = postings(data);
const everything = data.titles.map((_, document) => document);
let index;

page(
    (chosen, words) => {
        const ranked = words && index ? index.search(words, { combineWith: 'AND' }).map(({ id }) => id) : null;
        const lists = chosen.map(({ name }) => documents[data.value.get(name)]).sort((one, other) => one.length - other.length);
        const found = ranked ? within(ranked, lists) : lists.length > 0 ? within(lists[0], lists.slice(1)) : everything;
        return counted(data, found, Boolean(ranked));
    },
    async () => {
        index = await MiniSearch.loadJSONAsync(await (await fetch('words.json')).text(), { fields: ['text'] });
    },
);
