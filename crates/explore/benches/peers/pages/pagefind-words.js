// Pagefind for words alone: ten results, each with its title and an excerpt. Its index has no filters.

const field = document.getElementById('q');
const list = document.getElementById('list');
field.hidden = false;
field.value = new URLSearchParams(location.search).get('q') ?? '';

const pagefind = await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', import.meta.url).href);
// What a worker fetches is neither seen nor slowed down by the bench.
await pagefind.options({ noWorker: true });
const draw = async () => {
    const { results } = await pagefind.search(field.value);
    const first = await Promise.all(results.slice(0, 10).map(result => result.data()));
    list.replaceChildren(...first.map(({ meta, excerpt }) => {
        const item = document.createElement('li');
        item.append(Object.assign(document.createElement('h2'), { textContent: meta.title }));
        item.append(Object.assign(document.createElement('p'), { className: 'snippet', innerHTML: excerpt }));
        return item;
    }));
    document.getElementById('found').textContent = `${results.length} documents`;
};
field.addEventListener('change', draw);
draw();
