// Onrecord's engine, compiled as the page's program is.

export const facets = data => open(data, '/product/peers_product.js');

export async function open(data, program) {
    const { default: init, Product } = await import(program);
    const { memory } = await init();
    const product = new Product(new Uint8Array(await (await data.file('corpus.archive')).arrayBuffer()));
    const questions = new Map();
    // An address is read once, whatever is asked of it.
    for (const state of [...data.states, ...data.brush]) questions.set(state, product.prepare(state.address));
    const facets = data.kinds.map(kind => product.facet(kind.name));
    const state = state => {
        const documents = product.state(questions.get(state));
        return {
            documents,
            counts: new Uint32Array(memory.buffer, product.counts_at(), product.values()),
            top: new Uint32Array(memory.buffer, product.top_at(), 6 * 40),
            periods: new Int32Array(memory.buffer, product.periods_at(), product.periods() * 2),
        };
    };
    const read = answer => {
        const counts = new Uint32Array(data.values);
        const top = new Uint32Array(160);
        data.kinds.forEach((kind, at) => {
            const [start, place] = facets[at];
            counts.set(answer.counts.subarray(start, start + kind.length), kind.start);
            top.set(answer.top.subarray(place * 40, place * 40 + 40), at * 40);
        });
        const months = new Uint32Array(data.months);
        for (let at = 0; at < answer.periods.length; at += 2) {
            months[data.month(answer.periods[at])] = answer.periods[at + 1];
        }
        return { documents: answer.documents, counts, top, months };
    };
    return { state, read, bytes: () => memory.buffer.byteLength };
}
