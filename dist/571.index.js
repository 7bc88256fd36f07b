export const id = 571;
export const ids = [571];
export const modules = {

/***/ 4596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V2: () => (/* binding */ LOOSENING_INPUTS),
/* harmony export */   un: () => (/* binding */ WORKSPACE),
/* harmony export */   ww: () => (/* binding */ LARGEST_POLICY),
/* harmony export */   zj: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/** Inputs that can loosen a reviewed policy. A policy that wants one of them to says so in `inputs-may`. */
const LOOSENING_INPUTS = [
    'thresholds',
    'first-promotion',
    'baseline',
    'policy',
    'policy-ref',
];
/** Where a policy is looked for when nobody names another file. */
const DEFAULT_POLICY = '.github/model-promotion.yml';
/** What GitHub's API answers with the text itself, and more than anybody reviews. */
const LARGEST_POLICY = 1024 * 1024;
/** The `policy-ref` that takes the working tree. */
const WORKSPACE = 'workspace';


/***/ }),

/***/ 4350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ withoutFile),
/* harmony export */   Ge: () => (/* binding */ firstPromotionRule),
/* harmony export */   Hl: () => (/* binding */ inputLine),
/* harmony export */   SM: () => (/* binding */ errandOf),
/* harmony export */   jN: () => (/* binding */ DEFAULT_FIRST_PROMOTION)
/* harmony export */ });

/** What happens when nobody holds the baseline yet and nobody said what. */
const DEFAULT_FIRST_PROMOTION = 'require-absolute';
/** The policy in force where there is no file: what inputs ask for, and defaults. */
function withoutFile(asked) {
    const { firstPromotion } = asked;
    const value = firstPromotion ?? DEFAULT_FIRST_PROMOTION;
    const writtenAt = firstPromotion === null ? null : inputLine('first-promotion');
    return {
        ...errandOf(asked),
        gates: asked.gates,
        policyWarnings: asked.policyWarnings,
        firstPromotion: value,
        maxAge: null,
        policy: null,
        rules: [firstPromotionRule(value, writtenAt)],
    };
}
/** Who wants to go where, which no policy changes. */
function errandOf({ model, version, target, baseline, archiveExisting }) {
    return { model, version, target, baseline, archiveExisting };
}
function firstPromotionRule(value, writtenAt) {
    return { name: 'first-promotion', value, writtenAt };
}
/** Where an input of one line is written. */
function inputLine(name) {
    return { in: 'input', name, line: 1 };
}


/***/ }),

/***/ 8571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ruled: () => (/* binding */ ruled)
});

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/policy/without-file.ts
var without_file = __webpack_require__(4350);
// EXTERNAL MODULE: ./src/text/emptied.ts
var emptied = __webpack_require__(1695);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/domain/environment.ts
var environment = __webpack_require__(2309);
// EXTERNAL MODULE: ./src/domain/policy.ts
var policy = __webpack_require__(4596);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
// EXTERNAL MODULE: ./src/text/thrown.ts
var thrown = __webpack_require__(8101);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/sources/workspace.ts


/**
 * The text of a file of the working tree; null where there is none. Throws where it is something else than a file in
 * that tree of at most so many bytes: a folder, a pipe, a link that leads out of it, or one that cannot be read. Read at
 * once: there is nothing else to do meanwhile, and each wait would go through a pool of threads.
 */
function readWorkspaceFile(root, path, largest) {
    try {
        const [tree, file] = [(0,external_node_fs_.realpathSync)(root), (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path))];
        const inside = (0,external_node_path_.relative)(tree, file);
        if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
            throw new Error('It leads out of the working tree.');
        const found = (0,external_node_fs_.statSync)(file);
        // A pipe keeps whoever opens it waiting for somebody to write.
        if (!found.isFile())
            throw new Error('It is no file.');
        if (found.size > largest)
            throw new Error(`It has ${found.size} bytes, and at most ${largest} are read.`);
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/sources/policy.ts







/** Three answers of GitHub take a second; what takes longer than this is no answer. */
const LONGEST_MS = 30_000;
/**
 * Finds the policy. On GitHub it is read from the default branch by its commit, not from a working tree that a pull
 * request may have changed; elsewhere from the working tree. Throws `policy-missing` for one that is named and not
 * there, `policy-unreadable` where nobody can tell.
 */
async function findPolicy(wish, deps, signal) {
    const path = wish.path ?? policy/* DEFAULT_POLICY */.zj;
    if ((0,environment/* given */.g)(deps.env, 'GITHUB_ACTIONS') === null)
        return { chosen: local(wish, path, deps), reviewed: null };
    const until = within(signal);
    const usual = path === policy/* DEFAULT_POLICY */.zj && wish.ref === null;
    if (usual)
        return { chosen: named(wish, path, await reviewedPolicy(path, null, deps, until)), reviewed: null };
    const [chosen, reviewed] = await Promise.all([
        wish.ref === policy/* WORKSPACE */.un ? working(path, deps) : reviewedPolicy(path, wish.ref, deps, until),
        reviewedPolicy(policy/* DEFAULT_POLICY */.zj, null, deps, until),
    ]);
    return { chosen: named(wish, path, chosen), reviewed };
}
/**
 * The policy that a pull request proposes: the same file at its head. Null where it has none there. Nothing is judged by
 * it, so one that cannot be read is told and stops nobody.
 */
async function proposedPolicy(wish, head, deps, signal) {
    try {
        return await reviewedPolicy(wish.path ?? policy/* DEFAULT_POLICY */.zj, head, deps, within(signal));
    }
    catch (error) {
        const message = `What this pull request does to the policy is not known. ${(0,thrown/* messageOf */.b)(error)}`;
        return { code: 'policy-change-unread', message };
    }
}
function local(wish, path, deps) {
    if (wish.ref === null || wish.ref === policy/* WORKSPACE */.un)
        return named(wish, path, working(path, deps));
    throw new domain_error/* PromotionError */.g('input-invalid', `Input \`policy-ref\` is ${(0,quote/* quote */.h)(wish.ref)}, and outside GitHub there is only the working tree.`, 'Leave `policy-ref` out there.');
}
function within(signal) {
    return AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
}
async function reviewedPolicy(path, ref, { env, github, token }, signal) {
    const repository = (0,environment/* given */.g)(env, 'GITHUB_REPOSITORY') ?? '';
    const found = await github.readFile({ repository, path, ref, token }, signal);
    if (found.text === null)
        return null;
    const place = ref === null ? 'default-branch' : 'ref';
    return withText({ path, place, ref: found.ref, commit: found.commit }, found.text);
}
function working(path, { workingDirectory }) {
    try {
        const text = readWorkspaceFile(workingDirectory, path, policy/* LARGEST_POLICY */.ww);
        return text === null ? null : withText({ path, place: 'workspace', ref: null, commit: null }, text);
    }
    catch (error) {
        throw new domain_error/* PromotionError */.g('policy-unreadable', `The policy ${path} could not be read in the working tree: ${(0,thrown/* messageOf */.b)(error)}`, 'See that it is a file that the job may read.');
    }
}
function withText(place, text) {
    return { file: { ...place, sha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex') }, text };
}
/** Named and not found is never "there is none". */
function named(wish, path, found) {
    if (found !== null || (wish.path === null && wish.ref === null))
        return found;
    const where = wish.ref === null ? '' : ` at ${(0,quote/* quote */.h)(wish.ref)}`;
    throw new domain_error/* PromotionError */.g('policy-missing', `There is no file ${path}${where}, and the inputs of this step ask for it.`, 'Correct `policy` or `policy-ref`, or commit the file first.');
}

;// CONCATENATED MODULE: ./src/sources/ruled.ts




/**
 * The policy in force for what inputs ask. Archiving needs no proof, so it looks for no file. Throws what `findPolicy`
 * throws, and one error with everything that is wrong with the file or with inputs beside it.
 */
async function ruled(asked, deps) {
    if (asked.baseline === null)
        return (0,without_file/* withoutFile */.BQ)(asked);
    const { signal, proposed: head } = deps;
    const [{ chosen, reviewed }, proposed] = await Promise.all([
        findPolicy(asked.policy, deps, signal),
        head === null ? undefined : proposedPolicy(asked.policy, head, deps, signal),
    ]);
    const order = chosen === null ? (0,without_file/* withoutFile */.BQ)(asked) : await laidOver(asked, chosen, reviewed, deps);
    const changes = proposed === undefined ? [] : await changesOf(chosen, proposed, deps);
    return provable({ ...order, policyWarnings: [...changes, ...order.policyWarnings] });
}
/** Loaded when there is a file: many runs have none. */
const policies = () => __webpack_require__.e(/* import() */ 187).then(__webpack_require__.bind(__webpack_require__, 4187));
async function laidOver(asked, chosen, reviewed, { bounded }) {
    const { inForce } = await policies();
    const found = bounded(() => inForce(asked, chosen, reviewed));
    if (!found.ok)
        throw (0,domain_error/* errorOf */.M)(found.reasons);
    return found.order;
}
async function changesOf(chosen, proposed, { bounded }) {
    if (proposed !== null && 'code' in proposed)
        return [proposed];
    if (chosen === null && proposed === null)
        return [];
    const { proposedChanges } = await policies();
    return bounded(() => proposedChanges(chosen, proposed));
}
/** Nothing is promoted unproven. */
function provable(order) {
    if (order.gates.some(({ required }) => required))
        return order;
    const { gates, policy } = order;
    throw (0,domain_error/* errorOf */.M)([policy === null ? nothingAsked(gates.length === 0) : nothingInFile(policy.path)]);
}
function nothingAsked(empty) {
    const example = 'Give at least one required gate, such as `thresholds: \'accuracy: ">= 0.9"\'`';
    return {
        code: 'input-invalid',
        message: 'Input `thresholds` has no required gate, there is no policy file, and nothing is promoted unproven.',
        remedy: empty ? `${example}; ${emptied/* EMPTIED */.j}.` : `${example}.`,
    };
}
function nothingInFile(path) {
    return {
        code: 'policy-invalid',
        message: `The policy ${path} has no required gate for this target, and nothing is promoted unproven.`,
        remedy: 'Add at least one threshold that is not advisory, such as accuracy: ">= 0.9".',
    };
}


/***/ })

};
