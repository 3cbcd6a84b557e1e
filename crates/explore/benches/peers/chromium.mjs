// One headless Chromium by WebDriver (https://www.w3.org/TR/webdriver2/), a fresh tab for each page.

import { spawn } from 'node:child_process';
import { request } from 'node:http';

export async function start(program, driver) {
    const child = spawn(driver, ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = await new Promise((resolve, reject) => {
        let said = '';
        child.stdout.on('data', part => {
            said += part;
            const found = /successfully on port (\d+)/.exec(said);
            if (found) resolve(found[1]);
        });
        child.on('exit', () => reject(new Error(`${driver} ended: ${said}`)));
    });
    const call = async (method, path, body) => {
        const { value } = await asked(Number(port), method, path, body);
        if (value?.error) throw new Error(`${value.error}: ${value.message.split('\n')[0]}`);
        return value;
    };
    const args = ['--headless=new', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'];
    // As root it does not start with its sandbox.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    const session = await call('POST', '/session', {
        capabilities: { alwaysMatch: { 'goog:chromeOptions': { binary: program, args } } },
    });
    const at = `/session/${session.sessionId}`;
    await call('POST', `${at}/timeouts`, { script: 3_000_000, pageLoad: 300_000 });
    const [first] = await call('GET', `${at}/window/handles`);
    return {
        version: session.capabilities.browserVersion,
        /** Opens a fresh tab, hands `visit` what drives it, closes the tab. */
        async visit(visit) {
            const { handle } = await call('POST', `${at}/window/new`, { type: 'tab' });
            await call('POST', `${at}/window`, { handle });
            try {
                return await visit({
                    open: url => call('POST', `${at}/url`, { url }),
                    later: (script, ...args) => call('POST', `${at}/execute/async`, { script, args }),
                    command: (cmd, params) => call('POST', `${at}/goog/cdp/execute`, { cmd, params }),
                });
            } finally {
                await call('DELETE', `${at}/window`).catch(() => null);
                await call('POST', `${at}/window`, { handle: first }).catch(() => null);
            }
        },
        async quit() {
            // A page that is still at work keeps it from ending, but not for ever.
            await Promise.race([call('DELETE', at).catch(() => null), new Promise(resolve => setTimeout(resolve, 5000))]);
            child.kill();
        },
    };
}

/** One question to the driver. Not by `fetch`, which gives up after five minutes: a peer may take longer over a million documents. */
function asked(port, method, path, body) {
    return new Promise((resolve, reject) => {
        const question = request({ host: '127.0.0.1', port, method, path }, async answer => {
            try {
                const parts = [];
                for await (const part of answer) parts.push(part);
                resolve(JSON.parse(Buffer.concat(parts)));
            } catch (error) {
                reject(error);
            }
        });
        question.on('error', reject);
        question.end(body && JSON.stringify(body));
    });
}
