// Onrecord's engine, compiled as the page's program is.

export const facets = data => filters(data, '/product/peers_product.js');
export const text = data => searches(data, '/product/peers_product.js');
export const pairs = data => meetings(data, '/product/peers_product.js');
export const layout = () => places('/product/peers_product.js');

/** The program over a corpus, and the numbers by which it knows what is asked: an address is read once. */
async function opened(data, program, asked) {
    const { default: init, Product } = await import(program);
    const { memory } = await init();
    const product = new Product(new Uint8Array(await (await data.file('corpus.archive')).arrayBuffer()));
    const questions = new Map();
    for (const question of asked) questions.set(question, product.prepare(question.address));
    return { memory, product, questions };
}

export async function searches(data, program) {
    const { memory, product, questions } = await opened(data, program, data.searches);
    const search = question => {
        const hits = product.search(questions.get(question));
        return { hits, first: new Uint32Array(memory.buffer, product.top_at(), Math.min(hits, 10)).slice() };
    };
    return { search, bytes: () => memory.buffer.byteLength };
}

export async function meetings(data, program) {
    const { memory, product, questions } = await opened(data, program, data.pairs);
    const before = memory.buffer.byteLength;
    const answer = question => {
        const many = product.pairs(questions.get(question), data.least, 200);
        const numbers = new Uint32Array(memory.buffer, product.top_at(), many * 3);
        const scores = new Float64Array(memory.buffer, product.scores_at(), many).slice();
        const column = at => numbers.filter((_, place) => place % 3 === at);
        return { first: column(0), second: column(1), counts: column(2), scores };
    };
    return { answer, bytes: () => memory.buffer.byteLength - before };
}

export async function places(program) {
    const { default: init, layout } = await import(program);
    await init();
    return { place: ({ nodes, edges }) => layout(nodes, edges, 300) };
}

export async function filters(data, program) {
    const { memory, product, questions } = await opened(data, program, [...data.states, ...data.brush]);
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
    return { state, view: state => product.view(questions.get(state)), read, bytes: () => memory.buffer.byteLength };
}
