// Searches: the number of documents that hold all words, and the first ten by rank.

export async function prepare(data) {
    const lines = (await (await data.file('texts.txt')).text()).split('\n');
    lines.length = data.documents;
    // Not every peer takes a tab for a space.
    data.texts = lines.map(line => line.replaceAll('\t', '\n'));
}

export function parts(data, peer) {
    const kinds = ['word', 'two words', 'prefix', 'word and prefix'];
    const part = kind => ({
        operations: data.searches.filter(search => search.kind === kind),
        answer: peer.kinds && !peer.kinds.includes(kind) ? null : peer.search,
        digest: ({ hits }) => hits,
    });
    return Object.fromEntries(kinds.map(kind => [kind, part(kind)]));
}

export function differences(part, answers, expected, operations) {
    return answers.flatMap((hits, at) => (hits === expected[at] ? [] : [{ words: operations[at].words, want: expected[at], got: hits }]));
}
