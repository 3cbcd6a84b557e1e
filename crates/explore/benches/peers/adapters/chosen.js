// The documents of a state by the shortest way that is obvious: postings as sets of numbers.

export function chosen(data) {
    const postings = Array.from({ length: data.values }, () => []);
    for (let document = 0; document < data.documents; document += 1) {
        for (let at = data.offsets[document]; at < data.offsets[document + 1]; at += 1) postings[data.lists[at]].push(document);
    }
    const all = [...Array(data.documents).keys()];
    return ({ values, window }) => {
        let documents = values.length > 0 ? postings[values[0]] : all;
        for (const value of values.slice(1)) {
            const others = new Set(postings[value]);
            documents = documents.filter(document => others.has(document));
        }
        if (window) documents = documents.filter(document => data.days[document] >= window[0] && data.days[document] <= window[1]);
        return documents;
    };
}
