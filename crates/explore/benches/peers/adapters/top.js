// The first twenty of each facet, in one pass that keeps a threshold: value and count by turns.

const TOP = 20;

export function top(counts, kinds) {
    const all = new Uint32Array(kinds.length * TOP * 2);
    kinds.forEach((kind, at) => {
        const start = at * TOP * 2;
        let held = 0;
        let least = 0;
        for (let value = kind.start; value < kind.start + kind.length; value += 1) {
            const count = counts[value];
            if (count <= least) continue;
            let place = held < TOP ? held++ : TOP - 1;
            while (place > 0 && all[start + place * 2 - 1] < count) {
                all[start + place * 2] = all[start + place * 2 - 2];
                all[start + place * 2 + 1] = all[start + place * 2 - 1];
                place -= 1;
            }
            all[start + place * 2] = value;
            all[start + place * 2 + 1] = count;
            if (held === TOP) least = all[start + TOP * 2 - 1];
        }
    });
    return all;
}
