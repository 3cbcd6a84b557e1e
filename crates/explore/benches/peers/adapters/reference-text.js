// Words over typed arrays: sorted terms, postings and frequencies end to end; the rarer list gallops through the other, a beginning is a
// run of terms added up by document. BM25, the best ten kept.

export async function text(data) {
    const numbers = new Map();
    const own = [];
    const lengths = new Float32Array(data.documents);
    data.texts.forEach((text, document) => {
        const words = text.toLowerCase().split(/\s+/);
        lengths[document] = words.length;
        const counts = new Map();
        for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
        for (const [word, count] of counts) {
            let number = numbers.get(word);
            if (number === undefined) {
                number = numbers.size;
                numbers.set(word, number);
                own.push([]);
            }
            own[number].push(document, Math.min(count, 255));
        }
    });
    const terms = [...numbers.keys()].sort();
    const starts = new Uint32Array(terms.length + 1);
    terms.forEach((term, at) => (starts[at + 1] = starts[at] + own[numbers.get(term)].length / 2));
    const postings = new Uint32Array(starts[terms.length]);
    const frequencies = new Uint8Array(postings.length);
    terms.forEach((term, at) => {
        const list = own[numbers.get(term)];
        for (let place = 0; place < list.length; place += 2) {
            postings[starts[at] + place / 2] = list[place];
            frequencies[starts[at] + place / 2] = list[place + 1];
        }
    });
    own.length = 0;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / data.documents;
    const norms = lengths.map(length => 1.2 * (0.25 + (0.75 * length) / mean));
    const rarity = many => Math.log(1 + (data.documents - many + 0.5) / (many + 0.5));
    const first = word => {
        let [from, to] = [0, terms.length];
        while (from < to) {
            const middle = (from + to) >>> 1;
            if (terms[middle] < word) from = middle + 1;
            else to = middle;
        }
        return from;
    };
    const scores = new Float32Array(data.documents);
    const sums = new Uint16Array(data.documents);
    const best = (documents, many) => {
        const held = [];
        let least = -1;
        for (let at = 0; at < many; at += 1) {
            const score = scores[documents[at]];
            if (score <= least && held.length === 10) continue;
            let place = held.length < 10 ? held.push(0) - 1 : 9;
            while (place > 0 && scores[held[place - 1]] < score) {
                held[place] = held[place - 1];
                place -= 1;
            }
            held[place] = documents[at];
            if (held.length === 10) least = scores[held[9]];
        }
        return { hits: many, first: held };
    };
    const result = new Uint32Array(data.documents);
    /** Documents and how often the terms from `start` to before `end` stand in each. */
    const united = (start, end) => {
        let many = 0;
        for (let at = starts[start]; at < starts[end]; at += 1) {
            if (sums[postings[at]] === 0) result[many++] = postings[at];
            sums[postings[at]] += frequencies[at];
        }
        return many;
    };
    const score = (document, count, weight) => (weight * count * 2.2) / (count + norms[document]);
    const search = ({ words, prefix }) => {
        const ranges = words.map((word, at) => {
            const start = first(word);
            if (prefix && at === words.length - 1) return [start, first(word + '\uffff')];
            return [start, start + (terms[start] === word ? 1 : 0)];
        });
        const [start, end] = ranges[ranges.length - 1];
        if (ranges.length === 1) {
            let many = 0;
            if (end - start === 1) {
                many = starts[end] - starts[start];
                const weight = rarity(many);
                for (let at = starts[start], place = 0; at < starts[end]; at += 1, place += 1) {
                    result[place] = postings[at];
                    scores[postings[at]] = score(postings[at], frequencies[at], weight);
                }
            } else {
                many = united(start, end);
                const weight = rarity(many);
                for (let at = 0; at < many; at += 1) {
                    scores[result[at]] = score(result[at], sums[result[at]], weight);
                    sums[result[at]] = 0;
                }
            }
            return best(result, many);
        }
        const [[one, oneEnd]] = ranges;
        if (one === oneEnd) return { hits: 0, first: [] };
        let many = 0;
        if (prefix) {
            const united_ = united(start, end);
            const [weight, other] = [rarity(starts[one + 1] - starts[one]), rarity(united_)];
            const touched = result.slice(0, united_);
            for (let at = starts[one]; at < starts[one + 1]; at += 1) {
                const document = postings[at];
                if (sums[document] === 0) continue;
                scores[document] = score(document, frequencies[at], weight) + score(document, sums[document], other);
                result[many++] = document;
            }
            for (const document of touched) sums[document] = 0;
            return best(result, many);
        }
        const [short, long] = starts[one + 1] - starts[one] <= starts[end] - starts[start] ? [one, start] : [start, one];
        if (start === end) return { hits: 0, first: [] };
        const [weight, other] = [rarity(starts[short + 1] - starts[short]), rarity(starts[long + 1] - starts[long])];
        let from = starts[long];
        const to = starts[long + 1];
        for (let at = starts[short]; at < starts[short + 1] && from < to; at += 1) {
            const document = postings[at];
            let [step, last] = [1, from];
            while (last < to && postings[last] < document) {
                from = last + 1;
                last += step;
                step *= 2;
            }
            last = Math.min(last, to);
            while (from < last) {
                const middle = (from + last) >>> 1;
                if (postings[middle] < document) from = middle + 1;
                else last = middle;
            }
            if (from < to && postings[from] === document) {
                scores[document] = score(document, frequencies[at], weight) + score(document, frequencies[from], other);
                result[many++] = document;
            }
        }
        return best(result, many);
    };
    return { search, bytes: () => postings.byteLength + frequencies.byteLength };
}
