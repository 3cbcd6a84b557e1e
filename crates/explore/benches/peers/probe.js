// Runs in a page before anything else does: notes when something can be seen, and clicks and waits as a visitor would.
// What is looked for stands in `where`, CSS selectors by what they find.

globalThis.probe = where => {
    performance.setResourceTimingBufferSize(5000);
    const frame = () => new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no frame, ${document.visibilityState}`)), 60_000);
        requestAnimationFrame(now => {
            clearTimeout(late);
            resolve(now);
        });
    });
    const many = name => document.querySelectorAll(where[name].selector).length >= where[name].least;

    let fault;
    addEventListener('error', event => (fault ??= event.message));
    addEventListener('unhandledrejection', event => (fault ??= String(event.reason)));

    /** When so many of each can be seen, in milliseconds since the visit began: the frame after they stood in the document. */
    const marks = {};
    const seen = (async () => {
        const left = new Set(where.marks);
        while (left.size > 0) {
            await frame();
            if (performance.now() > 180_000 || fault) throw new Error(`${[...left]} not seen: ${fault}`);
            const found = [...left].filter(name => many(name));
            if (found.length === 0) continue;
            const now = await frame();
            for (const name of found) {
                marks[name] = now;
                left.delete(name);
            }
        }
        return marks;
    })();

    /** What came over the wire: each answer with its size as it was sent, and when its last byte was there. */
    const came = () =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => ({
            // What came from the browser's cache did not come again.
            file: new URL(entry.name).pathname, bytes: entry.transferSize > 0 ? entry.encodedBodySize : 0, begun: entry.requestStart, ended: entry.responseEnd,
        }));

    const lists = () => {
        const all = [...document.querySelectorAll(where.list)];
        return where.titles.map(title => all.find(list => list.querySelector('h2').textContent.trim() === title));
    };
    const shown = () => lists().map(list =>
        [...list.querySelectorAll(where.row)].filter(row => !row.hidden).map(row => [
            row.querySelector(where.name).textContent.trim(), Number(row.querySelector(where.count).textContent.replace(/\D/g, ''))]));

    /**
     * Clicks a value of a list. `work`: from the click until the counts have changed and everything has its place, and what the next
     * frame then takes; `frame`: until that frame is over, which includes waiting for it.
     */
    async function clicked({ kind, name }) {
        const row = [...lists()[kind].querySelectorAll(where.row)].find(row => !row.hidden && row.querySelector(where.name).textContent.trim() === name);
        if (!row) return { lost: true };
        const key = () => lists().map(list => list.querySelector(where.count).textContent).join(' ');
        const before = key();
        const changed = new Promise((resolve, reject) => {
            const observer = new MutationObserver(() => {
                if (key() === before) return;
                observer.disconnect();
                resolve();
            });
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
            setTimeout(() => reject(new Error(`${name}: nothing changed`)), 30_000);
        });
        await frame();
        await new Promise(resolve => setTimeout(resolve));
        const start = performance.now();
        row.querySelector(where.click).click();
        await changed;
        document.body.getBoundingClientRect();
        const placed = performance.now();
        await frame();
        const begun = performance.now();
        await new Promise(resolve => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
        });
        const end = performance.now();
        // Titles and texts that come later are let come.
        await new Promise(resolve => setTimeout(resolve, 150));
        return { work: placed - start + end - begun, frame: end - start, shown: shown() };
    }

    /** Clicks one after the other. */
    async function clicks(all) {
        const answers = [];
        for (const one of all) answers.push(await clicked(one));
        return answers;
    }

    /** Asks for other words, as if typed and sent; when the places that answer are others, what came by then. */
    async function asked(words) {
        const text = () => [...document.querySelectorAll(where.snippets.selector)].map(item => item.textContent).join('\n');
        const [before, start] = [text(), performance.now()];
        const field = document.querySelector(where.field);
        field.value = words;
        if (field.form) field.form.requestSubmit();
        else field.dispatchEvent(new Event('change'));
        for (;;) {
            await frame();
            if (many('snippets') && text() !== before) break;
            if (performance.now() - start > 30_000) throw new Error(`${words}: no answer`);
        }
        const now = await frame();
        return { came: came(), start, now };
    }
    return { seen, marks, came, clicks, asked };
};
