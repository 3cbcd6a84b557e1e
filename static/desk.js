// The desk: the second program, fetched and checked like the first when something of it is first asked for. The build puts this
// behind boot.js, and before it what wasm-bindgen writes to reach the desk's program.

// The program's functions, once it is there; and what keeps it from being there.
let desk, coming, lost;

// The main region for an address as bytes; nothing yet, if the desk has first to be fetched ("desk" is heard when it is there);
// or words for what went wrong, which the next call tries again.
globalThis.atDesk = address => {
  if (desk) {
    const screen = desk.screen(address);
    // Of an archive in parts: what it lacks (src/offline/parts.js).
    if (desk.wants) document.documentElement.dataset.deskWants = desk.wants();
    return screen;
  }
  const words = lost;
  lost = undefined;
  if (words) return words;
  opened().catch(error => {
    console.error(error.cause ?? error);
    lost = error instanceof Failure ? error.message : told.broken;
  }).finally(() => document.dispatchEvent(new Event('desk')));
};

function opened() {
  coming ??= (async () => {
    await onrecord_desk({ module_or_path: await checked('desk') });
    onrecord_desk.open(corpus(), globalThis.catalogue);
    // Of an archive in parts: what the page has of it.
    onrecord_desk.add_parts?.(parts_here());
    desk = onrecord_desk;
  })();
  coming.catch(() => { coming = undefined; });
  return coming;
}

// Files: a click on a control that names one saves it, made by the desk for the view that stands in the address bar.
addEventListener('click', async event => {
  const { file: key, kept } = event.target.closest?.('[data-file]')?.dataset ?? {};
  if (kept) return keep(new Blob([localStorage.getItem(kept)], { type: 'application/json' }), key);
  if (!key || /\.(svg|png)$/.test(key)) return;
  const address = location.search;
  try {
    await opened();
    let file = desk.file(address, key);
    // Of an archive in parts: what the file lacks (src/offline/parts.js).
    for (let lacks; !file && (lacks = desk.wants?.()); file = desk.file(address, key)) await bringToDesk(lacks);
    const [name, type, text] = file ?? [];
    if (name) keep(new Blob([text], { type }), name);
  } catch (error) {
    console.error(error.cause ?? error);
  }
});
