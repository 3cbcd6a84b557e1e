// MiniSearch: words and beginnings, ranked.

export async function text(data) {
    const { default: MiniSearch } = await import('/npm/minisearch/dist/es/index.js');
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(data.texts.map((text, id) => ({ id, text })));
    const search = ({ words, prefix }) => {
        const found = index.search(words.join(' '), {
            combineWith: 'AND',
            prefix: (_, at, terms) => prefix && at === terms.length - 1,
        });
        return { hits: found.length, first: found.slice(0, 10).map(hit => hit.id) };
    };
    return { search, file: () => new Blob([JSON.stringify(index)]) };
}
