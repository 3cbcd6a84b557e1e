// Starts the program: fetches it, says how far that is, checks it, and says what to do if it fails. The build puts before this
// script what wasm-bindgen writes to reach the page's programs: __wbg_init starts the first, onrecord_desk the other.
// A file of its own, because the page's security policy allows no script in the page.

// Where a browser has Trusted Types, every string on its way to become markup or a script's address passes here. The
// program's own templates hold none of this; text from documents never comes this way at all.
const forbidden = /<\s*\/?\s*(script|iframe|object|embed|base|meta|link|form)\b|\bon\w+\s*=|javascript:/i;
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: html => { if (forbidden.test(html)) throw new TypeError('markup that the page does not use'); return html; },
  createScriptURL: url => { if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError('a script from elsewhere'); return url; },
});

const told = {
  old: 'This browser is too old for this page: it has no WebAssembly, or lacks some of it. The list of documents below can be read.',
  lost: 'The page could not be loaded. Check the connection and load it again.',
  changed: 'The page was changed on its way or is being replaced just now. Load it again in a minute.',
  broken: 'The page was loaded, but it did not start. Load it again; if that does not help, try another browser.',
};
// How far each file is.
const loading = new Map();
class Failure extends Error {
  constructor(words, cause) { super(words, { cause }); }
}

const parsed = new Promise(resolve => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', resolve, { once: true });
});

try {
  await start();
} catch (error) {
  console.error(error.cause ?? error);
  await parsed;
  // The list is what there is to read.
  delete document.documentElement.dataset.first;
  // The program is of 2021 (vectors): what cannot read it is older.
  say(error instanceof Failure ? error.message : error instanceof WebAssembly.CompileError ? told.old : told.broken);
  document.getElementById('boot')?.setAttribute('data-failed', '');
}

async function start() {
  if (typeof WebAssembly !== 'object') throw new Failure(told.old);
  parsed.then(() => document.querySelectorAll('[data-style]').forEach(one => one.style.cssText = one.dataset.style));
  const [bytes] = await Promise.all([checked('program'), words(), globalThis.core]);
  await parsed;
  const begun = document.querySelector('#first [name=q]');
  await __wbg_init({ module_or_path: bytes });
  document.getElementById('boot')?.remove();
  document.documentElement.dataset.ready = '';
  if (!begun?.value) return;
  // What somebody has begun to type goes on in the program's field.
  const field = document.getElementById('q');
  field.value = begun.value;
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// The page's own words, where the address asks for another language than that of the program.
async function words() {
  const language = new URLSearchParams(location.search).get('lang');
  if (!/^[a-z]{2,3}$/.test(language) || language === 'en') return;
  try {
    globalThis.catalogue = new TextDecoder().decode(await checked('words-' + language));
    document.documentElement.lang = language;
  } catch (error) {
    // English is there.
    console.warn(error.cause ?? error);
  }
}

// The bytes of a part of the page by its name ("program", "desk", "words-mi"), as the build made them.
async function checked(name) {
  const { bytes, integrity } = await held(name);
  // Browsers have no digest on plain http, but on this very machine.
  if (globalThis.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    if (integrity !== 'sha256-' + btoa(String.fromCharCode(...digest))) throw new Failure(told.changed);
  }
  return bytes;
}

function say(words) {
  const boot = document.getElementById('boot');
  if (!boot) return;
  boot.hidden = false;
  boot.replaceChildren(Object.assign(document.createElement('p'), { textContent: words }));
}

// From here on it is about files of a host. In the page in one file, static/single.js stands here instead.

// The bytes of a part, and the hash that they should have.
async function held(name) {
  const { file, bytes, integrity } = document.querySelector(`meta[name=${name}]`).dataset;
  return { bytes: await fetched(new URL(file, document.baseURI), Number(bytes)), integrity };
}

// The whole file, or a Failure. Read in pieces to show progress; the browser's own integrity check would show none.
async function fetched(url, size, cache, priority) {
  const bytes = new Uint8Array(size);
  let read = 0;
  try {
    const response = await fetch(url, { cache, priority });
    if (!response.ok) throw new Failure(told.changed, new Error(`${url}: ${response.status}`));
    const reader = response.body.getReader();
    for (let piece; !(piece = await reader.read()).done;) {
      if (read + piece.value.length > size) throw new Failure(told.changed);
      bytes.set(piece.value, read);
      read += piece.value.length;
      progress(url, read, size);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(told.lost, error);
  }
  if (read !== size) throw new Failure(told.lost, new Error(`${url}: ${read} of ${size} bytes`));
  return bytes;
}

function progress(url, read, size) {
  const boot = document.getElementById('boot');
  // Not parsed yet.
  if (!boot) return;
  let bar = boot.querySelector('progress');
  if (!bar) {
    say('Loading the page …');
    bar = document.createElement('progress');
    bar.setAttribute('aria-label', 'Loaded');
    boot.append(bar);
  }
  loading.set(String(url), [read, size]);
  const [value, max] = [...loading.values()].reduce(([read, size], file) => [read + file[0], size + file[1]]);
  Object.assign(bar, { max, value });
}
