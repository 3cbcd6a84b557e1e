// The service worker: keeps a whole build of the page on the device and gives it out from there.
//
// - A build is kept under its own version and used only when every file is there with the SHA-256 that it should have. A
//   download that breaks off leaves the version in use as it was.
// - A new version waits until the visitor accepts it; then the old one goes.
// - Caches belong to an origin, not to a folder. Their names hold the scope and no scope holds a space, so copies in other
//   folders of the same host keep theirs. Whatever is not a file of this build goes to the network as if nobody listened.

// The build fills in these two: a hash over everything, and [path, 'sha256-…'] of each file.
const version = '';
const files = [];

const scope = self.registration.scope;
const ours = `onrecord ${scope} `;
const name = ours + version;
const page = new URL('index.html', scope).href;
const hashes = new Map(files.map(([path, hash]) => [new URL(path, scope).href, hash]));

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(takeOver()));
addEventListener('fetch', event => {
  if (event.request.method !== 'GET') return;
  const url = event.request.url.split(/[?#]/)[0];
  const wanted = url === scope ? page : url;
  if (hashes.has(wanted)) event.respondWith(kept(wanted, event.request));
});
addEventListener('message', event => {
  if (event.data === 'accept') self.skipWaiting();
  else event.waitUntil(since().then(time => event.ports[0].postMessage(time)));
});

async function install() {
  // A host may go back to a version that is here and in use: then there is nothing to clear away.
  const isNew = !await caches.has(name);
  try {
    await keep();
  } catch (error) {
    if (isNew) await caches.delete(name);
    throw error;
  }
}

async function takeOver() {
  for (const other of await others()) await caches.delete(other);
  // Pages that were opened before there was a worker count as its own, or the next version would not wait for them.
  await self.clients.claim();
}

async function others() {
  return (await caches.keys()).filter(key => key.startsWith(ours) && key !== name);
}

// Every file of the build: what is here stays, what an older version has is taken from there, the rest is fetched.
async function keep() {
  const cache = await caches.open(name);
  const older = await Promise.all((await others()).map(other => caches.open(other)));
  const queue = [...hashes];
  const fetchAll = async () => {
    for (let next; (next = queue.shift());) await keepFile(cache, older, ...next);
  };
  await Promise.all([fetchAll(), fetchAll(), fetchAll(), fetchAll()]);
}

async function keepFile(cache, older, url, hash) {
  for (const source of [cache, ...older]) {
    const answer = await source.match(url);
    if (answer?.headers.get('x-integrity') !== hash) continue;
    if (source !== cache) await cache.put(url, answer);
    return;
  }
  const answer = await fetched(url, hash, 'default').catch(() => fetched(url, hash, 'reload'));
  const headers = new Headers(answer.headers);
  // The body is unpacked by now, and one answer is for every request.
  for (const header of ['content-encoding', 'content-length', 'vary']) headers.delete(header);
  headers.set('x-integrity', hash);
  headers.set('x-kept', Date.now());
  // A new answer also forgets that it was redirected, with which no navigation could be answered.
  await cache.put(url, new Response(await answer.blob(), { headers }));
}

// The browser checks the hash. What it still holds from before may be of another build: then the host is asked.
async function fetched(url, hash, cache) {
  const answer = await fetch(url, { integrity: hash, cache });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

async function kept(url, request) {
  const cache = await caches.open(name);
  return await cache.match(url) ?? fetch(request);
}

// Since when the whole build is here, in milliseconds; 0 if it is not and cannot be had. What the browser threw away is
// fetched again.
async function since() {
  try {
    await keep();
    const answer = await (await caches.open(name)).match(page);
    return Number(answer.headers.get('x-kept'));
  } catch {
    return 0;
  }
}
