// Three hundred steps of a layout of 200, 1,000 and 5,000 nodes with four edges a node; how good it is, is told beside: of as many nearest
// places as a node has neighbours, the share that are its neighbours.

export async function prepare(data) {
    data.networks = {};
    for (const nodes of [200, 1000, 5000]) {
        data.networks[nodes] = { nodes, edges: await data.numbers(`network-${nodes}.u32`, Uint32Array) };
    }
}

export function parts(data, peer) {
    const part = nodes => ({ operations: [data.networks[nodes]], answer: peer.place, digest: places => kept(data.networks[nodes], places),
        told: ([kept]) => `neighbours kept ${kept.toFixed(3)}` });
    return { '200 nodes': part(200), '1,000 nodes': part(1000), '5,000 nodes': part(5000) };
}

/** Nothing to compare: every layout is its own. */
export function differences() {
    return [];
}

function kept({ nodes, edges }, places) {
    const neighbours = Array.from({ length: nodes }, () => new Set());
    for (let at = 0; at < edges.length; at += 3) {
        neighbours[edges[at]].add(edges[at + 1]);
        neighbours[edges[at + 1]].add(edges[at]);
    }
    let [sum, counted] = [0, 0];
    const distances = new Float64Array(nodes);
    for (let node = 0; node < nodes; node += 1) {
        const own = neighbours[node];
        if (own.size === 0) continue;
        for (let other = 0; other < nodes; other += 1) {
            distances[other] = (places[other * 2] - places[node * 2]) ** 2 + (places[other * 2 + 1] - places[node * 2 + 1]) ** 2;
        }
        distances[node] = Infinity;
        const limit = distances.slice().sort()[own.size - 1];
        let met = 0;
        for (const other of own) met += distances[other] <= limit ? 1 : 0;
        sum += met / own.size;
        counted += 1;
    }
    return sum / counted;
}
