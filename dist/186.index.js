export const id = 186;
export const ids = [186];
export const modules = {

/***/ 2186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serializeDecision: () => (/* binding */ serializeDecision)
});

// UNUSED EXPORTS: SCHEMA_IS_DECISION, decisionSchema

// EXTERNAL MODULE: ./src/domain/gate.ts
var gate = __webpack_require__(5133);
// EXTERNAL MODULE: ./src/domain/outcome.ts
var outcome = __webpack_require__(7888);
;// CONCATENATED MODULE: ./src/domain/warning.ts
/** What a reader should know that decided nothing. Closed: a new warning is added here first. */
const WARNING_CODES = [
    'older-than-holder',
    'alias-near-another',
    'gates-not-judged',
    'baseline-run-not-finished',
    'first-promotion-rubber-stamp',
    'comparison-waived',
    'dataset-known-on-one-side',
    'origins-differ',
    'scales-differ',
    'direction-looks-wrong',
    'several-holders-after',
    'concurrent-promotion-repaired',
    'metrics-unread',
    'insecure-tls-ignored',
    'registry-by-default',
];

// EXTERNAL MODULE: ./src/zod.ts + 16 modules
var zod = __webpack_require__(2760);
// EXTERNAL MODULE: ./src/domain/error.ts
var error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/domain/reason.ts
var reason = __webpack_require__(6742);
// EXTERNAL MODULE: ./src/text/characters.ts
var characters = __webpack_require__(3243);
;// CONCATENATED MODULE: ./src/report/decision-schema.ts







const decision_schema_text = zod/* string */.YjP();
const textOrNull = zod/* nullable */.mee(decision_schema_text);
const decimalOrNull = described(zod/* nullable */.mee(decision_schema_text), 'Decimal text, exactly as compared.');
const time = described(zod/* iso.datetime */.KH5.datetime(), 'ISO 8601, UTC.');
const sha256 = described(zod/* nullable */.mee(zod/* string */.YjP().check(zod/* regex */.yGV(/^[0-9a-f]{64}$/))), 'SHA-256 in hex; null when the run did not come that far.');
const gateReason = zod/* enum */.k5n(reason/* GATE_REASONS */.uI);
const decision_schema_reason = zod/* strictObject */.rej({
    code: zod/* enum */.k5n([...reason/* GATE_REASONS */.uI, ...reason/* DECISION_REASONS */.Zi, ...reason/* ERROR_CODES */.OQ]),
    message: described(zod/* string */.YjP(), 'What is.'),
    remedy: described(zod/* string */.YjP(), 'What to do next.'),
});
const warning = zod/* strictObject */.rej({ code: zod/* enum */.k5n(WARNING_CODES), message: decision_schema_text });
const comparison = zod/* strictObject */.rej({
    result: zod/* enum */.k5n(['pass', 'fail', 'waived', 'invalid']),
    decides: described(zod/* boolean */.zMY(), 'It decided the gate: the first one missed, or the one with the least room.'),
    op: decision_schema_text,
    limit: decimalOrNull,
    distance: described(zod/* nullable */.mee(decision_schema_text), 'Room between candidate and limit, positive when it holds with room.'),
    text: described(zod/* string */.YjP(), 'The comparison with its numbers filled in.'),
});
const valueSource = zod/* strictObject */.rej({
    origin: zod/* enum */.k5n(['logged-model', 'run']),
    runId: described(zod/* nullable */.mee(decision_schema_text), 'The run that logged it; null where the registry does not say.'),
    step: zod/* number */.aig(),
    timestamp: described(zod/* nullable */.mee(zod/* number */.aig()), 'Epoch milliseconds; null where it is no date.'),
    of: described(zod/* nullable */.mee(zod/* int */.Whr()), 'Among how many values of the metric and dataset it is the newest; null where only the last is kept.'),
});
const threshold = zod/* strictObject */.rej({
    kind: zod/* literal */.euz('threshold'),
    name: described(zod/* string */.YjP(), 'What a person calls the gate.'),
    required: zod/* boolean */.zMY(),
    verdict: zod/* enum */.k5n(gate/* VERDICTS */.b),
    reason: gateReason,
    text: described(zod/* string */.YjP(), 'The normal form with its numbers filled in, or why that could not be done.'),
    remedy: decision_schema_text,
    metric: decision_schema_text,
    dataset: described(zod/* nullable */.mee(decision_schema_text), 'name, name@digest, or null when logged without a dataset.'),
    candidate: decimalOrNull,
    baseline: decimalOrNull,
    limit: described(zod/* nullable */.mee(decision_schema_text), 'The limit of the comparison that decided.'),
    origin: described(zod/* nullable */.mee(zod/* enum */.k5n(['logged-model', 'run'])), "Where the candidate's value was logged."),
    candidateSource: described(zod/* nullable */.mee(valueSource), "Where the candidate's value came from, believed or not; null when there is none."),
    baselineSource: described(zod/* nullable */.mee(valueSource), "Where the baseline's value came from, believed or not; null when there is none, or none was looked at."),
    condition: described(zod/* string */.YjP(), 'The normal form of the requirement.'),
    comparisons: list(comparison),
});
/** One row per kind of gate. */
const decision_schema_gate = zod/* discriminatedUnion */.gMt('kind', [threshold]);
const dataset = zod/* strictObject */.rej({ name: decision_schema_text, digest: textOrNull });
const lineage = zod/* strictObject */.rej({
    runId: textOrNull,
    runStatus: textOrNull,
    runDeleted: zod/* boolean */.zMY(),
    experimentId: textOrNull,
    loggedModelId: textOrNull,
    commit: textOrNull,
    datasets: list(dataset),
    copiedFrom: described(list(decision_schema_text), 'name/version of each version this one was copied from.'),
    urls: described(zod/* strictObject */.rej({ run: textOrNull, experiment: textOrNull, loggedModel: textOrNull }), "The registry's own pages; null where it has none."),
});
const version = zod/* strictObject */.rej({
    version: decision_schema_text,
    stage: decision_schema_text,
    aliases: list(decision_schema_text),
    status: decision_schema_text,
    createdAt: described(zod/* number */.aig(), 'Epoch milliseconds.'),
    runId: textOrNull,
    description: decision_schema_text,
    tags: zod/* record */.g1P(decision_schema_text, decision_schema_text),
    lineage: zod/* nullable */.mee(lineage),
    url: described(zod/* nullable */.mee(decision_schema_text), "The registry's own page about it; null where it has none."),
});
const listedVersion = zod/* extend */.X$i(version, {
    metrics: described(zod/* nullable */.mee(zod/* record */.g1P(decision_schema_text, decision_schema_text)), 'Value by label; null where metrics were not read.'),
});
const move = zod/* strictObject */.rej({
    kind: zod/* enum */.k5n(['transition', 'archive', 'alias', 'repair']),
    version: decision_schema_text,
    from: described(zod/* string */.YjP(), 'A stage; for an alias the version that held it, empty for nobody.'),
    to: described(zod/* string */.YjP(), 'A stage, or @alias.'),
    done: zod/* union */.KCZ([zod/* boolean */.zMY(), zod/* literal */.euz('unknown')]),
});
const run = zod/* strictObject */.rej({
    url: textOrNull,
    actor: textOrNull,
    sha: textOrNull,
    commitUrl: textOrNull,
    attempt: zod/* nullable */.mee(zod/* int */.Whr()),
    docsUrl: described(zod/* nullable */.mee(decision_schema_text), 'Where every reason code has a row with its name as anchor; null where GitHub does not say which action this is.'),
});
/** The same for every mode. */
const envelope = {
    schemaVersion: zod/* literal */.euz(1),
    outcome: zod/* enum */.k5n(outcome/* OUTCOMES */.im),
    reasons: described(list(decision_schema_reason), 'The first one is the headline.'),
    warnings: list(warning),
    registry: described(zod/* nullable */.mee(decision_schema_text), "The registry's address without credentials; null when none was opened."),
    startedAt: time,
    finishedAt: time,
    run: described(run, "GitHub's run; null outside."),
};
const promotion = zod/* strictObject */.rej({
    ...envelope,
    mode: zod/* enum */.k5n(['promote', 'evaluate']),
    model: decision_schema_text,
    target: described(zod/* string */.YjP(), 'A stage, or @alias.'),
    candidate: zod/* nullable */.mee(version),
    baseline: zod/* nullable */.mee(version),
    previousVersion: described(zod/* nullable */.mee(decision_schema_text), 'The sole holder of the target before this run.'),
    gates: list(decision_schema_gate),
    moves: list(move),
    digests: zod/* strictObject */.rej({ policy: sha256, evidence: sha256, plan: sha256 }),
});
const listing = zod/* strictObject */.rej({
    ...envelope,
    mode: zod/* literal */.euz('list'),
    model: decision_schema_text,
    versions: described(zod/* nullable */.mee(list(listedVersion)), 'Null when they could not be read.'),
});
/** The decision file, one part per mode. Strict: a field that is not published is not written. */
const decisionSchema = zod/* discriminatedUnion */.gMt('mode', [promotion, listing]);
/**
 * Does not compile when the schema and the domain's `Decision` differ in any field, either way round: as they are,
 * and with optional fields counted in.
 */
const SCHEMA_IS_DECISION = (/* unused pure expression or super */ null && ([true, true, true, true]));
/** What a JSON file may hold that a later `cat` in a workflow log should not: commands and invisible characters. */
const UNSAFE_IN_A_LOG = (0,characters/* onUse */.Ts)(String.raw `##(?=\[)|[\u007F-\u009F\u2028\u2029\p{Cf}]`, 'gu');
const UNSAFE_OF_ASCII = /##(?=\[)|\u007F/g;
/**
 * The decision file: indented JSON with a line break at its end, held to the published schema. Printed to a
 * workflow log it forms no command. Throws `internal` when the decision does not fit the schema.
 */
function serializeDecision(decision) {
    const checked = decisionSchema.safeParse(decision);
    if (!checked.success) {
        throw new error/* PromotionError */.g('internal', `The decision does not fit its own schema: ${zod/* prettifyError */.S1_(checked.error)}`, 'This is a defect of the action; please report it.');
    }
    const json = JSON.stringify(checked.data, null, 2);
    return `${json.replace((0,characters/* isAscii */.ER)(json) ? UNSAFE_OF_ASCII : UNSAFE_IN_A_LOG(), jsonEscape)}\n`;
}
function jsonEscape(found) {
    if (found === '##')
        return '#\\u0023';
    return found.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The words belong to the schema itself, so each needs its own: a copy with them would be made anew in every run. */
function described(schema, words) {
    zod/* globalRegistry */.fd.add(schema, { description: words });
    return schema;
}
function list(schema) {
    return zod/* readonly */.tBZ(zod/* array */.YOg(schema));
}


/***/ })

};
