// The bench: every task and size, three rounds, in each a fresh page a peer, one after the other in the same Chromium.

import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './server.mjs';
import { start } from './chromium.mjs';
import { PEERS } from './peers.mjs';
import * as ofPages from './of-pages.mjs';
import { machine, tables } from './tables.mjs';

const { values: wanted } = parseArgs({
    options: {
        size: { type: 'string', default: '10000' },
        only: { type: 'string', default: 'facets' },
        named: { type: 'string', default: '' },
        rounds: { type: 'string', default: '3' },
        target: { type: 'string' },
        chromium: { type: 'string' },
        driver: { type: 'string' },
        results: { type: 'string' },
    },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const folders = {
    bench: here,
    npm: join(wanted.target, 'npm/node_modules'),
    data: join(wanted.target, 'data'),
    product: join(wanted.target, 'product'),
    'product-fast': join(wanted.target, 'product-fast'),
    site: join(wanted.target, 'site'),
    pages: join(wanted.target, 'pages'),
    packed: join(wanted.target, 'packed'),
};

const { server, port } = await serve(folders, ['site', 'pages'], folders.packed);
const chromium = await start(wanted.chromium, wanted.driver);
// Who breaks it off leaves no browser behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chromium.quit().then(() => process.exit(130)));
const kept = join(wanted.target, 'measured.json');
const measured = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};

const bench = { chromium, folders, port };
async function one(task, size, peer) {
    if (task in ofPages) return ofPages[task](bench, size, peer);
    return chromium.visit(async page => {
        await page.open(`http://127.0.0.1:${port}/bench/page.html?task=${task}&size=${size}&peer=${peer}`);
        return page.later('const done = arguments[0]; const wait = () => window.result ? window.result.then(done) : setTimeout(wait, 20); wait();');
    });
}

try {
    for (const size of wanted.size.split(',').map(Number)) {
        for (const task of wanted.only.split(',')) {
            const chosen = wanted.named ? wanted.named.split(',') : null;
            const peers = PEERS.filter(peer => (peer.tasks[task] ?? 0) >= size)
                .map(peer => peer.name)
                .filter(name => name === 'reference' || !chosen || chosen.includes(name));
            const rounds = [];
            for (let round = 0; round < Number(wanted.rounds); round += 1) {
                const results = {};
                for (const peer of peers) {
                    if (rounds.some(before => before.results[peer]?.error)) continue;
                    const answer = await one(task, size, peer).catch(error => ({ error: String(error) }));
                    results[peer] = answer;
                    const parts = Object.entries(answer.parts ?? {}).map(([name, part]) =>
                        part.wrong ? `${name}: ${part.wrong} of ${part.of} WRONG ${JSON.stringify(part.first)}` : `${name} ${mean(part.times).toFixed(3)} ms`);
                    console.log(`${task} ${size} round ${round + 1} ${peer}: ${answer.error ?? [...told(answer), ...parts].join(', ')}`);
                }
                rounds.push({ results, load: loadavg()[0] });
            }
            measured[`${task} ${size}`] = { task, size, when: new Date().toISOString().slice(0, 10), chromium: chromium.version, machine: machine(), rounds };
            mkdirSync(wanted.target, { recursive: true });
            writeFileSync(kept, JSON.stringify(measured));
        }
    }
} finally {
    await chromium.quit();
    server.close();
}
tables(measured, join(wanted.target, 'npm'), wanted.results);

/** What is said while it runs, beside the times. */
function told({ built, said = [] }) {
    return built === undefined ? said : [`built in ${Math.round(built)} ms`, ...said];
}

function mean(numbers) {
    return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
