// Stands where the service worker of a release stands, while the page is being worked on: a worker that an earlier release
// left under the same address would go on showing that release.
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));

async function leave() {
  const ours = `onrecord ${self.registration.scope} `;
  for (const key of await caches.keys()) if (key.startsWith(ours)) await caches.delete(key);
  await self.clients.claim();
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
}
