// The end of boot.js in the page in one file, where there is nothing to fetch: the program's script stands before this one,
// and its bytes stand in the page, packed.
async function parts() {
  await parsed;
  const held = document.getElementById('held');
  try {
    const packed = Uint8Array.from(atob(held.textContent), letter => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
    held.remove();
    return { init: __wbg_init, bytes, integrity: held.dataset.integrity };
  } catch (error) {
    throw new Failure(told.broken, error);
  }
}
