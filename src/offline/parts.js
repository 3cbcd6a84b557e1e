// The archive that lies in parts beside the page: fetches its core before the program starts, then the parts that the screen
// wants, and keeps what was read, or everything, on the device. The build puts this before boot.js, where an archive lies in parts.
//
// A part is called by the SHA-256 of its bytes, so that what is kept is right for every version of the page that wants it, and what
// is not as it should be is never shown. It is packed (deflate as it is), and unpacks to as many bytes as the core says.
archive: {
  const about = document.querySelector('meta[name=corpus]').dataset;
  const folder = new URL('parts/', document.baseURI).href;
  const megabytes = bytes => (bytes / 1e6).toFixed(1) + ' MB';

  // The screen's wants stand in an attribute: "name:bytes:bytes unpacked", parted by spaces.
  const root = document.documentElement;
  const read = list => list.split(' ').filter(Boolean).map(part => part.split(':'));
  const added = new Set();
  let soon, keeping;
  new MutationObserver(() => {
    delete globalThis.corpusCore;
    keeping ??= offerToKeep().catch(error => console.warn(error));
    bring();
  }).observe(root, { attributeFilter: ['data-wants', 'data-desk-wants'] });
  // What the page of no question will want, on its way while the program is. What fails is asked for again when it is wanted.
  const first = new Map();
  if (!location.search) for (const part of read(about.first)) first.set(part[0], brought(part, false, 'low').catch(() => {}));

  // The core, for the program: boot.js waits for it, and a moment for those, so that nothing which could be read already goes once more.
  globalThis.core = (async () => {
    globalThis.corpusCore = await unpacked(await checked('corpus'), Number(about.unpacked));
    await Promise.race([Promise.all(first.values()), new Promise(enough => setTimeout(enough, 500))]);
  })();
  globalThis.core.catch(() => {});

  // Those of the screen, and of its main region, where the desk has drawn that.
  const wants = () => [...new Set(`${root.dataset.wants} ${root.dataset.deskWants ?? ''}`.split(' '))].join(' ').trim();

  // Brings what is wanted now. Where one is somewhere else meanwhile, what has come is still handed over.
  async function bring(again) {
    const asked = wants(), queue = read(asked);
    clearTimeout(soon);
    tell();
    if (!queue.length) return;
    const all = queue.reduce((sum, part) => sum + Number(part[1]), 0);
    const came = [];
    let bytes = 0, lost;
    // Nobody needs to hear of what takes no time.
    soon = setTimeout(() => tell(`Fetching … ${megabytes(bytes)} of ${megabytes(all)}`), 1000);
    await each(queue, 6, async part => {
      if (wants() !== asked) return;
      try {
        // Once added it cannot be wanted; a core that says so would have it fetched for ever.
        if (added.has(part[0])) throw new Failure('wanted again');
        came.push(!again && await first.get(part[0]) || await brought(part, again));
        added.add(part[0]);
        bytes += Number(part[1]);
        if (place().textContent) tell(`Fetching … ${megabytes(bytes)} of ${megabytes(all)}`);
      } catch (error) {
        lost = error;
      }
    });
    if (wants() === asked) {
      clearTimeout(soon);
      tell();
    }
    try {
      if (came.length) {
        desk?.add_parts(came);
        add_parts(came);
        // The screen is drawn anew, and asks once more for what it still lacks.
        return;
      }
    } catch (error) {
      lost = error;
    }
    if (!lost || wants() !== asked) return;
    console.warn(lost.cause ?? lost);
    tell(words(lost), ['Try again', () => bring(true)]);
  }

  // What a file lacks that is to be saved: all of it or an error. The screen has no need of it.
  globalThis.bringToDesk = async list => {
    const came = [];
    await each(read(list), 6, async part => came.push(await brought(part)));
    desk.add_parts(came);
  };

  function words(error) {
    return navigator.onLine === false || error.cause instanceof TypeError
      ? 'What is shown as “…” could not be fetched: there is no connection, and it was not read here before. '
      : 'What is shown as “…” could not be fetched: it is missing or damaged where this page comes from. ';
  }

  async function brought(part, again, priority) {
    return unpacked(await fetchedPart(part, again, priority), Number(part[2]));
  }

  // The packed bytes of a part: from what is kept, or from the host. What is damaged in one place is asked for anew.
  async function fetchedPart([name, size], again, priority) {
    const url = folder + name + '.part';
    const shelf = await kept();
    const found = again ? undefined : await shelf?.match(url);
    const bytes = found ? new Uint8Array(await found.arrayBuffer()) : await fetched(url, Number(size), again ? 'reload' : 'default', priority);
    if (!await isCalled(name, bytes)) {
      if (again) throw new Failure('damaged', new Error(url));
      return fetchedPart([name, size], true);
    }
    if (!found) await shelf?.put(url, new Response(bytes)).catch(() => {});
    return bytes;
  }

  // Browsers have no digest on plain http, but on this very machine.
  async function isCalled(name, bytes) {
    if (!globalThis.crypto?.subtle) return true;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, name.length / 2);
    return name === Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
  }

  // Exactly `size` bytes; what would be more is let go before it is held.
  async function unpacked(packed, size) {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const bytes = new Uint8Array(size);
    let read = 0;
    try {
      for (let piece; !(piece = await reader.read()).done;) {
        bytes.set(piece.value, read);
        read += piece.value.length;
      }
      if (read === size) return bytes;
    } catch (error) {
      reader.cancel().catch(() => {});
    }
    throw new Failure('The documents are not what they should be. Load the page again in a minute.');
  }

  // Some at once.
  function each(queue, lanes, task) {
    const lane = async () => {
      for (let next; (next = queue.shift());) await task(next);
    };
    return Promise.all(Array.from({ length: lanes }, lane));
  }

  // Apart from what the service worker keeps: a new version of the page finds here what has stayed the same.
  async function kept() {
    try {
      return await globalThis.caches?.open(`onrecord-parts ${folder}`);
    } catch {
      // Browsers have none where they may keep nothing.
    }
  }

  function place(id = 'parts') {
    let element = document.getElementById(id);
    if (!element) {
      element = Object.assign(document.createElement('p'), { id });
      element.setAttribute(...(id === 'parts' ? ['role', 'status'] : ['aria-live', 'polite']));
      document.querySelector('.offline').append(element);
    }
    return element;
  }

  function tell(text, action) {
    show(place(), text, action);
  }

  function show(element, text = '', action) {
    element.replaceChildren(text);
    if (!action) return;
    const [words, onclick] = action;
    element.append(Object.assign(document.createElement('button'), { type: 'button', textContent: words, onclick }));
  }

  // Whether everything is kept, and the way to it. What no part of this corpus is called any more is let go.
  async function offerToKeep() {
    const shelf = await kept();
    if (!shelf) return;
    const all = read(all_parts());
    const urls = new Set(all.map(([name]) => folder + name + '.part'));
    for (const { url } of await shelf.keys()) if (!urls.has(url)) await shelf.delete(url);
    await showKept(shelf, all);
  }

  async function showKept(shelf, all, why = '') {
    const here = new Set((await shelf.keys()).map(({ url }) => url));
    const rest = all.filter(([name]) => !here.has(folder + name + '.part'));
    const sum = parts => parts.reduce((sum, part) => sum + Number(part[1]), 0);
    const whole = megabytes(sum(all));
    if (!rest.length) return show(place('keep'), `Every document is kept here for offline use (${whole}).`);
    const some = sum(all) - sum(rest) > 5e4 ? `Kept here for offline use: ${megabytes(sum(all) - sum(rest))} of ${whole}. ` : '';
    const words = why ? 'Go on' : `Keep everything for offline (${megabytes(sum(rest))})`;
    show(place('keep'), why + some, [words, () => keepAll(shelf, all, rest, sum(rest))]);
  }

  async function keepAll(shelf, all, rest, bytes) {
    const { quota, usage } = await navigator.storage?.estimate?.() ?? {};
    if (quota - usage < bytes) return show(place('keep'), `There is room for ${megabytes(quota - usage)} only; ${megabytes(bytes)} would be needed.`);
    // So that the browser does not throw it away when room is short: it may ask, or refuse.
    navigator.storage?.persist?.().catch(() => {});
    const bar = Object.assign(document.createElement('progress'), { max: bytes, value: 0 });
    bar.setAttribute('aria-label', 'Kept');
    let why = '';
    show(place('keep'), 'Keeping everything … ', ['Stop', () => { why = 'Stopped. '; }]);
    place('keep').prepend(bar, ' ');
    await each([...rest], 6, async part => {
      if (why) return;
      try {
        const url = folder + part[0] + '.part', packed = await fetchedPart(part);
        if (!await shelf.match(url)) await shelf.put(url, new Response(packed));
        bar.value += Number(part[1]);
      } catch (error) {
        console.warn(error.cause ?? error);
        why ||= error.name === 'QuotaExceededError' ? 'There is no more room. ' : 'It broke off. ';
      }
    });
    await showKept(shelf, all, why);
  }
}
