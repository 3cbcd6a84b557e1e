// One headless Chromium by WebDriver (https://www.w3.org/TR/webdriver2/), a fresh tab for each page.

import { spawn } from 'node:child_process';

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
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
            method,
            body: body && JSON.stringify(body),
            signal: AbortSignal.timeout(3_600_000),
        });
        const { value } = await response.json();
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
            await call('DELETE', at).catch(() => null);
            child.kill();
        },
    };
}
