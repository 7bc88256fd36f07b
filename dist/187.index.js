export const id = 187;
export const ids = [187];
export const modules = {

/***/ 4187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inForce: () => (/* binding */ inForce),
  proposedChanges: () => (/* binding */ proposedChanges)
});

// EXTERNAL MODULE: ./src/domain/gate.ts
var gate = __webpack_require__(5133);
// EXTERNAL MODULE: ./src/domain/version.ts
var version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
// EXTERNAL MODULE: ./src/text/list.ts
var list = __webpack_require__(2807);
// EXTERNAL MODULE: ./src/text/near.ts
var text_near = __webpack_require__(525);
;// CONCATENATED MODULE: ./src/policy/file/match.ts



const LISTED = 20;
/**
 * The rules for one target of one model. The model's own name wins over patterns, and of patterns the one with the most
 * characters of its own. What the file does not name is a mistake, never "no rules".
 */
function rulesFor(document, model, target) {
    const fitting = document.models.filter(({ name }) => name === model);
    const found = fitting.length > 0 ? fitting : mostExact(document.models, model);
    const [rules, second] = found;
    if (rules === undefined)
        return { ok: false, reason: unknownModel(document, model) };
    if (second !== undefined)
        return { ok: false, reason: severalPatterns(document, model, found) };
    const own = rules.targets.find((known) => known.target === target);
    return own === undefined
        ? { ok: false, reason: unknownTarget(document, rules, target) }
        : { ok: true, rules: own };
}
/** Whether a name fits a pattern in which `*` stands for any characters, none included. Takes time in line with both. */
function fits(pattern, name) {
    const parts = pattern.split('*');
    const [first = '', ...others] = parts;
    const last = others.pop();
    if (last === undefined)
        return pattern === name;
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
        return false;
    const end = name.length - last.length;
    let at = first.length;
    for (const part of others) {
        const found = name.indexOf(part, at);
        if (found < 0 || found + part.length > end)
            return false;
        at = found + part.length;
    }
    return true;
}
function mostExact(models, model) {
    const fitting = models.filter(({ name }) => name.includes('*') && fits(name, model));
    const most = Math.max(...fitting.map(({ name }) => exactness(name)));
    return fitting.filter(({ name }) => exactness(name) === most);
}
function exactness(pattern) {
    return pattern.replaceAll('*', '').length;
}
function unknownModel({ path, models }, model) {
    const names = models.map(({ name }) => name);
    const [near] = (0,text_near/* nearest */.p)(model, names, 1);
    const hint = near === undefined ? '' : ` Did you mean ${(0,quote/* quote */.h)(near)}?`;
    return {
        code: 'not-in-policy',
        message: `The policy ${path} has no rules for model ${(0,quote/* quote */.h)(model)}.${hint} It has ${(0,list/* listed */.K)(names.map((name) => (0,quote/* quote */.h)(name)), LISTED)}.`,
        remedy: 'Correct `model-name`, or add the model to the policy in a reviewed change.',
    };
}
function unknownTarget({ path }, rules, target) {
    const names = rules.targets.map((known) => known.target);
    return {
        code: 'not-in-policy',
        message: `The policy ${path} has no rules for ${target} of ${(0,quote/* quote */.h)(rules.name)} (line ${rules.writtenAt.line}). It has ${(0,list/* listed */.K)(names, LISTED)}.`,
        remedy: 'Correct `stage` or `alias`, or add the target to the policy in a reviewed change.',
    };
}
function severalPatterns({ path }, model, found) {
    const names = found.map(({ name, writtenAt }) => `${(0,quote/* quote */.h)(name)} (line ${writtenAt.line})`);
    return {
        code: 'policy-invalid',
        message: `In the policy ${path} several patterns fit model ${(0,quote/* quote */.h)(model)} equally well: ${(0,list/* listed */.K)(names, LISTED)}.`,
        remedy: 'Give the model rules under its own name, or make one pattern more exact.',
    };
}

// EXTERNAL MODULE: ./node_modules/big.js/big.mjs
var big = __webpack_require__(9965);
// EXTERNAL MODULE: ./src/policy/threshold/section.ts + 5 modules
var section = __webpack_require__(1827);
;// CONCATENATED MODULE: ./src/policy/strength.ts


/** Only thresholds can be compared with one another. */
function isThreshold(gate) {
    return gate.kind === 'threshold';
}
/** Whether two gates are about the same metric, on the same data, and count alike. */
function sameMatter(a, b) {
    return (0,section/* thresholdIdentity */.I)(a) === (0,section/* thresholdIdentity */.I)(b);
}
/** Whether a gate asks for less than another does in one of its comparisons, and makes up for it in none. */
function asksLess(gate, than) {
    return than.comparisons.some((other) => {
        const orders = gate.comparisons.flatMap((own) => order(own, other) ?? []);
        return orders.length > 0 && Math.max(...orders) < 0;
    });
}
/** Whether whatever passes a gate passes another too, as far as their texts tell. */
function isAsStrict(gate, than) {
    return than.comparisons.every((other) => gate.comparisons.some((own) => (order(own, other) ?? -1) >= 0));
}
/**
 * How strict one comparison is beside another: below 0 weaker, above 0 stricter. Null where they cannot be compared: in
 * another direction, or a number beside the baseline, or a step beside a percentage of what nobody knows yet.
 */
function order(a, b) {
    const up = isUp(a);
    if (up !== isUp(b))
        return null;
    const bounds = boundsOf(a.operand, b.operand);
    if (bounds === null)
        return null;
    const compared = up ? bounds[0].cmp(bounds[1]) : bounds[1].cmp(bounds[0]);
    return compared === 0 ? Number(isStrict(a)) - Number(isStrict(b)) : compared;
}
function isUp({ op }) {
    return op.startsWith('>');
}
function isStrict({ op }) {
    return op.length === 1;
}
function boundsOf(a, b) {
    if (a.kind === 'number')
        return b.kind === 'number' ? [new big/* default */.A(a.value), new big/* default */.A(b.value)] : null;
    if (b.kind === 'number')
        return null;
    const units = new Set([a, b].flatMap(({ offset }) => (isStep(offset) ? [offset.unit] : [])));
    return units.size > 1 ? null : [step(a.offset), step(b.offset)];
}
function isStep(offset) {
    return offset !== null && !new big/* default */.A(offset.amount).eq(0);
}
function step(offset) {
    return offset === null ? new big/* default */.A(0) : new big/* default */.A(`${offset.sign === '-' ? '-' : ''}${offset.amount}`);
}

// EXTERNAL MODULE: ./src/policy/without-file.ts
var without_file = __webpack_require__(4350);
;// CONCATENATED MODULE: ./src/policy/changes.ts





const CODES = {
    loosens: 'policy-would-loosen',
    'may loosen': 'policy-may-loosen',
    tightens: 'policy-would-tighten',
};
/**
 * Every rule that a proposed policy loosens or tightens beside the one in force, loosened ones first. Null: there is no
 * file, and inputs say it all.
 */
function policyChanges(before, after) {
    const path = (after ?? before)?.path ?? '';
    const changes = changesOf(before, after);
    return Object.keys(CODES).flatMap((effect) => changes
        .filter((change) => change.effect === effect)
        .map(({ what }) => ({
        code: CODES[effect],
        message: `This pull request ${effect} the policy ${path}: ${what}.`,
    })));
}
function changesOf(before, after) {
    if (before === null)
        return after === null ? [] : [{ effect: 'tightens', what: 'it adds the file' }];
    if (after === null)
        return [{ effect: 'loosens', what: 'it removes the file, and inputs alone decide' }];
    return namesOf([before, after]).flatMap(([model, target]) => {
        const [old, now] = [find(before, model, target), find(after, model, target)];
        const where = `${target} of ${(0,quote/* quote */.h)(model)}`;
        if (old === null)
            return now === null ? [] : [{ effect: 'tightens', what: `${where} gets rules of its own` }];
        if (now === null)
            return [{ effect: 'tightens', what: `${where} has no rules any more, and is refused` }];
        return betweenTargets(old, now).map(({ effect, what }) => ({ effect, what: `${where}, ${what}` }));
    });
}
/** Every model and target that either file names. */
function namesOf(documents) {
    const all = documents.flatMap(({ models }) => models.flatMap(({ name, targets }) => targets.map(({ target }) => [name, target])));
    return [...new Map(all.map((pair) => [JSON.stringify(pair), pair])).values()];
}
/** Its own rules, else those of a pattern that it falls under. */
function find(document, model, target) {
    const match = rulesFor(document, model, target);
    return match.ok ? match.rules : null;
}
function betweenTargets(old, now) {
    return [...betweenGates(old, now), ...betweenSettings(old, now)];
}
function betweenGates({ gates: old }, { gates: now }) {
    const required = (gates) => gates.filter((gate) => gate.required);
    const dropped = required(old).flatMap((gate) => {
        const other = required(now).find((one) => isSameRule(one, gate));
        if (other === undefined)
            return [{ effect: 'loosens', what: `no longer asks for ${said(gate)}` }];
        const effect = effectOf(gate, other);
        return effect === null ? [] : [{ effect, what: `from ${said(gate)} to ${said(other)}` }];
    });
    const added = required(now)
        .filter((gate) => !required(old).some((one) => isSameRule(one, gate)))
        .map((gate) => ({ effect: 'tightens', what: `also asks for ${said(gate)}` }));
    return [...dropped, ...added];
}
function isSameRule(a, b) {
    if (isThreshold(a) && isThreshold(b))
        return sameMatter(a, b);
    return a.kind === b.kind && (a.kind === 'from' || a.name === b.name);
}
/** Null: the two ask for the same. */
function effectOf(old, now) {
    if (asked(old) === asked(now))
        return null;
    if (isThreshold(old) && isThreshold(now)) {
        if (asksLess(now, old))
            return 'loosens';
        return isAsStrict(now, old) ? 'tightens' : 'may loosen';
    }
    if (old.kind === 'tag' && now.kind === 'tag')
        return now.accepted.every((value) => old.accepted.includes(value)) ? 'tightens' : 'loosens';
    return 'may loosen';
}
function asked(gate) {
    return JSON.stringify({ ...gate, writtenAt: null });
}
function said(gate) {
    const what = isThreshold(gate) ? ` ${gate.condition}` : '';
    return `${gate.kind === 'threshold' ? '' : `${gate.kind} `}${(0,quote/* quote */.h)(gate.name)}${what} (line ${gate.writtenAt.line})`;
}
function betweenSettings(old, now) {
    const [first, then] = [old, now].map(({ firstPromotion }) => firstPromotion?.value ?? without_file/* DEFAULT_FIRST_PROMOTION */.jN);
    const [age, later] = [old, now].map(({ maxAge }) => maxAge?.value.ms ?? Infinity);
    const step = gate/* STRICTNESS */.th.indexOf(then ?? 'block') - gate/* STRICTNESS */.th.indexOf(first ?? 'block');
    const may = (rules, other) => rules.inputsMay.filter((input) => !other.inputsMay.includes(input)).join(', ');
    return [
        ...changed(-step, `first-promotion from ${String(first)} to ${String(then)}`),
        ...changed((later ?? 0) - (age ?? 0), `max-age from ${textOf(old)} to ${textOf(now)}`),
        ...changed(may(now, old).length, `inputs may loosen it: ${may(now, old)}`),
        ...changed(-may(old, now).length, `inputs may no longer loosen it: ${may(old, now)}`),
    ];
}
function textOf({ maxAge }) {
    return maxAge?.value.text ?? 'any';
}
/** Above 0 is looser. Two that are both without bounds are alike. */
function changed(by, what) {
    if (by === 0 || Number.isNaN(by))
        return [];
    return [{ effect: by > 0 ? 'loosens' : 'tightens', what }];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/domain/policy.ts
var policy = __webpack_require__(4596);
// EXTERNAL MODULE: ./src/policy/condition/hints.ts
var hints = __webpack_require__(3974);
// EXTERNAL MODULE: ./src/policy/document/mistake.ts
var mistake = __webpack_require__(6314);
// EXTERNAL MODULE: ./src/policy/document/nodes.ts
var nodes = __webpack_require__(6771);
// EXTERNAL MODULE: ./src/policy/document/text.ts
var document_text = __webpack_require__(4951);
// EXTERNAL MODULE: ./src/policy/read.ts + 1 modules
var read = __webpack_require__(2557);
;// CONCATENATED MODULE: ./src/policy/duration.ts


const UNITS = {
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
};
/** Reads a length of time: a whole number and `s`, `m`, `h`, `d` or `w`. Null after a report. */
function readDuration(reading, { name, key, value }) {
    const text = (0,nodes/* nameOf */.Vb)(value) ?? '';
    const [, digits = '', unit = ''] = /^(\d{1,6})(s|m|h|d|w)$/.exec(text) ?? [];
    const ms = Number(digits) * (UNITS[unit] ?? 0);
    if (ms > 0)
        return { text, ms };
    const sentence = `The value of ${(0,hints/* quoted */.TL)(name)} is ${(0,nodes/* shown */.SP)(value)}, which is no length of time.`;
    (0,nodes/* report */.z8)(reading, value ?? key, sentence, `Write a whole number with s, m, h, d or w: ${name}: 24h.`);
    return null;
}

// EXTERNAL MODULE: ./src/policy/threshold/direction.ts
var direction = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/zod.ts
var zod = __webpack_require__(6778);
;// CONCATENATED MODULE: ./src/policy/file/fields.ts







/** Settings that a target, or `defaults`, may have beside gates. */
const RULES = {
    'first-promotion': zod/* enum */.k5n(gate/* FIRST_PROMOTION */.BP),
    'inputs-may': zod/* array */.YOg(zod/* enum */.k5n(policy/* LOOSENING_INPUTS */.V2)),
};
const RULE_KEYS = Object.keys(RULES);
/** Reads the value of a key as its schema wants it; null after a report, which names the place and what may stand there. */
function readField(reading, { name, key, value }, schema) {
    const read = schema.safeParse(plainOf(value));
    if (read.success)
        return read.data;
    const [issue] = read.error.issues;
    const node = nodeAt(value, issue?.path ?? []) ?? key;
    const { sentence, remedy } = inWords(name, node === key ? null : node, issue);
    (0,nodes/* report */.z8)(reading, node, sentence, remedy);
    return null;
}
/** A value as it was written, words for words: `yes`, `1.0` and `true` stay texts. */
function plainOf(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map((item) => plainOf(item));
    if ((0,dist/* isMap */.jh)(node)) {
        return Object.fromEntries(node.items.map(({ key, value }) => [(0,nodes/* nameOf */.Vb)(key), plainOf(value)]));
    }
    return (0,nodes/* nameOf */.Vb)(node);
}
function nodeAt(node, path) {
    const [first, ...rest] = path;
    if (first === undefined || !(0,dist/* isSeq */.oP)(node))
        return node;
    const item = node.items[Number(first)];
    return item === undefined ? node : nodeAt(item, rest);
}
function inWords(name, node, issue) {
    if (issue?.code === 'invalid_value') {
        const values = issue.values.map(String);
        const [near] = (0,text_near/* nearest */.p)((0,nodes/* nameOf */.Vb)(node) ?? '', values, 1);
        const found = (0,dist/* isScalar */.jn)(node) ? (0,nodes/* shown */.SP)(node) : 'nothing that can be read';
        const remedy = near === undefined ? `Write one of ${values.join(', ')}.` : `Did you mean "${near}"?`;
        return { sentence: `The value of ${(0,hints/* quoted */.TL)(name)} is ${found}.`, remedy };
    }
    return {
        sentence: `The value of ${(0,hints/* quoted */.TL)(name)} is not what is asked for.`,
        remedy: `Write a list in brackets, such as ${name}: [thresholds].`,
    };
}

;// CONCATENATED MODULE: ./src/policy/from.ts



/** Reads where the version has to be now, with the `soak` beside it. */
function readFromSection(reading, node, entries) {
    const soak = entries.get('soak');
    const lasting = soak === undefined ? null : readDuration(reading, soak);
    const place = placeOf((0,nodes/* nameOf */.Vb)(node) ?? '');
    if (place === null) {
        const sentence = `The value of "from" is ${(0,nodes/* shown */.SP)(node)}, which is neither a stage nor an alias.`;
        (0,nodes/* report */.z8)(reading, node, sentence, 'Write from: Staging, or an alias in quotes: from: "@challenger".');
        return [];
    }
    if (soak !== undefined && lasting === null)
        return [];
    const head = { kind: 'from', name: `from ${place}`, required: true };
    return [{ ...head, writtenAt: (0,nodes/* writtenAt */.nt)(reading, node), place, soak: lasting }];
}
/** How long somebody has to be where nobody has to be. */
function readSoakSection(reading, node, entries) {
    if (!entries.has('from'))
        (0,nodes/* report */.z8)(reading, node, '"soak" says how long, and no "from" says where.', 'Add from: Staging.');
    return [];
}
function placeOf(name) {
    if (/^@[^@\s]+$/.test(name))
        return name;
    return version/* STAGES */.an.find((stage) => stage !== 'None' && stage.toLowerCase() === name.toLowerCase()) ?? null;
}

;// CONCATENATED MODULE: ./src/policy/lineage.ts



const EXAMPLE = `Write a list of ${gate/* LINEAGE_PARTS */.d7.join(', ')}: lineage: [commit, run].`;
/** Reads what has to be known of where a version came from: one gate for each part of the list. */
function readLineageSection(reading, node) {
    if (!(0,dist/* isSeq */.oP)(node) || node.items.length === 0) {
        (0,nodes/* report */.z8)(reading, node, 'The value of "lineage" must be a list.', EXAMPLE);
        return [];
    }
    const seen = new Set();
    return node.items.flatMap((item) => {
        const part = gate/* LINEAGE_PARTS */.d7.find((known) => known === (0,nodes/* nameOf */.Vb)(item));
        if (part === undefined || seen.has(part)) {
            const what = part === undefined ? 'no part of a lineage' : 'given twice';
            (0,nodes/* report */.z8)(reading, item, `${(0,nodes/* shown */.SP)(item)} is ${what}.`, EXAMPLE);
            return [];
        }
        seen.add(part);
        const head = { kind: 'lineage', name: `lineage: ${part}`, required: true };
        return [{ ...head, writtenAt: (0,nodes/* writtenAt */.nt)(reading, item), part }];
    });
}

;// CONCATENATED MODULE: ./src/policy/sign-off.ts


const sign_off_EXAMPLE = 'Write sign-off: { tag: signed_off, roles: [ethics, business] }.';
/** Reads who has to say yes: the tag, and the roles that each have one of their own under it. */
function readSignOffSection(reading, node) {
    if (!(0,dist/* isMap */.jh)(node)) {
        (0,nodes/* report */.z8)(reading, node, 'The value of "sign-off" must be a mapping.', sign_off_EXAMPLE);
        return [];
    }
    const entries = (0,nodes/* knownEntries */.A7)(reading, node, ['tag', 'roles']);
    const tag = (0,nodes/* nameOf */.Vb)(entries.get('tag')?.value ?? null);
    const list = entries.get('roles')?.value;
    const roles = ((0,dist/* isSeq */.oP)(list) ? list.items : []).flatMap((item) => (0,nodes/* nameOf */.Vb)(item) ?? []);
    const whole = (0,dist/* isSeq */.oP)(list) && roles.length === list.items.length && new Set(roles).size === roles.length;
    if (tag === null || roles.length === 0 || !whole) {
        (0,nodes/* report */.z8)(reading, node, 'A sign-off needs a tag, and roles that each are named once.', sign_off_EXAMPLE);
        return [];
    }
    const head = { kind: 'sign-off', name: 'sign-off', required: true };
    return [{ ...head, writtenAt: (0,nodes/* writtenAt */.nt)(reading, node), tag, roles }];
}

;// CONCATENATED MODULE: ./src/policy/tag.ts



const tag_EXAMPLE = 'Write one line per tag, such as bias_review: approved.';
/**
 * Reads tags where they stand: a mapping from a tag's key to the value it must have, to a list of which any will do, or
 * to `advisory` with either. Values are texts as they are written: `1`, `true` and `1.0` too.
 */
function readTagSection(reading, node) {
    if (!(0,dist/* isMap */.jh)(node)) {
        (0,nodes/* report */.z8)(reading, node, 'The tags must be a mapping from key to value.', tag_EXAMPLE);
        return [];
    }
    return (0,nodes/* entriesOf */.Mc)(reading, node, 'tag').flatMap((entry) => readTag(reading, entry));
}
function readTag(reading, { name, key, value }) {
    const long = (0,dist/* isMap */.jh)(value) ? (0,nodes/* knownEntries */.A7)(reading, value, ['require', 'advisory']) : null;
    const [said, second] = long === null ? [{ name: 'require', value, key }] : [...long.values()];
    const accepted = said === undefined ? [] : valuesOf(said.value);
    if (said === undefined || second !== undefined || accepted.length === 0) {
        const remedy = `Write the value, a list of values in brackets, or { advisory: approved }.`;
        (0,nodes/* report */.z8)(reading, value ?? key, `The tag ${(0,hints/* quoted */.TL)(name)} has no value that can be read.`, remedy);
        return [];
    }
    const head = { kind: 'tag', name, required: said.name === 'require' };
    return [{ ...head, writtenAt: (0,nodes/* writtenAt */.nt)(reading, key), tag: name, accepted }];
}
/** Empty where one of them is no text. */
function valuesOf(node) {
    const values = ((0,dist/* isSeq */.oP)(node) ? node.items : [node]).map((item) => (0,nodes/* nameOf */.Vb)(item));
    const texts = values.filter((text) => text !== null);
    return texts.length === values.length ? texts : [];
}

;// CONCATENATED MODULE: ./src/policy/file/sections.ts





/** For each key of a target that holds gates, how it is read. */
const SECTIONS = {
    from: readFromSection,
    soak: readSoakSection,
    thresholds: section/* readThresholdSection */.Z,
    tags: readTagSection,
    'sign-off': readSignOffSection,
    lineage: readLineageSection,
};

;// CONCATENATED MODULE: ./src/policy/file/read.ts














const read_EXAMPLE = 'Write version: 1, and under models: the model\'s name, targets:, Production:, and thresholds: with lines such as accuracy: ">= 0.9".';
/**
 * Reads a policy file: YAML 1.2 of at most 1 MB, 2000 gates for a target. Everything that is wrong with it is reported
 * at once, with file, line and column: a file that is wrong anywhere has no rules at all.
 */
function readPolicyFile(text, path) {
    const opened = (0,document_text/* openText */.U)(text, { in: 'file', name: path }, policy/* LARGEST_POLICY */.ww);
    if (!('reading' in opened))
        return { ok: false, problems: [opened] };
    const { reading, contents, syntax } = opened;
    const document = readDocument(reading, contents);
    if (reading.mistakes.length > 0)
        return { ok: false, problems: (0,mistake/* toProblems */.e)((0,read/* withoutEchoes */.Kx)(reading, syntax)) };
    return { ok: true, document };
}
function readDocument(reading, contents) {
    const empty = { path: reading.of.name, models: [], inputsMay: [] };
    const trusted = reading.mistakes.length === 0 || contents !== null;
    if (!trusted)
        return empty;
    const root = mapping(reading, contents, 'The policy');
    if (root === null)
        return empty;
    const entries = (0,nodes/* knownEntries */.A7)(reading, root, ['version', 'defaults', 'models']);
    readVersion(reading, root, entries.get('version'));
    const defaults = readDefaults(reading, entries.get('defaults'));
    const models = named(reading, root, entries.get('models'), 'models');
    return {
        ...empty,
        models: models.map((entry) => readModel(reading, entry, defaults)),
        inputsMay: defaults.inputsMay?.value ?? [],
    };
}
function readVersion(reading, root, entry) {
    const { value = null, key = root } = entry ?? {};
    if ((0,dist/* isScalar */.jn)(value) && value.value === 1)
        return;
    const sentence = entry === undefined
        ? 'The policy does not say which version of this format it is.'
        : `This version of the format is not known: ${(0,nodes/* shown */.SP)(value)}.`;
    (0,nodes/* report */.z8)(reading, value ?? key, sentence, 'Write version: 1 in its first line.');
}
function readDefaults(reading, entry) {
    if (entry === undefined)
        return {};
    const map = mapping(reading, entry.value, 'The key "defaults"', entry);
    return map === null ? {} : readRules(reading, (0,nodes/* knownEntries */.A7)(reading, map, RULE_KEYS));
}
function readRules(reading, entries) {
    const first = entries.get('first-promotion');
    const may = entries.get('inputs-may');
    return {
        ...(first === undefined ? {} : { firstPromotion: readRule(reading, first, RULES['first-promotion']) }),
        ...(may === undefined ? {} : { inputsMay: readRule(reading, may, RULES['inputs-may']) }),
    };
}
function readRule(reading, entry, schema) {
    const value = readField(reading, entry, schema);
    return value === null ? null : { value, writtenAt: (0,nodes/* writtenAt */.nt)(reading, entry.key) };
}
function readModel(reading, entry, defaults) {
    const map = mapping(reading, entry.value, `The model ${(0,hints/* quoted */.TL)(entry.name)}`, entry);
    const entries = map === null ? null : (0,nodes/* knownEntries */.A7)(reading, map, ['targets']);
    const targets = map === null ? [] : named(reading, map, entries?.get('targets'), 'targets');
    return {
        name: entry.name,
        targets: readTargets(reading, targets, defaults),
        writtenAt: (0,nodes/* writtenAt */.nt)(reading, entry.key),
    };
}
function readTargets(reading, entries, defaults) {
    const targets = entries.map((entry) => ({ entry, rules: readTarget(reading, entry, defaults) }));
    const seen = new Set();
    for (const { entry, rules } of targets) {
        if (seen.has(rules.target))
            (0,nodes/* report */.z8)(reading, entry.key, `The target ${(0,hints/* quoted */.TL)(rules.target)} is given twice.`, 'Keep one of them.');
        seen.add(rules.target);
    }
    return targets.map(({ rules }) => rules);
}
function readTarget(reading, entry, defaults) {
    const target = targetOf(reading, entry);
    const map = mapping(reading, entry.value, `The target ${(0,hints/* quoted */.TL)(entry.name)}`, entry);
    const entries = map === null
        ? new Map()
        : (0,nodes/* knownEntries */.A7)(reading, map, [...Object.keys(SECTIONS), 'max-age', ...RULE_KEYS]);
    const gates = Object.entries(SECTIONS).flatMap(([key, read]) => {
        const section = entries.get(key);
        return section === undefined ? [] : read(reading, section.value ?? section.key, entries);
    });
    if (gates.length > read/* MOST_GATES */.rh) {
        const sentence = `The target ${(0,hints/* quoted */.TL)(entry.name)} has more than ${read/* MOST_GATES */.rh} gates.`;
        (0,nodes/* report */.z8)(reading, entry.key, sentence, 'Keep the ones that decide.');
    }
    const rules = { ...defaults, ...readRules(reading, entries) };
    return {
        target,
        gates,
        warnings: (0,direction/* directionWarnings */.X)(gates.filter(isThreshold)),
        firstPromotion: rules.firstPromotion ?? null,
        maxAge: readMaxAge(reading, entries.get('max-age')),
        inputsMay: rules.inputsMay?.value ?? [],
        writtenAt: (0,nodes/* writtenAt */.nt)(reading, entry.key),
    };
}
function readMaxAge(reading, entry) {
    const value = entry === undefined ? null : readDuration(reading, entry);
    return entry === undefined || value === null ? null : { value, writtenAt: (0,nodes/* writtenAt */.nt)(reading, entry.key) };
}
/** A stage as the registry spells it, or an alias with its `@`. */
function targetOf(reading, { name, key }) {
    if (/^@[^@\s]+$/.test(name))
        return name;
    const stage = version/* TARGET_STAGES */.mt.find((known) => known.toLowerCase() === name.toLowerCase());
    if (stage === 'Archived') {
        const sentence = 'Archiving needs no proof, so no rule can hold for it.';
        (0,nodes/* report */.z8)(reading, key, sentence, 'Remove this target.');
    }
    if (stage !== undefined)
        return stage;
    const [near] = (0,text_near/* nearest */.p)(name, ['Staging', 'Production'], 1);
    const remedy = near === undefined
        ? `Write Staging, Production or an alias in quotes: "@champion".`
        : `Did you mean "${near}"?`;
    (0,nodes/* report */.z8)(reading, key, `${(0,hints/* quoted */.TL)(name)} is neither a stage nor an alias.`, remedy);
    return name;
}
/** The entries of a mapping that has to be there and to name something. */
function named(reading, parent, entry, what) {
    if (entry === undefined) {
        (0,nodes/* report */.z8)(reading, parent, `There is no key "${what}" here.`, read_EXAMPLE);
        return [];
    }
    const map = mapping(reading, entry.value, `The key "${what}"`, entry);
    if (map === null)
        return [];
    const entries = (0,nodes/* entriesOf */.Mc)(reading, map, what.slice(0, -1));
    if (entries.length === 0)
        (0,nodes/* report */.z8)(reading, entry.key, `The key "${what}" names none.`, read_EXAMPLE);
    return entries;
}
function mapping(reading, node, what, entry) {
    if ((0,dist/* isMap */.jh)(node))
        return node;
    (0,nodes/* report */.z8)(reading, node ?? entry?.key ?? null, `${what} must be a mapping.`, read_EXAMPLE);
    return null;
}

;// CONCATENATED MODULE: ./src/policy/in-force.ts








/**
 * Lays inputs over the rules of a policy file. They add gates and tighten rules; one that asks for less is a reason,
 * unless the file says that this input may. `reviewed` is the file of the default branch, where inputs lead to another
 * one: that is a way to loosen it too.
 */
function inForce(asked, chosen, reviewed) {
    const elsewhere = reviewed === null ? [] : otherFile(asked, chosen, reviewed);
    const found = rulesIn(asked, chosen);
    if (!found.ok)
        return { ok: false, reasons: [...elsewhere, ...found.reasons] };
    const { rules } = found;
    const looser = [...elsewhere, ...looserInputs(asked, rules)];
    if (looser.length > 0)
        return { ok: false, reasons: looser };
    const first = firstPromotionOf(asked.firstPromotion, rules);
    return {
        ok: true,
        order: {
            ...(0,without_file/* errandOf */.SM)(asked),
            gates: together(rules.gates, asked.gates),
            policyWarnings: [...rules.warnings, ...asked.policyWarnings],
            firstPromotion: first.value,
            maxAge: rules.maxAge?.value ?? null,
            policy: chosen.file,
            rules: [(0,without_file/* firstPromotionRule */.Ge)(first.value, first.writtenAt), ...ageRule(rules)],
        },
    };
}
/** What a pull request would do to the policy, as warnings; one that cannot be read is one too. */
function proposedChanges(before, after) {
    if (before?.file.sha256 === after?.file.sha256)
        return [];
    const [old, now] = [before, after].map((found) => found === null ? null : readPolicyFile(found.text, found.file.path));
    const unread = now !== null && now !== undefined && !now.ok ? now.problems[0] : undefined;
    if (unread !== undefined) {
        return [
            {
                code: 'policy-would-break',
                message: `The policy of this pull request cannot be read. ${unread.message}`,
            },
        ];
    }
    const documentOf = (read) => (read?.ok === true ? read.document : null);
    return policyChanges(documentOf(old), documentOf(now));
}
function ageRule({ maxAge }) {
    return maxAge === null ? [] : [{ name: 'max-age', value: maxAge.value.text, writtenAt: maxAge.writtenAt }];
}
function rulesIn({ model, target }, { text, file }) {
    const read = readPolicyFile(text, file.path);
    if (!read.ok) {
        const reasons = read.problems.map((problem) => ({ code: 'policy-invalid', ...problem }));
        return { ok: false, reasons, document: null };
    }
    const { document } = read;
    const match = rulesFor(document, model, (0,version/* targetName */.je)(target));
    return match.ok
        ? { ok: true, rules: match.rules, document }
        : { ok: false, reasons: [match.reason], document };
}
/** Another file, or another state of it, than the default branch has: only where that file allows it. */
function otherFile(asked, { file }, reviewed) {
    const found = rulesIn(asked, reviewed);
    if (found.document === null)
        return found.ok ? [] : found.reasons;
    const may = found.ok ? found.rules.inputsMay : found.document.inputsMay;
    const where = `${reviewed.file.path} of the default branch`;
    return [
        ...(file.path === reviewed.file.path || may.includes('policy')
            ? []
            : [loosens('policy', `names ${file.path}`, where)]),
        ...(file.place === 'default-branch' || may.includes('policy-ref')
            ? []
            : [loosens('policy-ref', `leads to ${file.ref ?? 'the working tree'}`, where)]),
    ];
}
function looserInputs(asked, rules) {
    const checks = {
        thresholds: looserGates,
        'first-promotion': softerStart,
        baseline: otherBaseline,
    };
    return Object.entries(checks).flatMap(([input, check]) => rules.inputsMay.includes(input) ? [] : check(asked, rules));
}
function loosens(input, what, at) {
    const where = typeof at === 'string' ? at : `${at.name}, line ${at.line}`;
    return {
        code: 'policy-loosened',
        message: `Input \`${input}\` ${what}, and an input may not loosen a reviewed policy (${where}).`,
        remedy: `Remove \`${input}\` from the step, or let the policy allow it in a reviewed change, with a line inputs-may: [${input}].`,
    };
}
/** The file's gates, then the inputs'. One that asks for less, where that is allowed, stands in place of the file's. */
function together(file, inputs) {
    return [...file.filter((gate) => !inputs.some((own) => asksForLess(own, gate))), ...inputs];
}
function looserGates({ gates }, rules) {
    return gates.filter(isThreshold).flatMap((own) => rules.gates
        .filter(isThreshold)
        .filter((gate) => asksForLess(own, gate))
        .map((gate) => {
        const what = `asks ${(0,quote/* quote */.h)(own.name)} for ${own.condition} (line ${own.writtenAt.line}) where the policy asks for ${gate.condition}`;
        return loosens('thresholds', what, gate.writtenAt);
    }));
}
/** Only thresholds can be compared: a gate of another kind stands beside those of the file. */
function asksForLess(own, gate) {
    if (!isThreshold(own) || !isThreshold(gate) || !gate.required)
        return false;
    return sameMatter(own, gate) && asksLess(own, gate);
}
function softerStart({ firstPromotion }, rules) {
    if (firstPromotion === null)
        return [];
    const { value, writtenAt } = firstPromotionOf(null, rules);
    if (gate/* STRICTNESS */.th.indexOf(firstPromotion) >= gate/* STRICTNESS */.th.indexOf(value))
        return [];
    const what = `is ${firstPromotion}, which is softer than ${value}`;
    return [loosens('first-promotion', what, writtenAt ?? rules.writtenAt)];
}
function otherBaseline({ target, baseline }, { writtenAt }) {
    if (baseline === null || (0,version/* isDefaultBaseline */.tu)(target, baseline))
        return [];
    const what = `is ${(0,quote/* quote */.h)(baseline.text)}, another version to compare with than the target's own`;
    return [loosens('baseline', what, writtenAt)];
}
/** An input that is as strict, or allowed, counts before the file. */
function firstPromotionOf(asked, { firstPromotion }) {
    if (asked !== null)
        return { value: asked, writtenAt: (0,without_file/* inputLine */.Hl)('first-promotion') };
    return firstPromotion ?? { value: without_file/* DEFAULT_FIRST_PROMOTION */.jN, writtenAt: null };
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
