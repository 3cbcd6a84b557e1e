// Stands where the service worker of a release stands, while the page is being worked on: a worker that an earlier release
// left under the same address would go on showing that release.
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));

async function leave() {
  const ours = `onrecord ${self.registration.scope} `;
  const kept = (await caches.keys()).filter(key => key.startsWith(ours));
  for (const key of kept) await caches.delete(key);
  await self.clients.claim();
  await self.registration.unregister();
  // Once: a page that brings its worker along would be loaded for ever.
  if (!kept.length) return;
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
}
