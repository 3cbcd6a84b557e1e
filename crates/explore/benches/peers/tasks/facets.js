// Filter states and the brush. An answer is the result's size, the counts of all names, the months, and the first twenty
// of each facet. Months ignore the window of dates, as in every product with a brush.

const hash = numbers => {
    let sum = 0x811c9dc5;
    for (const number of numbers) sum = Math.imul(sum ^ number, 0x01000193) ^ (sum >>> 15);
    return sum >>> 0;
};

export function parts(data, peer) {
    // At a million every fourth is asked: the slowest peers take a second each.
    const few = list => (data.documents >= 1_000_000 ? list.filter((_, at) => at % 4 === 0) : list);
    const digest = (answer, operation) => {
        const { documents, counts, months, top } = peer.read(answer, operation);
        const facets = data.kinds.map(kind => hash(counts.subarray(kind.start, kind.start + kind.length)));
        const tops = data.kinds.map((_, at) => hash(top.subarray(at * 40, at * 40 + 40).filter((_, place) => place % 2)));
        return { documents, facets, tops, months: hash(months) };
    };
    const breadth = ['0 < 0.1 %', '1 0.1–1 %', '2 1–10 %', '3 ≥ 10 % of documents'];
    const groups = answers =>
        answers.map(({ documents }) => breadth[[0.001, 0.01, 0.1].filter(share => documents / data.documents >= share).length]);
    return {
        states: { operations: few(data.states), answer: peer.state, digest, groups },
        // The whole screen with names, links and the places that answer; nothing to compare it with.
        'whole View': { operations: few(data.states), answer: peer.view, digest: () => null },
        brush: { operations: few(data.brush), answer: peer.brush ?? peer.state, digest },
    };
}

export function differences(part, answers, expected, operations, peer) {
    if (part === 'whole View') return [];
    const wrong = [];
    answers.forEach((answer, at) => {
        const want = expected[at];
        const kinds = [5000, 5020, 6020, 6220];
        const owned = operations[at].values.map(value => kinds.findIndex(end => value < end));
        // A peer whose groups ignore their own choice answers another question there.
        const same = want.facets.every((facet, kind) =>
            (peer.ignoresOwn && owned.includes(kind)) || (facet === answer.facets[kind] && want.tops[kind] === answer.tops[kind]));
        if (!same || want.documents !== answer.documents || want.months !== answer.months) {
            wrong.push({ at, want, answer });
        }
    });
    return wrong;
}
