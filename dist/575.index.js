export const id = 575;
export const ids = [575];
export const modules = {

/***/ 8575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zW: () => (/* binding */ asks),
  tw: () => (/* binding */ asksAbsolutely),
  $y: () => (/* binding */ isWaived),
  $U: () => (/* binding */ judgeGate),
  hN: () => (/* binding */ needsOf)
});

// EXTERNAL MODULE: ./src/domain/reason.ts
var domain_reason = __webpack_require__(6742);
;// CONCATENATED MODULE: ./src/gates/kind.ts
/** A kind of gate that looks at nothing but its own begins with this. */
const NOTHING = { baseline: false, metrics: [], tags: [], holds: false, lineage: false };

;// CONCATENATED MODULE: ./src/gates/from.ts


/** The candidate holds a stage or an alias now, and has held it for some time. */
const from = {
    judge: (gate, { circumstances }) => {
        const [verdict, reason, text] = verdictOf(gate, circumstances);
        const since = gate.place.startsWith('@') ? null : circumstances.updatedAt;
        return { result: { ...gate, verdict, reason, text, remedy: domain_reason/* GATE_REMEDIES */.Bz[reason], since }, warnings: [] };
    },
    needs: () => ({ ...NOTHING, holds: true }),
    asks: ({ place, soak }) => soak === null ? `It holds ${place}.` : `It has held ${place} for ${soak.text} at least.`,
    asksAbsolutely: () => true,
    isWaived: () => false,
};
function verdictOf({ place, soak }, { now, holds, createdAt, updatedAt }) {
    if (!holds.includes(place)) {
        const where = holds.length === 0 ? 'nothing' : holds.join(', ');
        return ['fail', 'not-in-place', `The version does not hold ${place}; it holds ${where}.`];
    }
    if (soak === null)
        return ['pass', 'in-place', `The version holds ${place}.`];
    if (now - createdAt < soak.ms) {
        const text = `The version was registered ${lasting(now - createdAt)} ago, and has to hold ${place} for ${soak.text}.`;
        return ['fail', 'soak-too-short', text];
    }
    // What a registry tells of a version is when it was last changed: it went to its stage then, or before.
    if (!place.startsWith('@') && updatedAt !== null && now - updatedAt >= soak.ms) {
        return [
            'pass',
            'in-place',
            `The version holds ${place}, unchanged for ${lasting(now - updatedAt)} (${soak.text} asked for).`,
        ];
    }
    const why = place.startsWith('@') || updatedAt === null
        ? `the registry does not tell since when`
        : `it was last changed ${lasting(now - updatedAt)} ago, which may have been its way there`;
    return [
        'inconclusive',
        'soak-not-known',
        `The version holds ${place}, and has to for ${soak.text}; ${why}.`,
    ];
}
const UNITS = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
];
/** The largest whole unit, rounded down. A clock that is behind counts as no time at all. */
function lasting(ms) {
    const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? ['s', 1_000];
    return `${Math.max(0, Math.floor(ms / size))}${unit}`;
}

// EXTERNAL MODULE: ./src/domain/evidence.ts
var evidence = __webpack_require__(335);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
;// CONCATENATED MODULE: ./src/gates/lineage.ts




/** What each part is called, and what there is of it; null where nothing is known. */
const PARTS = {
    // Whatever else stands there names no commit (Git: SHA-1 or SHA-256).
    commit: [
        'training commit',
        ({ commit }) => (commit !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit : null),
    ],
    run: ['training run', ({ runId }) => runId],
    dataset: [
        'dataset of its training run',
        ({ datasets: [first] }) => (first === undefined ? null : (0,evidence/* datasetName */.w)(first)),
    ],
};
/** Something is known of where the candidate came from. */
const lineage = {
    judge: (gate, { candidate }) => {
        const [what, of] = PARTS[gate.part];
        const found = of(candidate.lineage);
        const reason = found === null ? 'lineage-missing' : 'lineage-known';
        const text = found === null ? `The version has no ${what} that is known.` : `Its ${what} is ${(0,quote/* quote */.h)(found)}.`;
        const verdict = found === null ? 'invalid' : 'pass';
        return { result: { ...gate, verdict, reason, text, remedy: domain_reason/* GATE_REMEDIES */.Bz[reason], found }, warnings: [] };
    },
    needs: () => ({ ...NOTHING, lineage: true }),
    asks: ({ part }) => `The ${PARTS[part][0]} is known.`,
    asksAbsolutely: () => true,
    isWaived: () => false,
};

// EXTERNAL MODULE: ./src/domain/version.ts
var version = __webpack_require__(3356);
;// CONCATENATED MODULE: ./src/gates/sign-off.ts




/** Every role has said yes, each with a name, in a tag of its own. */
const signOff = {
    judge: (gate, { candidate }) => {
        const signed = gate.roles.map((role) => signatureOf(role, (0,version/* tagValue */.EZ)(candidate.version, tagOf(gate, role)) ?? ''));
        const [verdict, reason, text] = sign_off_verdictOf(gate, signed);
        return {
            result: { ...gate, verdict, reason, text, remedy: domain_reason/* GATE_REMEDIES */.Bz[reason], signed },
            warnings: [],
        };
    },
    needs: (gate) => ({ ...NOTHING, tags: gate.roles.map((role) => tagOf(gate, role)) }),
    asks: (gate) => {
        const tags = gate.roles.map((role) => (0,quote/* quote */.h)(tagOf(gate, role))).join(' and ');
        return `Every role has said yes by name, in the tags ${tags}.`;
    },
    asksAbsolutely: () => true,
    isWaived: () => false,
};
/** Whom a promotion waits for: who said no first, then who said nothing that counts. */
const ENDS = [
    ['nothing', 'invalid', 'sign-off-missing', 'said nothing'],
    ['unclear', 'invalid', 'sign-off-unclear', 'said neither yes nor no with a name'],
    ['no', 'fail', 'sign-off-refused', 'said no'],
];
function sign_off_verdictOf(gate, signed) {
    for (const [says, verdict, reason, words] of ENDS) {
        const those = signed.filter((one) => one.says === says);
        const named = those.map(({ role, name }) => `${(0,quote/* quote */.h)(role)}${name === null ? '' : ` (${name})`} in ${(0,quote/* quote */.h)(tagOf(gate, role))}`);
        if (named.length > 0)
            return [verdict, reason, `The version is not signed off: ${named.join(', ')} ${words}.`];
    }
    const names = signed.map(({ role, name }) => `${role} by ${name ?? ''}`);
    return ['pass', 'signed-off', `The version is signed off: ${names.join(', ')}.`];
}
/** One role's tag: nobody overwrites another's word. */
function tagOf({ tag }, role) {
    return `${tag}.${role}`;
}
function signatureOf(role, said) {
    if (said.trim() === '')
        return { role, says: 'nothing', name: null };
    const [, word = '', name = ''] = /^(yes|no):(.*)$/i.exec(said.trim()) ?? [];
    const known = name.trim().slice(0, 200);
    if (word === '' || known === '')
        return { role, says: 'unclear', name: null };
    return { role, says: word.toLowerCase() === 'yes' ? 'yes' : 'no', name: known };
}

// EXTERNAL MODULE: ./src/text/list.ts
var list = __webpack_require__(2807);
// EXTERNAL MODULE: ./src/text/look-alike.ts
var look_alike = __webpack_require__(4749);
;// CONCATENATED MODULE: ./src/gates/tag.ts






const SHOWN = 10;
/** A tag of the candidate that must have one of some values, to the letter. */
const tag = {
    judge: (gate, { candidate }) => {
        const found = (0,version/* tagValue */.EZ)(candidate.version, gate.tag);
        return { result: resultOf(gate, found), warnings: [] };
    },
    needs: (gate) => ({ ...NOTHING, tags: [gate.tag] }),
    asks: ({ tag: name, accepted }) => `Its tag ${(0,quote/* quote */.h)(name)} is ${oneOf(accepted)}.`,
    asksAbsolutely: () => true,
    isWaived: () => false,
};
function resultOf(gate, found) {
    const [verdict, reason, text] = tag_verdictOf(gate, found);
    return { ...gate, verdict, reason, text, remedy: domain_reason/* GATE_REMEDIES */.Bz[reason], found };
}
function tag_verdictOf({ tag: name, accepted }, found) {
    const wanted = oneOf(accepted);
    if (found === null)
        return ['invalid', 'tag-missing', `The version has no tag ${(0,quote/* quote */.h)(name)}, which must be ${wanted}.`];
    if (accepted.includes(found))
        return ['pass', 'tag-accepted', `The tag ${(0,quote/* quote */.h)(name)} is ${(0,quote/* quote */.h)(found)}.`];
    const hint = (0,look_alike/* lookAlikeHint */.L)(found, accepted);
    return [
        'fail',
        'tag-not-accepted',
        `The tag ${(0,quote/* quote */.h)(name)} is ${(0,quote/* quote */.h)(found, 100)}, not ${wanted}.${hint}`,
    ];
}
function oneOf(accepted) {
    const values = accepted.map((value) => (0,quote/* quote */.h)(value));
    return (0,list/* listed */.K)(values, SHOWN).replaceAll('", "', '" or "');
}

// EXTERNAL MODULE: ./node_modules/big.js/big.mjs
var big = __webpack_require__(9965);
;// CONCATENATED MODULE: ./src/gates/threshold/decimal.ts

/** A constructor of our own: nobody else's settings reach it. Only exact operations are used (no division). */
const Exact = (0,big/* default */.A)();
/**
 * At or beyond this a double stands for an infinity: SQL stores write ±1.7976931348623157e308 for
 * one (`sqlalchemy_store.py` of every release so far).
 */
const INFINITY_STANDS_AT = 1.79e308;
/** False for NaN, the infinities and the huge numbers that stores write for them. */
function isFiniteMetric(value) {
    return Number.isFinite(value) && Math.abs(value) < INFINITY_STANDS_AT;
}
/**
 * A double as its shortest decimal text that reads back as the same double (ECMA-262, Number::toString), which
 * is what registries and people show. The value must be finite.
 */
function fromDouble(value) {
    return new Exact(String(value));
}
/** Decimal text as a policy wrote it, exactly. */
function fromText(text) {
    return new Exact(text);
}
function holds(left, op, right) {
    switch (op) {
        case '>=':
            return left.gte(right);
        case '<=':
            return left.lte(right);
        case '>':
            return left.gt(right);
        case '<':
            return left.lt(right);
    }
}
/** Whether one is that many times the other or more, their signs aside. Nothing is any number of times zero. */
function apart(a, b, times) {
    if (a.eq(0) || b.eq(0))
        return false;
    return a.abs().gte(b.abs().times(times)) || b.abs().gte(a.abs().times(times));
}
/** `percent` % of |base|, exactly: times 0.01 instead of a division, which would round. */
function percentOf(percent, base) {
    return percent.times(base.abs()).times('0.01');
}
/** All digits, never rounded; with an exponent below 1e-6 and from 1e21 on, as JavaScript prints numbers. */
function print(value) {
    return value.eq(0) ? '0' : value.toString();
}

;// CONCATENATED MODULE: ./src/gates/threshold/comparison.ts

const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };
const ZERO = 'baseline-zero';
/**
 * Fills one comparison of a gate with its numbers and decides it. `± p%` means p % of |baseline|; of a
 * baseline of 0 that is no step at all, so such a comparison is invalid, unless the same gate also gives an
 * absolute step from the baseline in the same direction: then it is waived.
 */
function fill(comparison, all, candidate, ground) {
    const { op, operand } = comparison;
    if (operand.kind === 'number')
        return decided(candidate, op, fromText(operand.value), '');
    if (ground.kind === 'waived')
        return waived(comparison, ground.why);
    if (ground.kind === 'obstacle')
        return blocked(comparison, ground.obstacle, ground.obstacle.reason);
    const { offset } = operand;
    if (offset?.unit !== 'percent' || !ground.value.eq(0))
        return againstBaseline(candidate, op, ground.value, offset);
    if (hasAbsoluteStep(all, op))
        return waived(comparison, 'production is 0, so the absolute step decides');
    const message = `The baseline is 0, and ${offset.amount}% of 0 is no step at all.`;
    return blocked(comparison, { reason: ZERO, message }, ZERO);
}
/** A comparison that could not be made. */
function blocked(comparison, obstacle, why) {
    return { filled: undecided(comparison, 'invalid', why), obstacle };
}
function waived(comparison, why) {
    return { filled: undecided(comparison, 'waived', why), obstacle: null };
}
function undecided(comparison, result, why) {
    const { op, operand } = comparison;
    const side = operand.kind === 'number' ? print(fromText(operand.value)) : `production${offsetText(operand.offset)}`;
    const limit = operand.kind === 'number' ? side : null;
    return { result, op, limit, distance: null, text: `${SIGNS[op]} ${side} (${result}: ${why})` };
}
/** With a step from the baseline the limit is spelled out; without one it is the baseline. */
function againstBaseline(candidate, op, baseline, offset) {
    if (offset === null)
        return decided(candidate, op, baseline, ' = production');
    const amount = fromText(offset.amount);
    const step = offset.unit === 'percent' ? percentOf(amount, baseline) : amount;
    const limit = offset.sign === '+' ? baseline.plus(step) : baseline.minus(step);
    const shownStep = offset.unit === 'percent' ? ` (${print(step)})` : '';
    return decided(candidate, op, limit, ` = production ${print(baseline)}${offsetText(offset)}${shownStep}`);
}
function decided(candidate, op, limit, origin) {
    const distance = upward(op) ? candidate.minus(limit) : limit.minus(candidate);
    const filled = {
        result: holds(candidate, op, limit) ? 'pass' : 'fail',
        op,
        limit: print(limit),
        distance: print(distance),
        text: `${relationText(candidate, op, limit)}${origin}`,
    };
    return { filled, obstacle: null };
}
/** What is true of the two numbers, so that a text never states what is false. */
function relationText(candidate, op, limit) {
    if (holds(candidate, op, limit))
        return `${print(candidate)} ${SIGNS[op]} ${print(limit)}`;
    if (candidate.eq(limit))
        return `${print(candidate)} is not ${op} ${print(limit)}`;
    return `${print(candidate)} ${candidate.lt(limit) ? '<' : '>'} ${print(limit)}`;
}
function offsetText(offset) {
    if (offset === null)
        return '';
    const percent = offset.unit === 'percent' ? '%' : '';
    return ` ${offset.sign} ${print(fromText(offset.amount))}${percent}`;
}
/** A step away from the baseline in the direction asked for: what lets a candidate fall behind it is none. */
function hasAbsoluteStep(all, op) {
    return all.some(({ op: other, operand }) => {
        if (operand.kind !== 'baseline' || upward(other) !== upward(op))
            return false;
        const { offset } = operand;
        if (offset?.unit !== 'absolute' || fromText(offset.amount).eq(0))
            return false;
        return offset.sign === (upward(op) ? '+' : '-');
    });
}
function upward(op) {
    return op === '>=' || op === '>';
}

// EXTERNAL MODULE: ./src/text/near.ts
var text_near = __webpack_require__(525);
;// CONCATENATED MODULE: ./src/gates/threshold/measurement.ts






const measurement_SHOWN = 10;
const DOUBTS = {
    'suspect-zero': { candidate: 'metric-suspect-zero', baseline: 'baseline-metric-suspect-zero' },
    'shared-run': { candidate: 'metric-of-shared-run', baseline: 'baseline-metric-of-shared-run' },
    'run-unusable': { candidate: 'metric-run-unusable', baseline: 'baseline-metric-run-unusable' },
};
/** The candidate's value a gate looks at: the metric, on the dataset the gate names, or the only one there is. */
function chooseCandidate(gate, all) {
    const rows = all.filter(({ metric }) => metric === gate.metric);
    if (rows.length === 0)
        return { ok: false, obstacle: missing('candidate', gate, all, 'metric-missing') };
    const matching = rows.filter(({ dataset }) => isMeant(gate.dataset, dataset));
    const [measurement, second] = matching;
    if (measurement === undefined) {
        const wanted = filterLabel(gate.dataset);
        const not = wanted === null ? 'not without a dataset' : `not for ${(0,quote/* quote */.h)(wanted)}`;
        const message = `The candidate has ${(0,quote/* quote */.h)(gate.metric)} for ${datasets(rows)}, ${not}.${datasetHint(gate, rows)}`;
        return { ok: false, obstacle: { reason: 'metric-missing', message } };
    }
    if (second === undefined)
        return { ok: true, measurement, oneSided: false };
    return { ok: false, obstacle: ambiguous('candidate', gate, matching, pinned(gate, matching)) };
}
/**
 * The baseline's value to compare a candidate's with: the same digest first; without one, the only value that
 * may be of the same dataset. A known difference is never compared.
 */
function chooseBaseline(gate, candidate, all) {
    const rows = all.filter(({ metric }) => metric === gate.metric);
    if (rows.length === 0)
        return { ok: false, obstacle: missing('baseline', gate, all, 'baseline-metric-missing') };
    const related = rows.map((row) => ({ row, relation: relation(candidate.dataset, row.dataset) }));
    const same = related.filter((item) => item.relation === 'same');
    const usable = same.length > 0 ? same : related.filter((item) => item.relation !== 'different');
    const named = usable.filter(({ row }) => row.dataset?.name === candidate.dataset?.name);
    const decides = candidate.dataset !== null || gate.dataset.kind === 'none';
    const [chosen, second] = named.length === 1 && decides ? named : usable;
    if (chosen === undefined) {
        const on = quoteOr(datasetLabel(candidate.dataset), 'no dataset');
        const message = `${(0,quote/* quote */.h)(gate.metric)} of the candidate is for ${on}, but of the baseline for ${datasets(rows)}.`;
        return { ok: false, obstacle: { reason: 'dataset-mismatch', message } };
    }
    if (second !== undefined) {
        const meant = usable.map(({ row }) => row);
        const remedy = "Log the candidate's metric with the dataset it was measured on, under the same name and digest.";
        const alike = meant.filter(({ dataset }) => dataset === null && candidate.dataset === null);
        return { ok: false, obstacle: ambiguous('baseline', gate, meant, pinned(gate, alike) ?? remedy) };
    }
    return { ok: true, measurement: chosen.row, oneSided: chosen.relation === 'one-sided' };
}
/** Why a value is not to be believed; null when it is. */
function doubtAbout(measurement, who) {
    const what = `The ${who}'s ${(0,quote/* quote */.h)(measurement.metric)}`;
    if (!isFiniteMetric(measurement.value)) {
        const reason = who === 'candidate' ? 'metric-not-finite' : 'baseline-metric-not-finite';
        return { reason, message: `${what} is ${measurement.value}, which is not a finite number.` };
    }
    const { doubt } = measurement;
    if (doubt === null)
        return null;
    const { remedy } = doubt;
    const reason = DOUBTS[doubt.kind][who];
    return { reason, message: `${what} ${doubt.what}.`, ...(remedy === null ? {} : { remedy }) };
}
/** Clocks differ by less. */
const SKEW_MS = 3_600_000;
/** Whether the candidate's value is older than the policy allows. A time that is none, or to come, proves no age. */
function ageDoubt({ metric, timestamp }, { maxAge, circumstances }) {
    if (maxAge === null)
        return null;
    const age = circumstances.now - timestamp;
    if (age <= maxAge.ms && age >= -SKEW_MS)
        return null;
    const date = new Date(timestamp);
    const when = Number.isNaN(date.getTime()) ? 'has no time' : `was logged at ${date.toISOString()}`;
    const message = `The candidate's ${(0,quote/* quote */.h)(metric)} ${when}, and may be at most ${maxAge.text} old.`;
    return { reason: 'metric-too-old', message };
}
/** `name`, `name@digest`, or null for a value logged without a dataset. */
function datasetLabel(dataset) {
    return dataset === null ? null : (0,evidence/* datasetName */.w)(dataset);
}
/** The dataset a gate names, as a label; null when it names none. */
function filterLabel(filter) {
    return filter.kind === 'named' ? datasetLabel(filter) : null;
}
/** The dataset a gate names may differ from what was logged in what nobody sees. */
function datasetHint({ dataset: filter }, rows) {
    const names = rows.flatMap(({ dataset }) => dataset?.name ?? []);
    return filter.kind === 'named' ? (0,look_alike/* lookAlikeHint */.L)(filter.name, names) : '';
}
function isMeant(filter, dataset) {
    if (filter.kind !== 'named')
        return filter.kind === 'any' || dataset === null;
    return dataset?.name === filter.name && (filter.digest === null || dataset.digest === filter.digest);
}
/** Whether two values were measured on the same content, as far as is known. */
function relation(a, b) {
    if (a === null || b === null)
        return a === b ? 'unknown' : 'one-sided';
    if (a.digest !== null && b.digest !== null)
        return a.digest === b.digest ? 'same' : 'different';
    if (a.name !== b.name)
        return 'different';
    return a.digest === b.digest ? 'unknown' : 'one-sided';
}
function missing(who, gate, all, reason) {
    const names = [...new Set(all.map(({ metric }) => metric))].sort();
    const near = (0,text_near/* nearest */.p)(gate.metric, names);
    const hint = near.length > 0 ? `; near it: ${near.map((name) => (0,quote/* quote */.h)(name)).join(', ')}` : '';
    const quoted = names.map((name) => (0,quote/* quote */.h)(name));
    const has = quoted.length > 0 ? `it has ${(0,list/* listed */.K)(quoted, measurement_SHOWN)}` : 'it has no metrics at all';
    return {
        reason,
        message: `The ${who} has no metric ${(0,quote/* quote */.h)(gate.metric)}; ${has}${hint}.${(0,look_alike/* lookAlikeHint */.L)(gate.metric, near)}`,
    };
}
function ambiguous(who, gate, rows, remedy) {
    const message = `The ${who}'s metric ${(0,quote/* quote */.h)(gate.metric)} exists for more than one dataset: ${datasets(rows)}.`;
    return { reason: 'dataset-ambiguous', message, ...(remedy === undefined ? {} : { remedy }) };
}
/** What to write, with a line of YAML that means the first value that can be named; JSON strings are YAML strings. */
function pinned(gate, rows) {
    const [value] = rows.flatMap(({ dataset }) => nameAmong(rows, dataset) ?? []);
    if (value === undefined)
        return undefined;
    const key = gate.required ? 'require' : 'advisory';
    const yaml = `${(0,quote/* quote */.h)(gate.metric)}: { ${key}: ${(0,quote/* quote */.h)(gate.condition)}, dataset: ${value} }`;
    const without = rows.some(({ dataset }) => dataset === null);
    const what = without ? ', or null for the value that was logged without one' : '';
    return `Name the dataset the gate means${what}, for example ${yaml}.`;
}
/** How YAML names one dataset of several; null when its name is not enough and its content is not known. */
function nameAmong(rows, dataset) {
    if (dataset === null)
        return 'null';
    const { name, digest } = dataset;
    if (rows.filter((row) => row.dataset?.name === name).length === 1)
        return (0,quote/* quote */.h)(name);
    return digest === null ? null : `{ name: ${(0,quote/* quote */.h)(name)}, digest: ${(0,quote/* quote */.h)(digest)} }`;
}
function datasets(rows) {
    const labels = rows.map(({ dataset }) => quoteOr(datasetLabel(dataset), 'no dataset'));
    return (0,list/* listed */.K)(labels, measurement_SHOWN);
}
function quoteOr(label, otherwise) {
    return label === null ? otherwise : (0,quote/* quote */.h)(label);
}

;// CONCATENATED MODULE: ./src/gates/threshold/judge.ts





/** Per cent against a fraction is 100 times, less the difference between two models: so far apart no two are. */
const SCALE = 50;
/** Judges one gate: every comparison must hold on a finite, unambiguous number. */
function judgeThreshold(gate, grounds) {
    const choice = chooseCandidate(gate, grounds.candidate.measurements);
    if (!choice.ok)
        return unjudged(gate, choice.obstacle, null);
    const { measurement } = choice;
    const doubt = doubtAbout(measurement, 'candidate') ?? ageDoubt(measurement, grounds);
    if (doubt !== null)
        return unjudged(gate, doubt, measurement);
    const value = fromDouble(measurement.value);
    const { ground, warnings, ...compared } = groundOf(gate, measurement, grounds);
    const filled = gate.comparisons.map((one) => fill(one, gate.comparisons, value, ground));
    const shown = {
        dataset: datasetLabel(measurement.dataset),
        candidate: print(value),
        origin: measurement.origin,
        candidateSource: sourceOf(measurement),
        ...compared,
    };
    return { result: assemble(gate, filled, shown), warnings };
}
/** No number of the candidate to compare: every comparison is invalid for the same reason. */
function unjudged(gate, obstacle, measurement) {
    const filled = gate.comparisons.map((comparison) => blocked(comparison, obstacle, obstacle.reason));
    const dataset = measurement === null ? filterLabel(gate.dataset) : datasetLabel(measurement.dataset);
    const shown = {
        ...{ dataset, candidate: null, baseline: null, baselineSource: null },
        origin: measurement?.origin ?? null,
        candidateSource: measurement === null ? null : sourceOf(measurement),
    };
    return { result: assemble(gate, filled, shown), warnings: [] };
}
function groundOf(gate, candidate, grounds) {
    // A gate of fixed numbers does not look at the baseline, whatever is wrong with it.
    if (gate.comparisons.every(({ operand }) => operand.kind === 'number'))
        return judge_waived('');
    if (grounds.candidateIsBaseline) {
        const message = 'The candidate is the baseline itself, so it cannot be compared with it.';
        return stopped({ reason: 'candidate-is-baseline', message });
    }
    if (grounds.baseline === null)
        return withoutBaseline(grounds.firstPromotion);
    const [problem] = grounds.baseline.problems;
    if (problem !== undefined) {
        const message = `The baseline cannot be used: ${problem.message}`;
        const remedy = `${problem.remedy} Or name another baseline, or compare with fixed numbers.`;
        return stopped({ reason: 'baseline-run-unusable', message, remedy });
    }
    const choice = chooseBaseline(gate, candidate, grounds.baseline.measurements);
    if (!choice.ok)
        return stopped(choice.obstacle);
    const { measurement } = choice;
    const doubt = doubtAbout(measurement, 'baseline');
    const baselineSource = sourceOf(measurement);
    if (doubt !== null)
        return { ...stopped(doubt), baselineSource };
    const value = fromDouble(measurement.value);
    const warnings = [
        ...(choice.oneSided ? [oneSidedWarning(candidate, measurement)] : []),
        ...(candidate.origin === measurement.origin ? [] : [originsWarning(candidate, measurement)]),
        ...(apart(fromDouble(candidate.value), value, SCALE) ? [scalesWarning(candidate, value)] : []),
    ];
    return { ground: { kind: 'value', value }, baseline: print(value), baselineSource, warnings };
}
/** No baseline: waived where the policy says so, otherwise in the way. */
function withoutBaseline(firstPromotion) {
    return firstPromotion === 'require-absolute' || firstPromotion === 'rubber-stamp'
        ? judge_waived('nobody holds the baseline yet')
        : stopped({ reason: 'baseline-missing', message: 'There is no baseline to compare with.' });
}
function judge_waived(why) {
    return { ground: { kind: 'waived', why }, baseline: null, baselineSource: null, warnings: [] };
}
function stopped(obstacle) {
    return { ground: { kind: 'obstacle', obstacle }, baseline: null, baselineSource: null, warnings: [] };
}
function sourceOf({ origin, runId, step, timestamp, of }) {
    const isDate = !Number.isNaN(new Date(timestamp).getTime());
    return { origin, runId, step, timestamp: isDate ? timestamp : null, of };
}
function oneSidedWarning(candidate, baseline) {
    const [ours, theirs] = [candidate, baseline].map(({ dataset }) => {
        const label = datasetLabel(dataset);
        return label === null ? 'no dataset' : (0,quote/* quote */.h)(label);
    });
    return {
        code: 'dataset-known-on-one-side',
        message: `${(0,quote/* quote */.h)(candidate.metric)} of the candidate is for ${ours}, of the baseline for ${theirs}; they were compared although nothing proves that the data is the same.`,
    };
}
function scalesWarning(candidate, baseline) {
    const [ours, theirs] = [print(fromDouble(candidate.value)), print(baseline)];
    return {
        code: 'scales-differ',
        message: `${(0,quote/* quote */.h)(candidate.metric)} of the candidate is ${ours}, of the baseline ${theirs}: one is ${SCALE} times the other or more. If one is per cent and the other a fraction, log both in one unit.`,
    };
}
const ORIGINS = { 'logged-model': 'its logged model', run: 'its run' };
function originsWarning(candidate, baseline) {
    return {
        code: 'origins-differ',
        message: `${(0,quote/* quote */.h)(candidate.metric)} of the candidate is from ${ORIGINS[candidate.origin]}, of the baseline from ${ORIGINS[baseline.origin]}; they were compared although they may have been measured in different ways.`,
    };
}
function assemble(gate, filled, shown) {
    const obstacle = filled.find((one) => one.obstacle !== null)?.obstacle ?? null;
    const comparisons = withDecider(filled.map((one) => one.filled));
    const reason = obstacle?.reason ?? reasonOf(comparisons);
    return {
        kind: 'threshold',
        name: nameOf(gate, shown.dataset),
        required: gate.required,
        writtenAt: gate.writtenAt,
        verdict: judge_verdictOf(reason),
        reason,
        text: obstacle?.message ?? comparisons.map(({ text }) => text).join(' and '),
        remedy: obstacle?.remedy ?? domain_reason/* GATE_REMEDIES */.Bz[reason],
        metric: gate.metric,
        ...shown,
        limit: comparisons.find(({ decides }) => decides)?.limit ?? null,
        condition: gate.condition,
        comparisons,
    };
}
/** What a person calls the gate, so that two on one metric are told apart. */
function nameOf({ name, dataset: { kind } }, dataset) {
    if (dataset !== null)
        return `${name} on ${dataset}`;
    return kind === 'none' ? `${name} without a dataset` : name;
}
/** Marks the comparison that decides: the first one missed, or of those that hold the one with the least room. */
function withDecider(comparisons) {
    const missed = comparisons.find(({ result }) => result === 'fail' || result === 'invalid');
    const [least] = comparisons
        .flatMap((one) => (one.distance === null ? [] : { one, room: fromText(one.distance) }))
        .sort((a, b) => a.room.cmp(b.room));
    const decider = missed ?? least?.one;
    return comparisons.map((one) => ({ ...one, decides: one === decider }));
}
function reasonOf(comparisons) {
    const results = comparisons.map(({ result }) => result);
    if (results.includes('fail'))
        return 'threshold-not-met';
    return results.every((result) => result === 'waived') ? 'relative-waived' : 'threshold-met';
}
function judge_verdictOf(reason) {
    if (reason === 'threshold-met' || reason === 'relative-waived')
        return 'pass';
    return reason === 'threshold-not-met' ? 'fail' : 'invalid';
}

;// CONCATENATED MODULE: ./src/gates/threshold/threshold.ts




/** A metric that must keep to numbers, or to the baseline's value of it. */
const threshold = {
    judge: judgeThreshold,
    needs: (gate) => ({ ...NOTHING, baseline: compares(gate, 'baseline'), metrics: [gate.metric] }),
    asks: ({ metric, condition, dataset }) => `Its ${(0,quote/* quote */.h)(metric)}${onData(dataset)} is ${condition}.`,
    asksAbsolutely: (gate) => compares(gate, 'number'),
    isWaived: ({ comparisons }) => comparisons.some(({ result }) => result === 'waived'),
};
function onData(filter) {
    if (filter.kind === 'any')
        return '';
    return filter.kind === 'none' ? ' without a dataset' : ` on ${(0,quote/* quote */.h)((0,evidence/* datasetName */.w)(filter))}`;
}
function compares(gate, kind) {
    return gate.comparisons.some(({ operand }) => operand.kind === kind);
}

;// CONCATENATED MODULE: ./src/gates/kinds.ts





/** Every kind of gate. */
const KINDS = {
    threshold: threshold,
    tag: tag,
    from: from,
    lineage: lineage,
    'sign-off': signOff,
};
function judgeGate(gate, grounds) {
    return kindOf(gate.kind).judge(gate, grounds);
}
/** What all gates together need. */
function needsOf(gates) {
    const all = gates.map(needs);
    return {
        baseline: all.some(({ baseline }) => baseline),
        metrics: [...new Set(all.flatMap(({ metrics }) => metrics))],
        tags: [...new Set(all.flatMap(({ tags }) => tags))],
        holds: all.some(({ holds }) => holds),
        lineage: all.some((one) => one.lineage),
    };
}
/** What a gate asks for, as a sentence about the version. */
function asks(gate) {
    return kindOf(gate.kind).asks(gate);
}
function asksAbsolutely(gate) {
    return kindOf(gate.kind).asksAbsolutely(gate);
}
function isWaived(result) {
    return kindOf(result.kind).isWaived(result);
}
function needs(gate) {
    return kindOf(gate.kind).needs(gate);
}
function kindOf(kind) {
    return KINDS[kind];
}


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed)
/* harmony export */ });
/** Labels one after the other, at most `most` of them: `a, b and 3 more`. */
function listed(labels, most) {
    const more = labels.length > most ? ` and ${labels.length - most} more` : '';
    return `${labels.slice(0, most).join(', ')}${more}`;
}


/***/ })

};
