// One cold visit to a page that is made as one would publish it: when counts can be read, when lists work, what a click costs, what came.

import { readFileSync } from 'node:fs';

/** 1.6 Mbit/s down, 0.75 up, 150 ms there and back; and how much slower the processor is. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const THROTTLE = 4;

/** Where things stand on a page. */
const PRODUCT = {
    // The built page says its counts before its program is there, ten of each list.
    counts: { selector: '.facets .facet li', least: 40 },
    facets: { selector: 'html[data-ready] #facets .facet li', least: 40 },
    snippets: { selector: '.documents .snippet mark', least: 10 },
    list: '#facets .facet', row: 'li', name: '.toggle', count: '[id$="-only"]', click: '.toggle', field: '#q',
};
const PEER = {
    counts: { selector: '#facets li:not([hidden]) b', least: 80 },
    facets: { selector: 'html[data-ready] #facets li:not([hidden]) b', least: 80 },
    snippets: { selector: '#list .snippet mark', least: 10 },
    list: '#facets section', row: 'li', name: 'span', count: 'b', click: 'button', field: '#q',
};
const TITLES = ['People', 'Parties', 'Places', 'Topics'];
const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');

/** Opens an address as for the first time, with a probe in the page. */
async function cold(page, peer, marks, url) {
    const where = { ...(peer === 'product' ? PRODUCT : PEER), titles: TITLES, marks };
    const source = `${PROBE}\nglobalThis.probe = probe(${JSON.stringify(where)});`;
    // Of a tab behind another no frame is drawn.
    await page.command('Page.bringToFront', {});
    await page.command('Page.addScriptToEvaluateOnNewDocument', { source });
    await page.open(url);
}

const SEEN = `const done = arguments[0];
    probe.seen.then(() => done({ marks: probe.marks, came: probe.came() }), error => done({ error: String(error) }));`;
const COMPLETE = `const [product, done] = arguments;
    const wait = () => performance.now() > 240_000 || (product ? document.getElementById('kept')?.textContent : 'complete' in document.documentElement.dataset)
        ? setTimeout(done, 1000) : setTimeout(wait, 50);
    wait();`;
const CLICKS = 'const done = arguments[1]; probe.clicks(arguments[0]).then(done, error => done({ error: String(error) }));';
const ASKED = 'const done = arguments[1]; probe.asked(arguments[0]).then(done, error => done({ error: String(error) }));';

/** A page of lists under a slow connection and a slow processor, then clicks under the slow processor and without. */
export function lists(chromium, peer, url, clicks) {
    return chromium.visit(async page => {
        await page.command('Network.enable', {});
        await page.command('Network.emulateNetworkConditions', SLOW);
        await page.command('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
        await cold(page, peer, ['counts', 'facets'], url);
        const { error, marks, came } = await page.later(SEEN);
        if (error) throw new Error(error);
        await page.command('Network.emulateNetworkConditions', FAST);
        // What comes after the lists work, indexes for words or a service worker's copies, is let come before anything is clicked.
        await page.later(COMPLETE, peer === 'product');
        const slow = await page.later(CLICKS, clicks);
        await page.command('Emulation.setCPUThrottlingRate', { rate: 1 });
        // Times of the processor itself: waiting for others is not in them.
        await page.command('Performance.enable', { timeDomain: 'threadTicks' });
        const before = await metrics(page);
        const quick = await page.later(CLICKS, clicks);
        const after = await metrics(page);
        const work = Object.fromEntries(Object.keys(after).map(name => [name, ((after[name] - before[name]) * 1e3) / clicks.length]));
        return { marks, came, slow, quick, work };
    });
}

/** A search in a page opened by its address, then another in the same page: what came until ten places could be read. */
export function searches(chromium, peer, address, first, next) {
    return chromium.visit(async page => {
        await cold(page, peer, ['snippets'], `${address}?q=${encodeURIComponent(first)}`);
        const { error, marks, came } = await page.later(SEEN);
        if (error) throw new Error(error);
        // What is still on its way belongs to the first.
        await page.later('setTimeout(arguments[0], 500)');
        const answer = await page.later(ASKED, next);
        if (answer.error) throw new Error(answer.error);
        const before = came.filter(({ ended }) => ended <= marks.snippets);
        return { first: before, next: answer.came.filter(({ begun, ended }) => begun >= answer.start && ended <= answer.now) };
    });
}

/** What the page's thread has done so far, in seconds. */
async function metrics(page) {
    const { metrics } = await page.command('Performance.getMetrics', {});
    const of = name => metrics.find(metric => metric.name === name).value;
    return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration'), all: of('TaskDuration') };
}
