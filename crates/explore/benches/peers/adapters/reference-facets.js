// Typed arrays in JavaScript, as a good engineer would write them, and the measure of every answer.
//
// Documents stand by day, so that a window is a stretch of numbers. Postings and forward lists; bitmaps of the names that
// more than one document in 32 carries, which are left out of the short forward lists. A filter goes through its rarest list
// and looks the others up; counts are taken by the cheapest of three ways: the forward lists of the result, all less those of
// the rest, or the short forward lists and the bitmaps.

import { top } from './top.js';

export async function facets(data) {
    const { documents, values, offsets, lists, days, months, kinds } = data;
    const totals = new Uint32Array(values);
    for (let at = 0; at < lists.length; at += 1) totals[lists[at]] += 1;
    const starts = new Uint32Array(values + 1);
    for (let value = 0; value < values; value += 1) starts[value + 1] = starts[value] + totals[value];
    const next = starts.slice();
    const postings = new Uint32Array(lists.length);
    for (let document = 0; document < documents; document += 1) {
        for (let at = offsets[document]; at < offsets[document + 1]; at += 1) postings[next[lists[at]]++] = document;
    }
    const monthOf = Uint8Array.from(days, data.month);
    const monthStarts = new Uint32Array(months + 1);
    for (let document = 0; document < documents; document += 1) monthStarts[monthOf[document] + 1] += 1;
    const monthTotals = monthStarts.slice(1);
    const words = (documents + 31) >>> 5;
    const bitmaps = new Array(values).fill(null);
    const dense = [];
    for (let value = 0; value < values; value += 1) {
        if (totals[value] * 32 <= documents) continue;
        const bits = new Int32Array(words);
        for (let at = starts[value]; at < starts[value + 1]; at += 1) bits[postings[at] >>> 5] |= 1 << (postings[at] & 31);
        bitmaps[value] = bits;
        dense.push(value);
    }
    const shortOffsets = new Uint32Array(documents + 1);
    const short = new Uint16Array(lists.length);
    let held = 0;
    for (let document = 0; document < documents; document += 1) {
        for (let at = offsets[document]; at < offsets[document + 1]; at += 1) {
            if (bitmaps[lists[at]] === null) short[held++] = lists[at];
        }
        shortOffsets[document + 1] = held;
    }
    const mean = lists.length / documents;
    const shortMean = held / documents;
    const result = new Uint32Array(documents);
    const bits = new Int32Array(words);

    const firstAtOrAfter = (list, from, to, wanted) => {
        while (from < to) {
            const middle = (from + to) >>> 1;
            if (list[middle] < wanted) from = middle + 1;
            else to = middle;
        }
        return from;
    };
    /** Writes the documents of a state into `result`; their number. */
    const select = (chosen, low, high) => {
        if (chosen.length === 0) {
            for (let document = low; document < high; document += 1) result[document - low] = document;
            return high - low;
        }
        const by = chosen.slice().sort((one, other) => totals[one] - totals[other]);
        const [rarest, ...others] = by;
        let many = 0;
        const end = firstAtOrAfter(postings, starts[rarest], starts[rarest + 1], high);
        for (let at = firstAtOrAfter(postings, starts[rarest], end, low); at < end; at += 1) result[many++] = postings[at];
        for (const other of others) {
            const bitmap = bitmaps[other];
            let kept = 0;
            if (bitmap) {
                for (let at = 0; at < many; at += 1) {
                    const document = result[at];
                    result[kept] = document;
                    kept += (bitmap[document >>> 5] >>> (document & 31)) & 1;
                }
            } else {
                let from = starts[other];
                const to = starts[other + 1];
                for (let at = 0; at < many && from < to; at += 1) {
                    const document = result[at];
                    let step = 1;
                    let last = from;
                    while (last < to && postings[last] < document) {
                        from = last + 1;
                        last += step;
                        step *= 2;
                    }
                    from = firstAtOrAfter(postings, from, Math.min(last, to), document);
                    if (from < to && postings[from] === document) result[kept++] = document;
                }
            }
            many = kept;
        }
        return many;
    };
    const add = (counts, offsets, lists, many) => {
        for (let place = 0; place < many; place += 1) {
            const document = result[place];
            for (let at = offsets[document], end = offsets[document + 1]; at < end; at += 1) counts[lists[at]] += 1;
        }
    };
    const counted = many => {
        if (many === documents) return totals.slice();
        const forward = many * mean * 1.9;
        const rest = (documents - many) * mean * 1.9 + words;
        const hybrid = many * (shortMean * 1.9 + 1) + dense.length * words * 1.1;
        if (rest < forward && rest < hybrid) {
            const counts = totals.slice();
            for (let place = 0, document = 0; document < documents; document += 1) {
                if (place < many && result[place] === document) {
                    place += 1;
                    continue;
                }
                for (let at = offsets[document], end = offsets[document + 1]; at < end; at += 1) counts[lists[at]] -= 1;
            }
            return counts;
        }
        const counts = new Uint32Array(values);
        if (forward <= hybrid) {
            add(counts, offsets, lists, many);
            return counts;
        }
        add(counts, shortOffsets, short, many);
        bits.fill(0);
        for (let place = 0; place < many; place += 1) bits[result[place] >>> 5] |= 1 << (result[place] & 31);
        for (const value of dense) {
            const bitmap = bitmaps[value];
            let sum = 0;
            for (let word = 0; word < words; word += 1) {
                let both = bits[word] & bitmap[word];
                both -= (both >>> 1) & 0x55555555;
                both = (both & 0x33333333) + ((both >>> 2) & 0x33333333);
                sum += Math.imul((both + (both >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
            }
            counts[value] = sum;
        }
        return counts;
    };
    const byMonth = many => {
        const counts = new Uint32Array(months);
        for (let place = 0; place < many; place += 1) counts[monthOf[result[place]]] += 1;
        return counts;
    };
    const stretch = window =>
        window ? [firstAtOrAfter(days, 0, documents, window[0]), firstAtOrAfter(days, 0, documents, window[1] + 1)] : [0, documents];
    const state = ({ values, window }) => {
        let counts = null;
        if (values.length === 0) counts = monthTotals.slice();
        else if (window) counts = byMonth(select(values, 0, documents));
        const [low, high] = stretch(window);
        const many = select(values, low, high);
        const all = counted(many);
        return { documents: many, counts: all, months: counts ?? byMonth(many), top: top(all, kinds) };
    };
    // A step of the brush takes the documents that leave from the counts before it and adds those that enter.
    let [begin, end] = [0, 0];
    const counts = new Uint32Array(values);
    const through = (from, to, by) => {
        for (let at = offsets[from], last = offsets[to]; at < last; at += 1) counts[lists[at]] += by;
    };
    const brush = ({ window }) => {
        const [low, high] = stretch(window);
        if (low >= end || high <= begin) {
            counts.fill(0);
            through(low, high, 1);
        } else {
            if (low > begin) through(begin, low, -1);
            else if (low < begin) through(low, begin, 1);
            if (high > end) through(end, high, 1);
            else if (high < end) through(high, end, -1);
        }
        [begin, end] = [low, high];
        return { documents: high - low, counts, months: monthTotals, top: top(counts, kinds) };
    };
    return { state, brush, read: answer => answer };
}
