// The end of boot.js in the page in one file, where there is nothing to fetch: the programs' bytes stand in the page, packed.
async function held(name) {
  await parsed;
  const element = document.getElementById(name);
  try {
    const packed = Uint8Array.from(atob(element.textContent), letter => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
    element.remove();
    return { bytes, integrity: element.dataset.integrity };
  } catch (error) {
    throw new Failure(told.broken, error);
  }
}
