// Keeps this copy for offline use: starts the service worker, says since when the copy is here, and offers a newer version,
// which is taken when the visitor says so and not before. The build puts this behind boot.js, in one file with it.

await parsed;
await keepCopy().catch(error => {
  console.warn(error);
  tellKept(0);
});

async function keepCopy() {
  // Browsers have none on plain http, and some none in private windows; in a frame without an origin asking for it is an error.
  const workers = navigator.serviceWorker;
  if (!workers) return tellKept(0);
  const registration = await workers.register('sw.js', { updateViaCache: 'none' });
  let asked;
  const look = () => {
    const { installing, waiting, active } = registration;
    for (const worker of [installing, waiting, active]) worker?.addEventListener('statechange', look);
    // Only beside one in use is it a newer one: the very first goes through "waiting" too.
    if (waiting && active) offer(registration);
    // Asked once: a question under way can keep the next worker from taking over.
    if (active?.state === 'activated' && active !== asked) {
      asked = active;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = event => tellKept(event.data);
      active.postMessage('since', [port2]);
    }
    if (!installing && !waiting && !active) tellKept(0);
  };
  registration.addEventListener('updatefound', look);
  look();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}

// A wording in the page's language, as boot.js has fetched it.
function said(english) {
  const entry = globalThis.catalogue?.split('\n').find(line => line.startsWith(english + '\t'));
  return entry?.slice(english.length + 1) ?? english;
}

function tellKept(time) {
  const day = time => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((day(time) - day(Date.now())) / 864e5);
  const when = new Intl.RelativeTimeFormat([document.documentElement.lang, 'en'], { numeric: 'auto' }).format(days, 'day');
  const kept = document.getElementById('kept');
  kept.parentElement.setAttribute('aria-label', said('This copy'));
  kept.textContent =
    time ? said('Ready for offline use. This copy is from {}.').replace('{}', when) : said('Not ready for offline use.');
}

function offer(registration) {
  const place = document.getElementById('update');
  if (place.firstChild) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = said('Reload');
  button.onclick = () => {
    const next = registration.waiting;
    // Accepted in another tab already.
    if (!next) return location.reload();
    next.addEventListener('statechange', () => { if (next.state === 'activated') location.reload(); });
    next.postMessage('accept');
  };
  place.append(said('There is a new version of this page.'), ' ', button);
}
