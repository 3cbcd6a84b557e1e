// One peer, one task, one size: loads the data, builds, answers everything once to be checked, then again to be timed.

const wanted = Object.fromEntries(new URLSearchParams(location.search));

/** A file of the data as it lies, or as numbers. */
async function file(name) {
    const response = await fetch(`/data/${wanted.size}/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
}
const numbers = async (name, Type) => new Type(await (await file(name)).arrayBuffer());

async function loaded() {
    const workload = await (await file('workload.json')).json();
    return {
        ...workload,
        file,
        numbers,
        values: 6220,
        days: await numbers('days.i32', Int32Array),
        offsets: await numbers('offsets.u32', Uint32Array),
        lists: await numbers('values.u16', Uint16Array),
        /** Months from January 2014 on, by day since 1970. */
        month: day => {
            const date = new Date(day * 86_400_000);
            return (date.getUTCFullYear() - 2014) * 12 + date.getUTCMonth();
        },
        months: 120,
    };
}

/** Goes through all operations so many times and keeps the median of each, in milliseconds. */
async function timed(operations, answer, passes) {
    const times = operations.map(() => []);
    for (let pass = 0; pass < passes; pass += 1) {
        for (const [at, operation] of operations.entries()) {
            const start = performance.now();
            const given = answer(operation);
            // What answers at once is not made to wait for the next turn of the loop.
            if (given instanceof Promise) await given;
            times[at].push(performance.now() - start);
        }
    }
    return times.map(own => own.sort((one, other) => one - other)[own.length >> 1]);
}

async function measured() {
    const task = await import(`./tasks/${wanted.task}.js`);
    const adapter = await import(`./adapters/${wanted.peer}.js`);
    const data = await loaded();
    await task.prepare?.(data);
    const heap = () => performance.memory?.usedJSHeapSize ?? 0;
    const before = heap();
    const start = performance.now();
    const peer = await adapter[wanted.task](data);
    const built = performance.now() - start;
    const after = heap();
    const results = { built, heap: after - before, isolated: crossOriginIsolated, parts: {} };
    const key = `/answers/${wanted.task}/${wanted.size}`;
    const expected = wanted.peer === 'reference' ? null : await (await fetch(key)).json();
    const kept = {};
    for (const [name, part] of Object.entries(task.parts(data, peer))) {
        if (!part.answer) continue;
        // Once through to be checked; that warms up as well.
        const begun = performance.now();
        const answers = [];
        for (const operation of part.operations) answers.push(part.digest(await part.answer(operation), operation));
        const pass = performance.now() - begun;
        kept[name] = answers;
        const wrong = expected ? task.differences(name, answers, expected[name], part.operations, peer) : [];
        if (wrong.length > 0) {
            results.parts[name] = { wrong: wrong.length, of: answers.length, first: wrong[0] };
            continue;
        }
        if (pass < 1500) await timed(part.operations, part.answer, 3);
        const times = await timed(part.operations, part.answer, pass < 1000 ? 5 : 1);
        results.parts[name] = { times, groups: part.groups?.(answers), told: part.told?.(answers) };
    }
    results.bytes = await peer.bytes?.();
    if (wanted.peer === 'reference') await fetch(key, { method: 'POST', body: JSON.stringify(kept) });
    return results;
}

window.result = measured().catch(error => ({ error: String(error?.stack ?? error) }));
