// The two hundred pairs of the greatest NPMI, kept in order as they come: by score, then by numbers.

const MOST = 200;

export function strongest(documents, single) {
    const held = [];
    let least = -Infinity;
    const before = (one, other) => other.score - one.score || one.first - other.first || one.second - other.second;
    const cut = () => {
        held.sort(before);
        if (held.length > MOST) held.length = MOST;
        if (held.length === MOST) least = held[MOST - 1].score;
    };
    return {
        add(first, second, count) {
            const score = Math.log((count * documents) / (single(first) * single(second))) / -Math.log(count / documents);
            if (score < least || Number.isNaN(score)) return;
            held.push({ first, second, count, score });
            if (held.length >= MOST * 4) cut();
        },
        sorted() {
            cut();
            const column = key => held.map(pair => pair[key]);
            return { first: column('first'), second: column('second'), counts: column('count'), scores: column('score') };
        },
    };
}
