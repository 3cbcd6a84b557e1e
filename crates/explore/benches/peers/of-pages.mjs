// The two tasks that visit whole pages: each visit comes from a host of its own name, so that nothing is there from before.

import { join } from 'node:path';
import { read, written } from './pages.mjs';
import { shelve } from './server.mjs';
import { lists, searches } from './visit.mjs';

/** So many values are clicked, each twice; so many pairs of searches are asked. */
const VALUES = 10;
const SEARCHES = 20;

let visits = 0;
const corpora = new Map();

/** The generated corpus, read once. */
function corpus(folders, size) {
    if (!corpora.has(size)) corpora.set(size, read(join(folders.data, String(size))));
    return corpora.get(size);
}

/** Writes and packs a page, where that is to be done, and gives what makes an address of it that was never visited. */
async function ready({ folders, port }, size, peer, of = peer) {
    const own = peer === 'product' ? ['site', String(size)] : ['pages', String(size), of];
    const folder = join(folders[own[0]], ...own.slice(1));
    if (peer !== 'product') await written(of, corpus(folders, size), folders.npm, folder);
    await shelve(folder, folders.packed);
    return () => {
        visits += 1;
        return `http://visit-${visits}.localhost:${port}/${own.join('/')}/`;
    };
}

export async function page(bench, size, peer) {
    const address = await ready(bench, size, peer);
    const data = corpus(bench.folders, size);
    const clicks = clicked(data);
    const { marks, came, slow, quick, work } = await lists(bench.chromium, peer, address(), clicks);
    const before = mark => came.filter(({ ended }) => ended <= mark);
    const bytes = files => files.reduce((sum, file) => sum + file.bytes, 0);
    const answers = {
        countsBytes: bytes(before(marks.counts)),
        facetsBytes: bytes(before(marks.facets)),
        requests: before(marks.facets).length,
        countsAt: marks.counts,
        facetsAt: marks.facets,
        ...work,
        files: before(marks.facets),
        parts: {
            'a click, the processor at a fourth': part(data, clicks, slow, 'work', peer),
            'a click': part(data, clicks, quick, 'work', peer),
            'a click until the next frame is over, at a fourth': part(data, clicks, slow, 'frame', peer),
        },
    };
    const { countsBytes, facetsBytes, countsAt, facetsAt } = answers;
    answers.said = [`counts ${countsBytes} bytes ${Math.round(countsAt)} ms`, `lists ${facetsBytes} bytes ${Math.round(facetsAt)} ms`];
    return answers;
}

export async function bytes(bench, size, peer) {
    const data = corpus(bench.folders, size);
    const words = asked(data);
    const sum = files => files.reduce((all, file) => all + file.bytes, 0);
    const address = await ready(bench, size, peer, peer === 'product' ? peer : `${peer}-words`);
    const visits = [];
    for (let at = 0; at < SEARCHES; at += 1) {
        visits.push(await searches(bench.chromium, peer, address(), words[at], words[at + SEARCHES]));
    }
    const middle = numbers => numbers.sort((one, other) => one - other)[numbers.length >> 1];
    const [first, next] = ['first', 'next'].map(key => middle(visits.map(visit => sum(visit[key]))));
    const requests = middle(visits.map(visit => visit.first.length));
    // The visit in the middle stands for where its bytes go.
    const files = visits.find(visit => sum(visit.first) === first).first;
    return { first, next, requests, files, parts: {}, said: [`first ${first} bytes`, `next ${next} bytes`] };
}

/** The most frequent values of each list by turns: broad states, which change the most. Each is chosen, then let go. */
function clicked({ kinds, names, lists }) {
    const total = count(names.length, lists);
    const first = ({ start, length }) =>
        Array.from({ length }, (_, at) => start + at).sort((one, other) => total[other] - total[one] || one - other);
    const order = kinds.map(first);
    const one = at => ({ kind: at % kinds.length, name: names[order[at % kinds.length][Math.floor(at / kinds.length)]] });
    return Array.from({ length: VALUES }, (_, at) => one(at)).flatMap(value => [value, value]);
}

/** What clicks took, if every number shown after each is right. */
function part({ kinds, names, lists }, clicks, answers, key, peer) {
    if (answers.error) return { wrong: clicks.length, of: clicks.length, first: answers.error };
    const wrong = [];
    answers.forEach(({ shown, lost }, at) => {
        // Every second click lets the value go again.
        const value = at % 2 === 0 ? names.indexOf(clicks[at].name) : null;
        const counts = count(names.length, value === null ? lists : lists.filter(list => list.includes(value)));
        const right = (list, kind) =>
            // A peer whose groups ignore their own choice shows other numbers there.
            (peer === 'crossfilter2' && value !== null && kind === clicks[at].kind) ||
            (list.length >= Math.min(10, kinds[kind].length) && list.every(([name, many]) => counts[names.indexOf(name)] === many));
        if (lost || !shown.every(right)) wrong.push({ at, click: clicks[at], lost, shown: shown?.map(list => list.slice(0, 3)) });
    });
    return wrong.length > 0 ? { wrong: wrong.length, of: clicks.length, first: wrong[0] } : { times: answers.map(answer => answer[key]) };
}

function count(values, lists) {
    const counts = new Uint32Array(values);
    for (const list of lists) for (const value of list) counts[value] += 1;
    return counts;
}

/** Searches of one word and of two that ten documents or more answer, by turns, always the same. */
function asked({ searches, texts }) {
    const sets = texts.map(text => new Set(text.join(' ').toLowerCase().split(' ')));
    const answered = ({ words }) => sets.filter(set => words.every(word => set.has(word))).length >= 10;
    const of = kind => searches.filter(search => search.kind === kind && answered(search)).map(({ words }) => words.join(' '));
    const [one, two] = [of('word'), of('two words')];
    if (one.length + two.length < SEARCHES * 2) throw new Error('too few searches that ten documents answer');
    return Array.from({ length: SEARCHES * 2 }, (_, at) => (at % 2 === 0 && one.length > 0) || two.length === 0 ? one.shift() : two.shift());
}
