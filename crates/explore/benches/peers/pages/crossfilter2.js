// A dimension of arrays for each list; each group ignores its own choice. No search.

import crossfilter from 'crossfilter2';
import { KINDS, loaded, page } from './lists.js';

const data = await loaded();
const rows = data.lists.map((list, document) => {
    const values = KINDS.map(() => []);
    for (const value of list) values[data.kindOf(value)].push(value);
    return { document, values };
});
const all = crossfilter(rows);
const dimensions = KINDS.map((_, kind) => all.dimension(row => row.values[kind], true));
const groups = dimensions.map(dimension => dimension.group().reduceCount());
const latest = all.dimension(row => row.document);
const size = all.groupAll().reduceCount();
const filtered = KINDS.map(() => '');

page(chosen => {
    dimensions.forEach((dimension, kind) => {
        const values = chosen.filter(one => one.kind === kind).map(one => data.value.get(one.name));
        if (filtered[kind] === String(values)) return;
        filtered[kind] = String(values);
        if (values.length === 0) dimension.filterAll();
        else if (values.length === 1) dimension.filterExact(values[0]);
        else dimension.filterFunction(value => values.includes(value));
    });
    return {
        documents: size.value(),
        facets: groups.map(group => group.top(20).filter(({ value }) => value > 0).map(({ key, value }) => [data.names[key], value])),
        titles: latest.top(20).map(({ document }) => data.titles[document]),
    };
});
