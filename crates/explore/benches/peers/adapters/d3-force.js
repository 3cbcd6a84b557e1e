// d3-force: 300 ticks of its forces as they come.

export async function layout() {
    const { forceSimulation, forceManyBody, forceLink, forceCenter } = await import('/npm/d3-force/src/index.js');
    return {
        place: ({ nodes, edges }) => {
            const points = Array.from({ length: nodes }, () => ({}));
            const links = [];
            for (let at = 0; at < edges.length; at += 3) links.push({ source: edges[at], target: edges[at + 1] });
            const simulation = forceSimulation(points).force('push', forceManyBody()).force('link', forceLink(links)).force('middle', forceCenter()).stop();
            simulation.tick(300);
            const flat = new Float32Array(nodes * 2);
            points.forEach((point, node) => flat.set([point.x, point.y], node * 2));
            return flat;
        },
    };
}
