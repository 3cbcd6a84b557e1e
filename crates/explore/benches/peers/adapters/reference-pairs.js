// Pairs row by row (Gustavson 1978): for each name its documents are walked and their later names added into one row, which is read
// and cleared before the next. The lists of a result are turned by a counting sort first. Rows of names too rare for a pair are left out.

import { strongest } from './strongest.js';
import { chosen } from './chosen.js';

export async function pairs(data) {
    const { values, offsets, lists } = data;
    const documentsOf = chosen(data);
    const row = new Uint32Array(values);
    const touched = new Uint16Array(values);
    const answer = state => {
        const documents = documentsOf(state);
        const ends = new Uint32Array(values + 1);
        for (const document of documents) {
            for (let at = offsets[document]; at < offsets[document + 1]; at += 1) ends[lists[at] + 1] += 1;
        }
        const singles = ends.slice(1);
        for (let value = 0; value < values; value += 1) ends[value + 1] += ends[value];
        // Where each name stands in the lists, and where its document's list ends.
        const places = new Uint32Array(ends[values]);
        const lasts = new Uint32Array(ends[values]);
        const next = ends.slice();
        for (const document of documents) {
            for (let at = offsets[document], end = offsets[document + 1]; at < end; at += 1) {
                const place = next[lists[at]]++;
                places[place] = at + 1;
                lasts[place] = end;
            }
        }
        const heap = strongest(documents.length, value => singles[value]);
        for (let value = 0; value < values; value += 1) {
            if (singles[value] < data.least) continue;
            let many = 0;
            for (let place = ends[value]; place < ends[value + 1]; place += 1) {
                for (let at = places[place], end = lasts[place]; at < end; at += 1) {
                    const other = lists[at];
                    if (row[other]++ === 0) touched[many++] = other;
                }
            }
            for (let at = 0; at < many; at += 1) {
                const other = touched[at];
                if (row[other] >= data.least) heap.add(value, other, row[other]);
                row[other] = 0;
            }
        }
        return heap.sorted();
    };
    return { answer };
}
