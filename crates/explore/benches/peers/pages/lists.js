// What all peers' pages share: the data, four lists of twenty values that are patched in place, a list of titles, a search box.

export const KINDS = ['People', 'Parties', 'Places', 'Topics'];
const ROWS = 20;

/** Names by value, titles by document, the latest last; of each document its values, ascending. */
export async function loaded() {
    const { names, titles, lists } = await (await fetch('data.json')).json();
    // Of each value the difference from the one before.
    for (const list of lists) for (let at = 1; at < list.length; at += 1) list[at] += list[at - 1];
    const starts = [];
    let start = 0;
    for (const list of names) {
        starts.push(start);
        start += list.length;
    }
    const flat = names.flat();
    return {
        names: flat,
        titles: titles.split('\n'),
        lists,
        kinds: names.map((list, at) => ({ start: starts[at], length: list.length })),
        kindOf: value => names.findIndex((list, at) => value < starts[at] + list.length),
        value: new Map(flat.map((name, value) => [name, value])),
        /** The first twenty of each list, as the page shows them. */
        shown: top => starts.map((_, kind) =>
            Array.from({ length: ROWS }, (_, at) => [flat[top[kind * 40 + at * 2]], top[kind * 40 + at * 2 + 1]]).filter(([, count]) => count > 0)),
    };
}

/**
 * Draws the page and keeps it so. `state(chosen, words)`: for `chosen`, a list of `{ kind, name }`, all of them wanted, and the words
 * typed → `{ documents, facets: [[name, count], …] by kind, titles }`. `searches`: resolved when words can be asked for.
 */
export async function page(state, searches) {
    const nav = document.getElementById('facets');
    const found = document.getElementById('found');
    const list = document.getElementById('list');
    const field = document.getElementById('q');
    const chosen = [];
    const rows = KINDS.map(title => {
        const section = document.createElement('section');
        section.append(Object.assign(document.createElement('h2'), { textContent: title }), document.createElement('ul'));
        return { section, rows: Array.from({ length: ROWS }, () => row(section.lastChild)) };
    });
    const draw = async () => {
        const answer = await state(chosen, field.value.trim());
        answer.facets.forEach((values, kind) => rows[kind].rows.forEach((row, at) => fill(row, values[at], kind)));
        found.textContent = `${answer.documents.toLocaleString('en')} documents`;
        document.documentElement.dataset.ready = '';
        const titles = await answer.titles;
        while (list.children.length > titles.length) list.lastChild.remove();
        while (list.children.length < titles.length) list.append(document.createElement('li'));
        titles.forEach((title, at) => (list.children[at].textContent = title));
    };
    const fill = (row, value, kind) => {
        row.item.hidden = !value;
        if (!value) return;
        const [name, count] = value;
        if (row.name.data !== name) row.name.data = name;
        if (row.count.data !== String(count)) row.count.data = String(count);
        row.button.setAttribute('aria-pressed', String(chosen.some(one => one.kind === kind && one.name === name)));
    };
    nav.addEventListener('click', event => {
        const button = event.target.closest('button');
        if (!button) return;
        const kind = rows.findIndex(({ section }) => section.contains(button));
        const name = button.firstChild.textContent;
        const at = chosen.findIndex(one => one.kind === kind && one.name === name);
        if (at < 0) chosen.push({ kind, name });
        else chosen.splice(at, 1);
        draw();
    });
    field.addEventListener('input', draw);
    nav.append(...rows.map(({ section }) => section));
    await draw();
    if (searches) {
        await searches();
        field.hidden = false;
    }
    document.documentElement.dataset.complete = '';
}

function row(list) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const [name, count] = [document.createTextNode(''), document.createTextNode('')];
    const [label, number] = [document.createElement('span'), document.createElement('b')];
    label.append(name);
    number.append(count);
    button.append(label, number);
    item.hidden = true;
    item.append(button);
    list.append(item);
    return { item, button, name, count };
}
