// Pairs in a plain Map, as most would write it.

import { strongest } from './strongest.js';
import { chosen } from './chosen.js';

export async function pairs(data) {
    const documentsOf = chosen(data);
    const answer = state => {
        const documents = documentsOf(state);
        const met = new Map();
        const singles = new Map();
        for (const document of documents) {
            const values = data.lists.subarray(data.offsets[document], data.offsets[document + 1]);
            for (let at = 0; at < values.length; at += 1) {
                singles.set(values[at], (singles.get(values[at]) ?? 0) + 1);
                for (let other = at + 1; other < values.length; other += 1) {
                    const key = values[at] * 6220 + values[other];
                    met.set(key, (met.get(key) ?? 0) + 1);
                }
            }
        }
        const heap = strongest(documents.length, value => singles.get(value));
        for (const [key, count] of met) if (count >= data.least) heap.add(Math.floor(key / 6220), key % 6220, count);
        return heap.sorted();
    };
    return { answer };
}
