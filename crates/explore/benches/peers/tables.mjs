// What was measured → the tables of RESULTS.md. Each stands between two marks, and only those that were measured are made anew.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { PEERS, TASKS } from './peers.mjs';

export function machine() {
    const [{ model }] = cpus();
    return `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()} ${arch()}, node ${process.versions.node}`;
}

/** Writes the tables of all that was measured into `file`, leaving what stands round them. */
export function tables(measured, packages, file) {
    let text = existsSync(file) ? readFileSync(file, 'utf8') : '# Measured side by side\n';
    for (const [task, { title }] of Object.entries(TASKS)) {
        const sizes = Object.values(measured).filter(run => run.task === task).sort((one, other) => one.size - other.size);
        for (const run of sizes) {
            const [begin, end] = [`<!-- measured: ${task} ${run.size} -->`, `<!-- end: ${task} ${run.size} -->`];
            const table = `${begin}\n### ${title}, ${run.size.toLocaleString('en')} documents\n\n${described(run, packages)}\n${end}`;
            const at = text.indexOf(begin);
            text = at < 0 ? `${text.trimEnd()}\n\n${table}\n` : text.slice(0, at) + table + text.slice(text.indexOf(end) + end.length);
        }
    }
    writeFileSync(file, text);
}

function described(run, packages) {
    const loads = run.rounds.map(round => round.load.toFixed(1)).join(', ');
    const lines = [`${run.when}, Chromium ${run.chromium}, ${run.machine}; load after each round ${loads}.`, ''];
    const rounds = run.rounds.map(round => round.results);
    const present = PEERS.filter(peer => rounds.some(results => results[peer.name]));
    const parts = [...new Set(rounds.flatMap(results => Object.values(results).flatMap(result => Object.keys(result.parts ?? {}))))];
    for (const part of parts) lines.push(...table(part, run, rounds, present, packages), '');
    const columns = TASKS[run.task].columns ?? [];
    if (columns.length > 0) {
        lines.push(`| | ${columns.map(column => column.title).join(' | ')} |`, `|---|${columns.map(() => '---:|').join('')}`);
        for (const peer of present) {
            const cell = ({ key, text, ratio }) => {
                const of = results => results[peer.name]?.[key];
                const [value, times] = [middle(rounds.map(of)), ratio && middle(rounds.map(results => of(results) / results.product?.[key]))];
                return value === undefined ? '' : text(value) + (times ? ` (${factor(times)})` : '');
            };
            lines.push(`| ${name(peer, packages)} | ${columns.map(cell).join(' | ')} |`);
        }
        lines.push('');
    }
    lines.push(...files(rounds));
    for (const peer of present) {
        const error = rounds.map(results => results[peer.name]?.error).find(Boolean);
        if (error) lines.push(`${peer.title} could not answer: \`${error.split('\n')[0]}\``, '');
    }
    return lines.join('\n').trimEnd();
}

/** What Onrecord's own page fetched in the first round, in the order in which it was there. */
function files(rounds) {
    const came = rounds[0].product?.files;
    if (!came) return [];
    const lines = ['| what came to Onrecord’s page | kB | asked for after, s | there after, s |', '|---|---:|---:|---:|'];
    const parts = came.filter(({ file }) => file.includes('/parts/'));
    const whole = came.filter(file => !parts.includes(file)).map(({ file, ...rest }) => ({ file: called(file), ...rest }));
    if (parts.length > 0) {
        const of = key => parts.map(part => part[key]);
        const sum = of('bytes').reduce((sum, bytes) => sum + bytes, 0);
        whole.push({ file: `${parts.length} parts`, bytes: sum, begun: Math.min(...of('begun')), ended: Math.max(...of('ended')) });
    }
    const seconds = time => (time / 1e3).toFixed(2);
    for (const { file, bytes, begun, ended } of whole.sort((one, other) => one.ended - other.ended)) {
        lines.push(`| ${file} | ${(bytes / 1e3).toFixed(1)} | ${seconds(begun)} | ${seconds(ended)} |`);
    }
    return [...lines, ''];
}

/** A file's name without the hash in it. */
function called(path) {
    return path.endsWith('/') ? 'the page itself' : path.split('/').at(-1).replace(/-[0-9a-f]{8,}/, '');
}

function table(part, run, rounds, present, packages) {
    const labels = [...new Set(rounds.flatMap(results => results.product?.parts?.[part]?.groups ?? []))].sort();
    const groups = labels.length > 1 ? labels : [];
    const heading = groups.map(label => ` ${label.replace(/^\d /, '')} |`).join('');
    const lines = [
        `| ${part} | mean ms | median | p95 | mean ÷ Onrecord’s | median ÷ |${heading}`,
        `|---|---:|---:|---:|---:|---:|${groups.map(() => '---:|').join('')}`,
    ];
    for (const peer of present) {
        const own = rounds.map(results => results[peer.name]?.parts?.[part]);
        if (own.every(answer => answer === undefined)) continue;
        const wrong = own.find(answer => answer?.wrong);
        if (wrong) {
            lines.push(`| ${name(peer, packages)} | other answers: ${wrong.wrong} of ${wrong.of} | | | | |${groups.map(() => ' |').join('')}`);
            continue;
        }
        const by = of => middle(own.map((answer, at) => (answer?.times ? of(answer, rounds[at].product?.parts?.[part]) : undefined)));
        const ratio = of => by((answer, product) => (product?.times ? of(answer) / of(product) : undefined));
        const cell = label => {
            const of = answer => mean(answer.times.filter((_, at) => (answer.groups ?? [])[at] === label));
            const [time, times] = [by(of), ratio(of)];
            return ` ${number(time)} (${factor(times)}) |`;
        };
        const told = own.find(answer => answer?.told)?.told;
        const of = [answer => mean(answer.times), answer => quantile(answer.times, 0.5), answer => quantile(answer.times, 0.95)];
        lines.push(
            `| ${name(peer, packages)}${told ? `, ${told}` : ''} | ${of.map(of => number(by(of))).join(' | ')} | ${factor(ratio(of[0]))} | ${factor(ratio(of[1]))} |${groups.map(cell).join('')}`,
        );
    }
    return lines;
}

function name(peer, packages) {
    if (!peer.package) return peer.title;
    const { version } = JSON.parse(readFileSync(join(packages, 'node_modules', peer.package, 'package.json'), 'utf8'));
    return `${peer.title} ${version}`;
}

function mean(numbers) {
    return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function quantile(numbers, share) {
    const sorted = [...numbers].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function middle(numbers) {
    const known = numbers.filter(number => number !== undefined && Number.isFinite(number));
    return known.length > 0 ? quantile(known, 0.5) : undefined;
}

function number(value) {
    if (value === undefined) return '';
    return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

function factor(value) {
    if (value === undefined) return '';
    return `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}×`;
}
