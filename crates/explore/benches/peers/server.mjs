// Gives out folders under names of their own, and keeps what the reference answered for the pages that come after it.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { extname, join, normalize } from 'node:path';

const TYPES = {
    '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.cjs': 'text/javascript',
    '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.txt': 'text/plain',
    '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json',
};

/** `folders`: what stands after the first "/" → a folder. With `pack`, bodies are packed as a host would, each once. */
export function serve(folders, { pack }) {
    const answers = new Map();
    const packed = new Map();
    const seen = { bytes: 0, requests: 0 };
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
            seen.requests += 1;
            if (!pack) {
                response.writeHead(200, headers);
                return createReadStream(file).pipe(response);
            }
            // What is packed already, as Pagefind's files, does not get smaller.
            if (!packed.has(file)) packed.set(file, gzipSync(await readFile(file), { level: 9 }));
            const body = packed.get(file);
            seen.bytes += body.length;
            response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
            response.end(body);
        } catch {
            response.writeHead(404, headers);
            response.end();
        }
    });
    return new Promise(resolve =>
        server.listen(0, '127.0.0.1', () => resolve({ server, seen, origin: `http://127.0.0.1:${server.address().port}` })));
}
