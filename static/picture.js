// Saves the network as it is seen: as SVG, with its names as text, or as PNG. The build puts this behind boot.js, in one file
// with it.

// What a drawing owes to the stylesheet, which a file of its own does not have.
const looks = [
  'fill', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linejoin', 'paint-order', 'font-family', 'font-size', 'font-weight',
];

addEventListener('click', event => {
  const file = event.target.closest?.('[data-file^="network."]')?.dataset.file;
  const drawing = document.querySelector('.canvas svg');
  if (!drawing || !/\.(svg|png)$/.test(file)) return;
  const svg = new Blob([picture(drawing)], { type: 'image/svg+xml' });
  (file.endsWith('svg') ? Promise.resolve(svg) : png(svg)).then(blob => keep(blob, file), console.warn);
});

// The drawing as a document: lines, marks and names, without links, and without what is only there to be hit.
function picture(drawing) {
  const [, , width, height] = drawing.getAttribute('viewBox').split(' ');
  const copy = element('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  const ground = getComputedStyle(drawing.parentElement).backgroundColor;
  copy.append(
    element('title', {}, document.title),
    element('desc', {}, `${document.getElementById('network-summary').textContent} ${document.getElementById('link').textContent}`),
    element('rect', { width, height, fill: ground }),
  );
  for (const seen of drawing.querySelectorAll('.line, .mark, text')) {
    const drawn = seen.cloneNode(true);
    const style = getComputedStyle(seen);
    for (const name of ['class', 'style', 'tabindex']) drawn.removeAttribute(name);
    for (const look of looks) drawn.setAttribute(look, style.getPropertyValue(look));
    const moved = seen.parentElement.getAttribute('transform');
    if (moved) drawn.setAttribute('transform', moved);
    copy.append(drawn);
  }
  return new XMLSerializer().serializeToString(copy);
}

function element(name, attributes, text = '') {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

// Twice as fine as on the screen.
async function png(svg) {
  const image = new Image();
  const url = URL.createObjectURL(svg);
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}

function keep(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
}
