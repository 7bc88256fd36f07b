export const id = 998;
export const ids = [998];
export const modules = {

/***/ 9087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect),
/* harmony export */   k: () => (/* binding */ NO_EVIDENCE)
/* harmony export */ });
/** Where no gate looks, nothing is read. */
const NO_EVIDENCE = { candidate: null, baseline: null };
/**
 * The evidence that the gates in force need. Who the candidate is has to be beyond doubt whatever they ask; the
 * baseline is read only where one of them looks at it and there is one. Both are read at once.
 */
async function collect(reader, standing, needs) {
    const baseline = needs.baseline && standing.baseline.kind === 'one' ? standing.baseline.version : null;
    const metrics = new Set(needs.metrics);
    const [ofCandidate, ofBaseline] = await Promise.all([
        reader.evidence(standing.candidate, 'candidate', metrics),
        baseline === null ? null : reader.evidence(baseline, 'baseline', metrics),
    ]);
    return { candidate: ofCandidate, baseline: ofBaseline };
}


/***/ }),

/***/ 9305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess)
});

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/evidence/collect.ts
var collect = __webpack_require__(9087);
// EXTERNAL MODULE: ./src/domain/gate.ts
var gate = __webpack_require__(5133);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
// EXTERNAL MODULE: ./src/gates/kinds.ts + 10 modules
var kinds = __webpack_require__(8575);
;// CONCATENATED MODULE: ./src/gates/judge.ts



/**
 * Judges every gate on the evidence. A version passes only when each required gate has proved it on complete,
 * finite evidence; whatever is missing, ambiguous or not finite is `invalid`. Pure: the same input gives the same
 * judgement, and nothing is read or written.
 */
function judge(input) {
    const judged = input.gates.map((gate) => (0,kinds/* judgeGate */.$U)(gate, input));
    const gates = judged.map(({ result }) => result);
    const reasons = decisionReasons(input);
    const warnings = [
        ...judged.flatMap((gate) => gate.warnings),
        ...statusWarnings(input),
        ...waiverWarnings(input, gates),
    ];
    return { verdict: worst(input, gates, reasons), gates, reasons, warnings };
}
/** Why nothing can pass, whatever the gates say. */
function decisionReasons(input) {
    const required = input.gates.filter((gate) => gate.required);
    const reasons = [];
    if (isBlocked(input)) {
        reasons.push({
            code: 'first-promotion-blocked',
            message: 'Nobody holds the baseline yet, and first promotions are blocked.',
            remedy: 'Promote the first version by hand, or set first-promotion to require-absolute.',
        });
    }
    reasons.push(...input.candidate.problems);
    if (required.length === 0) {
        reasons.push({
            code: 'no-required-gate',
            message: 'No required gate is configured, so nothing can prove that this version may move.',
            remedy: 'Add at least one gate that is not advisory.',
        });
    }
    else if (mustStandAlone(input) && !required.some(kinds/* asksAbsolutely */.tw)) {
        reasons.push({
            code: 'no-absolute-condition',
            message: 'Nobody holds the baseline yet, and no required gate compares with a fixed number.',
            remedy: 'Add a fixed number to a required gate, such as ">= 0.9 and >= production".',
        });
    }
    return reasons;
}
function isBlocked({ baseline, firstPromotion }) {
    return baseline === null && firstPromotion === 'block';
}
function mustStandAlone({ baseline, firstPromotion }) {
    return baseline === null && firstPromotion === 'require-absolute';
}
function worst(input, gates, reasons) {
    if (isBlocked(input))
        return 'fail';
    if (reasons.length > 0)
        return 'invalid';
    const verdicts = gates.filter(({ required }) => required).map(({ verdict }) => gate/* VERDICTS */.bk.indexOf(verdict));
    return gate/* VERDICTS */.bk[Math.max(...verdicts)] ?? 'invalid';
}
function statusWarnings({ gates, baseline, candidateIsBaseline }) {
    const status = baseline?.lineage.runStatus ?? null;
    const usable = status === null || status === 'FINISHED';
    if (usable || candidateIsBaseline || !(0,kinds/* needsOf */.hN)(gates).baseline)
        return [];
    const message = `The baseline's run is ${status}, not FINISHED; its metrics may still change.`;
    return [{ code: 'baseline-run-not-finished', message }];
}
function waiverWarnings(input, results) {
    const { gates, baseline, firstPromotion } = input;
    const waived = gates.filter((_, index) => results.slice(index, index + 1).some(kinds/* isWaived */.$y));
    if (waived.length === 0)
        return [];
    const names = [...new Set(waived.map(({ name }) => (0,quote/* quote */.h)(name)))].join(', ');
    if (baseline !== null) {
        const message = `The baseline is 0: the step in per cent of ${names} was waived, and the absolute step decided.`;
        return [{ code: 'comparison-waived', message }];
    }
    if (firstPromotion !== 'rubber-stamp') {
        const message = `Nobody holds the baseline yet: the comparisons with it of ${names} were waived, and fixed numbers decided.`;
        return [{ code: 'comparison-waived', message }];
    }
    const message = `Nobody holds the baseline yet: first-promotion: rubber-stamp waived the comparisons with it of ${names}.`;
    return [{ code: 'first-promotion-rubber-stamp', message }];
}

// EXTERNAL MODULE: ./src/text/near.ts
var text_near = __webpack_require__(525);
// EXTERNAL MODULE: ./src/promotion/digest.ts
var digest = __webpack_require__(221);
// EXTERNAL MODULE: ./src/promotion/rules.ts
var rules = __webpack_require__(3970);
// EXTERNAL MODULE: ./src/promotion/select.ts
var promotion_select = __webpack_require__(9469);
// EXTERNAL MODULE: ./src/promotion/target.ts
var target = __webpack_require__(3892);
;// CONCATENATED MODULE: ./src/promotion/standing.ts



/** Who is who now: one look at the model, then the selectors are resolved on that one answer. */
async function readStanding(reader, order) {
    const model = await reader.model(order.model);
    const holders = (0,target/* holdersOf */.pW)(model, order.target);
    let candidate = null;
    try {
        candidate = (0,promotion_select/* selectVersion */.fe)(model, order.version, 'version');
        return { model, standing: { candidate, holders, baseline: (0,promotion_select/* selectBaseline */.w8)(model, order) } };
    }
    catch (error) {
        if (!(error instanceof domain_error/* PromotionError */.g))
            throw error;
        return { model, candidate, holders, reasons: error.reasons };
    }
}

// EXTERNAL MODULE: ./src/promotion/version-facts.ts
var version_facts = __webpack_require__(9015);
;// CONCATENATED MODULE: ./src/promotion/assess.ts










/** Where each verdict of the required gates leads; null: the candidate may go on. */
const STOPS = {
    pass: null,
    inconclusive: 'inconclusive',
    fail: 'rejected',
    invalid: 'invalid',
};
/** Reads who is who and what was measured, and says whether the candidate may go on. It cannot write. */
async function assess(reader, order, now) {
    const look = await readStanding(reader, order);
    if (!('standing' in look))
        return look;
    const stop = (0,rules/* stopByRule */.c)(order, look);
    if (stop !== null)
        return { ...unjudged(order, look), stop: stop.outcome, reasons: stop.reasons };
    if ((0,target/* isArchiving */.E6)(order))
        return { ...unjudged(order, look), stop: null };
    try {
        return judged(order, look, await (0,collect/* collect */.F)(reader, look.standing, (0,kinds/* needsOf */.hN)(order.gates)), now);
    }
    catch (error) {
        if (!(error instanceof domain_error/* PromotionError */.g))
            throw error;
        return { ...unjudged(order, look), stop: 'error', reasons: error.reasons, warnings: [] };
    }
}
function unjudged(order, look) {
    const warnings = [...order.policyWarnings, ...standingWarnings(order, look)];
    return { ...grounded(order, look, collect/* NO_EVIDENCE */.k), gates: [], reasons: [], warnings };
}
function judged(order, look, evidence, now) {
    const { candidate, baseline } = look.standing;
    const { createdAt, updatedAt } = candidate;
    const { verdict, gates, reasons, warnings } = judge({
        gates: order.gates,
        ...evidence,
        circumstances: { now: now.getTime(), holds: (0,version_facts/* placesOf */.ek)(look.model, candidate), createdAt, updatedAt },
        maxAge: order.maxAge,
        firstPromotion: baseline.kind === 'nobody' ? order.firstPromotion : null,
        candidateIsBaseline: baseline.kind === 'one' && baseline.version.version === candidate.version,
    });
    return {
        ...grounded(order, look, evidence),
        stop: STOPS[verdict],
        gates,
        reasons,
        warnings: [...order.policyWarnings, ...standingWarnings(order, look), ...warnings],
    };
}
function grounded(order, look, evidence) {
    const digests = {
        policy: (0,digest/* policyDigest */.p1)(order),
        evidence: (0,digest/* evidenceDigest */.YB)(evidence, (0,kinds/* needsOf */.hN)(order.gates), look.model),
    };
    return { ...look, evidence, digests };
}
function standingWarnings(order, { model, standing }) {
    if ((0,target/* isArchiving */.E6)(order))
        return archiveWarnings(order);
    return [...olderWarning(standing, model), ...aliasWarning(order.target, model)];
}
function olderWarning({ candidate, holders }, model) {
    const exists = (holder) => model.versions.some(({ version }) => version === holder);
    const newer = holders.find((holder) => Number(holder) > Number(candidate.version) && exists(holder));
    if (newer === undefined)
        return [];
    const message = `Version ${candidate.version} is older than version ${newer}, which holds the target now.`;
    return [{ code: 'older-than-holder', message }];
}
/** A new alias that differs from another by one slip of the hand may have been meant to be that one. */
function aliasWarning(target, { aliases }) {
    if (target.kind !== 'alias' || aliases.has(target.alias))
        return [];
    const near = [...aliases.keys()].filter((alias) => (0,text_near/* isSlip */.B)(target.alias, alias));
    if (near.length === 0)
        return [];
    const message = `Alias @${target.alias} is new, and differs from ${near.map((alias) => `@${alias}`).join(', ')} in one letter or in upper and lower case only.`;
    return [{ code: 'alias-near-another', message }];
}
function archiveWarnings({ gates }) {
    if (gates.length === 0)
        return [];
    const message = 'Archiving needs no proof: the thresholds were not judged.';
    return [{ code: 'gates-not-judged', message }];
}


/***/ }),

/***/ 221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ evidenceDigest),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   p1: () => (/* binding */ policyDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(335);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3356);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9015);




/**
 * SHA-256 in hex of plain data's canonical JSON: keys sorted, no white space (RFC 8785). A number that JSON has no
 * text for is written as its text first.
 */
function digest(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');
}
/** Digest of every rule that judges: gates and settings and the file that says them, not the names of things. */
function policyDigest(order) {
    const { gates, firstPromotion, archiveExisting, maxAge, policy } = order;
    const file = policy === null ? {} : { commit: policy.commit, sha256: policy.sha256 };
    const age = maxAge === null ? {} : { maxAge: maxAge.ms };
    return digest({ gates: gates.map(asked), firstPromotion, archiveExisting, ...age, ...file });
}
/** Digest of everything the gates looked at, for candidate and baseline. */
function evidenceDigest({ candidate, baseline }, needs, model) {
    return digest({
        candidate: candidate === null ? null : { ...evidenceValue(candidate), ...rowValues(candidate, needs, model) },
        baseline: baseline === null ? null : evidenceValue(baseline),
    });
}
/** What a gate asks for, wherever that is written. */
function asked(gate) {
    return { ...gate, writtenAt: null };
}
/** What gates look at of the version's own row; the rest of it comes and goes. */
function rowValues({ version, lineage }, looks, model) {
    const { tags, holds } = looks;
    const values = [...tags].sort().map((name) => [name, (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(version, name)]);
    return {
        ...(values.length === 0 ? {} : { tags: values }),
        ...(holds ? { holds: (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOf */ .ek)(model, version), updatedAt: version.updatedAt } : {}),
        ...(looks.lineage ? { commit: lineage.commit, datasets: lineage.datasets.map(_domain_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .datasetName */ .w) } : {}),
    };
}
function evidenceValue({ version, lineage, measurements, problems }) {
    return {
        version: version.version,
        status: version.status,
        source: version.source,
        runId: lineage.runId,
        runStatus: lineage.runStatus,
        runDeleted: lineage.runDeleted,
        loggedModelId: lineage.loggedModelId,
        problems: problems.map((problem) => problem.code),
        measurements: measurements.map((measurement) => ({
            metric: measurement.metric,
            dataset: measurement.dataset === null ? null : [measurement.dataset.name, measurement.dataset.digest],
            value: String(measurement.value),
            step: String(measurement.step),
            timestamp: String(measurement.timestamp),
            runId: measurement.runId,
            doubt: measurement.doubt?.kind ?? null,
        })),
    };
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}


/***/ }),

/***/ 3918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ makePlan),
/* harmony export */   G: () => (/* binding */ planDigest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(221);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3892);


/** Plans the move of a candidate that may go on. */
function makePlan(order, { standing, digests }) {
    const write = writeOf(order, standing.candidate.version);
    const plan = {
        purpose: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .isArchiving */ .E6)(order) ? 'archive' : 'promote',
        order,
        standing,
        write,
        moves: movesOf(write, standing),
        digests: { ...digests, plan: '' },
    };
    return { ...plan, digests: { ...digests, plan: planDigest(plan) } };
}
/** The digest of a plan as it stands, so that a change to it shows. */
function planDigest({ purpose, standing, write, moves, digests }) {
    const { policy, evidence } = digests;
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ purpose, holders: standing.holders, write, moves, policy, evidence });
}
function writeOf(order, version) {
    const { model, target } = order;
    if (target.kind === 'alias')
        return { kind: 'alias', model, version, alias: target.alias };
    // Archived has many holders, so there is nobody to make room.
    const archiveExisting = order.archiveExisting && target.stage !== 'Archived';
    return { kind: 'transition', model, version, stage: target.stage, archiveExisting };
}
function movesOf(write, { candidate, holders }) {
    if (write.kind === 'alias') {
        const from = holders[0] ?? '';
        return [{ kind: 'alias', version: write.version, from, to: `@${write.alias}`, done: false }];
    }
    const { version, stage, archiveExisting } = write;
    const archived = archiveExisting ? holders.filter((holder) => holder !== version) : [];
    return [
        { kind: 'transition', version, from: candidate.stage, to: stage, done: false },
        ...archived.map((holder) => ({
            kind: 'archive',
            version: holder,
            from: stage,
            to: 'Archived',
            done: false,
        })),
    ];
}


/***/ }),

/***/ 3970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ emptiesProduction),
/* harmony export */   c: () => (/* binding */ stopByRule)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3356);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3892);


/**
 * What no gate needs to see: a candidate that already holds the target, a registry with several holders, an alias that
 * points nowhere, a Production that would be left empty. Null: none of it is so.
 */
function stopByRule(order, look) {
    return (emptiesProduction(order, look) ??
        brokenTarget(order, look) ??
        alreadyHolds(order, look) ??
        brokenBaseline(look));
}
/** Production is emptied only by putting another version there, never by moving its only holder away. */
function emptiesProduction(order, look) {
    const { target } = order;
    const { model, standing } = look;
    const { candidate } = standing;
    if (target.kind !== 'stage' || target.stage === 'Production' || candidate.stage !== 'Production')
        return null;
    const holders = model.versions.filter((version) => version.stage === 'Production');
    if (holders.length > 1)
        return null;
    const reason = {
        code: 'production-would-empty',
        message: `Version ${candidate.version} is the only version in Production; moving it to ${target.stage} would leave Production empty.`,
        remedy: `Promote another version to Production first: that archives version ${candidate.version}.`,
    };
    return { outcome: 'error', reasons: [reason] };
}
function brokenTarget(order, look) {
    const { holders } = look.standing;
    if (order.target.kind === 'alias')
        return danglingTarget(order.target.alias, look);
    if ((0,_target_js__WEBPACK_IMPORTED_MODULE_0__/* .isArchiving */ .E6)(order) || holders.length < 2 || severalAreMeant(order))
        return null;
    return { outcome: 'invalid', reasons: [severalHolders((0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(order.target), holders)] };
}
/** Several holders are legal when the workflow keeps earlier ones and says what it compares with. */
function severalAreMeant(order) {
    const kind = order.baseline?.kind;
    return !order.archiveExisting && (kind === 'number' || kind === 'alias');
}
function danglingTarget(alias, { model, standing }) {
    const [holder] = standing.holders;
    const exists = model.versions.some((version) => version.version === holder);
    return holder === undefined || exists ? null : { outcome: 'invalid', reasons: [dangling(alias, holder)] };
}
function alreadyHolds(order, { standing }) {
    const { candidate, holders } = standing;
    if (!holders.includes(candidate.version))
        return null;
    const target = (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(order.target);
    const reason = {
        code: 'already-holds-target',
        message: `Version ${candidate.version} already holds ${target}; no gate was judged and nothing was moved.`,
        remedy: 'Nothing to do.',
    };
    return { outcome: 'unchanged', reasons: [reason] };
}
function brokenBaseline({ standing }) {
    const { baseline } = standing;
    if (baseline.kind === 'dangling')
        return { outcome: 'invalid', reasons: [dangling(baseline.alias, baseline.version)] };
    if (baseline.kind !== 'several')
        return null;
    const stage = baseline.versions[0]?.stage ?? '';
    const versions = baseline.versions.map((version) => version.version);
    const reason = {
        code: 'several-holders',
        message: `The baseline "${stage}" means several versions (${versions.join(', ')}), so nobody can say which one to compare with.`,
        remedy: 'Give `baseline` as a number or an alias, or see to it that only one version holds the stage.',
    };
    return { outcome: 'invalid', reasons: [reason] };
}
function severalHolders(stage, versions) {
    return {
        code: 'several-holders',
        message: `${stage} is held by several versions (${versions.join(', ')}), so nobody can say what the candidate would replace.`,
        remedy: `Move all but one of them out of ${stage}, or keep several on purpose with \`archive-existing: false\` and a \`baseline\` given by number or alias.`,
    };
}
function dangling(alias, version) {
    return {
        code: 'alias-dangling',
        message: `Alias @${alias} points to version ${version}, which no longer exists.`,
        remedy: `Delete the alias, or point it to a version that exists, then run again.`,
    };
}


/***/ }),

/***/ 9469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _R: () => (/* binding */ baselineNow),
/* harmony export */   fe: () => (/* binding */ selectVersion),
/* harmony export */   w8: () => (/* binding */ selectBaseline)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3356);
/* harmony import */ var _text_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2807);
/* harmony import */ var _text_near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);




/** An error lists at most this many versions; beyond it, how many there are. */
const LISTED = 20;
/**
 * The one version a selector means. Throws `version-unknown` or `selector-no-match` with what exists, and
 * `selector-ambiguous` with all that match.
 */
function selectVersion(model, selector, input) {
    const found = matches(model, selector);
    const [only] = found;
    if (only !== undefined && found.length === 1)
        return only;
    if (found.length > 1) {
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('selector-ambiguous', `Input \`${input}\`: "${selector.text}" means several versions of "${model.name}": ${versionList(found)}.`, 'Name one of them by its number.');
    }
    throw nothingFound(model, selector, input);
}
/**
 * The baseline as a run begins. Nobody there is a first promotion only where it is the baseline that the target has by
 * default: named and not found is never "not there yet", and then the error is that of `selectVersion`.
 */
function selectBaseline(model, { target, baseline }) {
    const state = baselineNow(model, baseline);
    if (state.kind !== 'nobody' || baseline === null || (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isDefaultBaseline */ .tu)(target, baseline))
        return state;
    throw nothingFound(model, baseline, 'baseline');
}
/** What the baseline selector finds now, whether or not it may be empty. */
function baselineNow(model, selector) {
    if (selector === null)
        return { kind: 'not-needed' };
    if (selector.kind === 'stage') {
        const versions = matches(model, selector);
        const [only] = versions;
        if (only === undefined)
            return { kind: 'nobody' };
        return versions.length === 1 ? { kind: 'one', version: only } : { kind: 'several', versions };
    }
    if (selector.kind === 'alias') {
        const version = model.aliases.get(selector.alias);
        if (version === undefined)
            return { kind: 'nobody' };
        const found = model.versions.find((existing) => existing.version === version);
        return found === undefined
            ? { kind: 'dangling', alias: selector.alias, version }
            : { kind: 'one', version: found };
    }
    return { kind: 'one', version: selectVersion(model, selector, 'baseline') };
}
/** Every version a selector means; `dangling` is an alias whose version is gone. */
function matches(model, selector) {
    switch (selector.kind) {
        case 'number':
            return model.versions.filter((version) => version.version === selector.version);
        case 'latest':
            return model.versions.slice(0, 1);
        case 'alias':
            return model.versions.filter((version) => version.version === model.aliases.get(selector.alias));
        case 'stage':
            return model.versions.filter((version) => version.stage === selector.stage);
        case 'run':
            return model.versions.filter((version) => version.runId === selector.runId);
    }
}
function nothingFound(model, selector, input) {
    const existing = model.versions.length === 0 ? 'It has no versions.' : `It has ${versionList(model.versions)}.`;
    if (selector.kind === 'number') {
        const message = `Input \`${input}\`: model "${model.name}" has no version ${selector.version}. ${existing}`;
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('version-unknown', message, 'Name a version that exists, or register this one first.');
    }
    const why = selector.kind === 'alias' ? whyNoAlias(model, selector.alias) : '';
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('selector-no-match', `Input \`${input}\`: "${selector.text}" means no version of "${model.name}".${why} ${existing}`, input === 'baseline'
        ? 'Correct `baseline`; leave it out to compare with whoever holds the target now.'
        : 'Name a version that exists.');
}
/** An alias may dangle, or be a slip of the hand. */
function whyNoAlias(model, alias) {
    const dangling = model.aliases.get(alias);
    if (dangling !== undefined)
        return ` The alias points to version ${dangling}, which no longer exists.`;
    const aliases = [...model.aliases.keys()];
    if (aliases.length === 0)
        return ' It has no aliases.';
    const near = (0,_text_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(alias, aliases).map((name) => `@${name}`);
    const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    const all = aliases.map((name) => `@${name}`);
    return `${hint} Its aliases are ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .K)(all, LISTED)}.`;
}
/** `7 (Production), 6 (Archived)`, highest first. */
function versionList(versions) {
    const all = versions.map((version) => `${version.version} (${version.stage})`);
    return `${versions.length === 1 ? 'version' : 'versions'} ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .K)(all, LISTED)}`;
}


/***/ })

};
