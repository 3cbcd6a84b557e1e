// crossfilter2: a dimension of arrays for each facet, one of days; its groups ignore the choice of their own dimension.

import { top } from './top.js';

export async function facets(data) {
    const script = document.createElement('script');
    script.src = '/npm/crossfilter2/crossfilter.min.js';
    await new Promise((resolve, reject) => {
        [script.onload, script.onerror] = [resolve, reject];
        document.head.append(script);
    });
    const kindOf = value => data.kinds.findIndex(kind => value < kind.start + kind.length);
    const rows = [];
    for (let document = 0; document < data.documents; document += 1) {
        const row = { day: data.days[document], month: data.month(data.days[document]), values: data.kinds.map(() => []) };
        for (let at = data.offsets[document]; at < data.offsets[document + 1]; at += 1) {
            row.values[kindOf(data.lists[at])].push(data.lists[at]);
        }
        rows.push(row);
    }
    const all = crossfilter(rows);
    const day = all.dimension(row => row.day);
    const months = day.group(day => data.month(day)).reduceCount();
    const dimensions = data.kinds.map((_, kind) => all.dimension(row => row.values[kind], true));
    const groups = dimensions.map(dimension => dimension.group().reduceCount());
    const size = all.groupAll().reduceCount();
    const chosen = data.kinds.map(() => null);
    let shown = null;
    // Only what differs from the state before is touched, the window first moved, never taken away and set again.
    const state = ({ values, window }) => {
        const wanted = data.kinds.map(() => null);
        for (const value of values) wanted[kindOf(value)] = value;
        wanted.forEach((value, kind) => {
            if (value === chosen[kind]) return;
            if (value === null) dimensions[kind].filterAll();
            else dimensions[kind].filterExact(value);
            chosen[kind] = value;
        });
        if (window && (shown?.[0] !== window[0] || shown[1] !== window[1])) day.filterRange([window[0], window[1] + 1]);
        else if (!window && shown) day.filterAll();
        shown = window;
        return answer();
    };
    const answer = () => {
        const counts = new Uint32Array(data.values);
        for (const group of groups) for (const { key, value } of group.all()) counts[key] = value;
        const byMonth = new Uint32Array(data.months);
        for (const { key, value } of months.all()) byMonth[key] = value;
        return { documents: size.value(), counts, months: byMonth, top: top(counts, data.kinds) };
    };
    return { state, read: answer => answer, ignoresOwn: true };
}
