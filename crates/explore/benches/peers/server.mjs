// Gives out folders under names of their own, and keeps what the reference answered for the pages that come after it.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';

const TYPES = {
    '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.cjs': 'text/javascript',
    '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.txt': 'text/plain',
    '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json',
};

/** What is packed already does not get smaller. */
const PACKED = /\.(part|pf_\w+|pagefind|png)$/;

/**
 * `folders`: what stands after the first "/" → a folder. What lies in `published`, also one of these names, is given out as a host
 * would: packed, and to be kept by the browser. `shelf` keeps what was packed for the next run.
 */
export function serve(folders, published, shelf) {
    const answers = new Map();
    const server = createServer(async (request, response) => {
        const url = new URL(request.url, 'http://localhost');
        const headers = {
            // The clock of a page that is isolated goes in steps of 5 µs, of others of 100.
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
            'Cross-Origin-Resource-Policy': 'same-origin',
            'Cache-Control': 'no-store',
        };
        try {
            if (url.pathname.startsWith('/answers/')) {
                if (request.method === 'POST') {
                    const parts = [];
                    for await (const part of request) parts.push(part);
                    answers.set(url.pathname, Buffer.concat(parts));
                }
                const kept = answers.get(url.pathname);
                response.writeHead(kept ? 200 : 404, { ...headers, 'Content-Type': 'application/json' });
                return response.end(kept ?? 'null');
            }
            const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
            const folder = folders[name];
            const path = normalize(rest.join('/'));
            if (!folder || path.startsWith('..')) throw new Error('not here');
            let file = join(folder, path);
            if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
            headers['Content-Type'] = TYPES[extname(file)] ?? 'application/octet-stream';
            if (!published.includes(name)) {
                response.writeHead(200, headers);
                return createReadStream(file).pipe(response);
            }
            headers['Cache-Control'] = 'max-age=600';
            let body = await readFile(file);
            if (!PACKED.test(file) && /\bbr\b/.test(request.headers['accept-encoding'])) {
                headers['Content-Encoding'] = 'br';
                body = await packed(body, shelf);
            }
            response.writeHead(200, { ...headers, 'Content-Length': body.length });
            response.end(body);
        } catch {
            response.writeHead(404, headers);
            response.end();
        }
    });
    return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve({ server, port: server.address().port })));
}

/** By Brotli, as well as it can: what takes minutes is kept. */
export async function packed(bytes, shelf) {
    const file = join(shelf, `${createHash('sha256').update(bytes).digest('hex')}.br`);
    const kept = await readFile(file).catch(() => null);
    if (kept) return kept;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const body = await promisify(brotliCompress)(bytes, { params });
    await mkdir(shelf, { recursive: true });
    await writeFile(file, body);
    return body;
}

/** Packs all that lies in a folder beforehand, so that nobody is kept waiting for it. */
export async function shelve(folder, shelf) {
    for (const file of await readdir(folder, { recursive: true })) {
        const path = join(folder, file);
        if (!PACKED.test(path) && (await stat(path)).isFile()) await packed(await readFile(path), shelf);
    }
}
