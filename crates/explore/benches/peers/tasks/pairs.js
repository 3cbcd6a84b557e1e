// The 200 strongest pairs (NPMI, at least five joint documents) of the whole corpus and of filter states, among all 6,220 names.

export async function prepare(data) {
    data.least = 5;
}

export function parts(data, peer) {
    const whole = data.pairs.filter(state => state.values.length === 0 && !state.window);
    const filtered = data.pairs.filter(state => state.values.length > 0 || state.window);
    // Scores to six places: logarithms differ in the last bits.
    const digest = ({ first, second, counts, scores }) => ({
        scores: [...scores].map(score => Number(score).toFixed(6)),
        counts: Object.fromEntries([...first].map((one, at) => [`${Math.min(one, second[at])} ${Math.max(one, second[at])}`, Number(counts[at])])),
    });
    // The whole is the same each time: two are enough where it takes seconds.
    return {
        whole: { operations: whole.slice(0, 3), answer: peer.answer, digest },
        filtered: { operations: filtered, answer: peer.answer, digest },
    };
}

export function differences(part, answers, expected) {
    const wrong = [];
    answers.forEach((answer, at) => {
        const want = expected[at];
        // Where the last places are shared by score, either pair may stand there; its count is the same wherever both have it.
        const counts = Object.entries(answer.counts).every(([pair, count]) => !(pair in want.counts) || want.counts[pair] === count);
        const scores = want.scores.every((score, place) => Math.abs(score - answer.scores[place]) < 2e-6);
        if (!counts || !scores || want.scores.length !== answer.scores.length) {
            wrong.push({ at, want: want.scores.slice(0, 3), got: answer.scores.slice(0, 3), lengths: [want.scores.length, answer.scores.length] });
        }
    });
    return wrong;
}
