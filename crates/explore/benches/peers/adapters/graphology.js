// graphology: a graph of names with a weight an edge, added up document by document; and ForceAtlas2, its layout.

import { strongest } from './strongest.js';
import { chosen } from './chosen.js';

async function library() {
    const script = document.createElement('script');
    script.src = '/npm/graphology/dist/graphology.umd.min.js';
    await new Promise((resolve, reject) => {
        [script.onload, script.onerror] = [resolve, reject];
        document.head.append(script);
    });
    return window.graphology;
}

export async function pairs(data) {
    const { UndirectedGraph } = await library();
    const documentsOf = chosen(data);
    const answer = state => {
        const documents = documentsOf(state);
        const graph = new UndirectedGraph();
        for (const document of documents) {
            const values = data.lists.subarray(data.offsets[document], data.offsets[document + 1]);
            for (const value of values) graph.updateNode(value, ({ count = 0 }) => ({ count: count + 1 }));
            for (let at = 0; at < values.length; at += 1) {
                for (let other = at + 1; other < values.length; other += 1) {
                    graph.updateEdge(values[at], values[other], ({ weight = 0 }) => ({ weight: weight + 1 }));
                }
            }
        }
        const heap = strongest(documents.length, value => graph.getNodeAttribute(value, 'count'));
        graph.forEachEdge((_, { weight }, one, other) => {
            if (weight >= data.least) heap.add(Math.min(one, other), Math.max(one, other), weight);
        });
        return heap.sorted();
    };
    return { answer };
}

/** What a package for node asks for, fetched while it waits. */
function required(path, from) {
    const url = new URL(path.startsWith('.') ? path : `/npm/${path}`, from);
    const file = url.pathname.endsWith('.js') ? url : new URL(`${url}.js`);
    const request = new XMLHttpRequest();
    request.open('GET', file, false);
    request.send();
    const module = { exports: {} };
    new Function('module', 'exports', 'require', request.responseText)(module, module.exports, path => required(path, file));
    return module.exports;
}

export async function layout() {
    const { UndirectedGraph } = await library();
    const forceAtlas2 = required('graphology-layout-forceatlas2/index', location);
    return {
        place: ({ nodes, edges }) => {
            const graph = new UndirectedGraph();
            // It wants a start of its own: a spiral, as d3-force begins with.
            for (let node = 0; node < nodes; node += 1) {
                const [radius, angle] = [10 * Math.sqrt(0.5 + node), node * Math.PI * (3 - Math.sqrt(5))];
                graph.addNode(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
            }
            for (let at = 0; at < edges.length; at += 3) graph.addEdge(edges[at], edges[at + 1], { weight: edges[at + 2] });
            const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: nodes > 300 };
            const places = forceAtlas2(graph, { iterations: 300, settings });
            const flat = new Float32Array(nodes * 2);
            for (let node = 0; node < nodes; node += 1) flat.set([places[node].x, places[node].y], node * 2);
            return flat;
        },
    };
}
