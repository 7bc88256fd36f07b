export const id = 900;
export const ids = [900];
export const modules = {

/***/ 4394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ errorOf),
/* harmony export */   g: () => (/* binding */ PromotionError)
/* harmony export */ });
/**
 * A failure that ends a run as `error`: a closed code, a sentence and a remedy. The message may quote
 * registry text; whoever prints it escapes it.
 */
class PromotionError extends Error {
    code;
    remedy;
    /** All that is wrong, where one run found several things; otherwise this error alone. */
    reasons;
    /** It may be over in a moment, so that asking again can help: a server that restarts, a gateway that waits for it. */
    passing;
    /** Of a write: it certainly never left the process. */
    unsent;
    constructor(code, message, remedy, options) {
        super(message, options);
        this.name = 'PromotionError';
        this.code = code;
        this.remedy = remedy;
        this.reasons = options?.reasons ?? [{ code, message, remedy }];
        this.passing = options?.passing ?? false;
        this.unsent = options?.unsent ?? false;
    }
}
/** One error that holds everything that is wrong; its own words are those of the first. Never without one. */
function errorOf(reasons) {
    const [first] = reasons;
    const { code, message, remedy } = first;
    return new PromotionError(code, message, remedy, { reasons });
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ datasetName)
/* harmony export */ });
/** `name@digest`, or the name alone where the content is not known. */
function datasetName({ name, digest }) {
    return digest === null ? name : `${name}@${digest}`;
}


/***/ }),

/***/ 5133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ FIRST_PROMOTION),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   d7: () => (/* binding */ LINEAGE_PARTS),
/* harmony export */   th: () => (/* binding */ STRICTNESS)
/* harmony export */ });
const LINEAGE_PARTS = ['commit', 'run', 'dataset'];
/** What one gate says, in order of badness. */
const VERDICTS = ['pass', 'inconclusive', 'fail', 'invalid'];
/** What happens when nobody holds the baseline yet. */
const FIRST_PROMOTION = ['require-absolute', 'rubber-stamp', 'block'];
/** The same, from the softest to the strictest. */
const STRICTNESS = ['rubber-stamp', 'require-absolute', 'block'];


/***/ }),

/***/ 6742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ GATE_REMEDIES),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   Zi: () => (/* binding */ DECISION_REASONS),
/* harmony export */   uI: () => (/* binding */ GATE_REASONS)
/* harmony export */ });
/** Why a gate, an outcome or an error is what it is. Closed: a new reason is added here first. */
const GATE_REASONS = [
    // pass
    'threshold-met',
    'relative-waived',
    'tag-accepted',
    'in-place',
    'lineage-known',
    'signed-off',
    // could not tell
    'soak-not-known',
    // fail
    'threshold-not-met',
    'tag-not-accepted',
    'not-in-place',
    'soak-too-short',
    'sign-off-refused',
    // invalid
    'tag-missing',
    'lineage-missing',
    'sign-off-missing',
    'sign-off-unclear',
    'metric-too-old',
    'metric-missing',
    'metric-not-finite',
    'metric-suspect-zero',
    'metric-of-shared-run',
    'metric-run-unusable',
    'dataset-ambiguous',
    'dataset-mismatch',
    'baseline-metric-missing',
    'baseline-metric-not-finite',
    'baseline-metric-suspect-zero',
    'baseline-metric-of-shared-run',
    'baseline-metric-run-unusable',
    'baseline-zero',
    'baseline-missing',
    'baseline-run-unusable',
    'candidate-is-baseline',
];
/** What to do next when a gate gives a reason; empty for a pass. */
const GATE_REMEDIES = {
    'threshold-met': '',
    'relative-waived': '',
    'tag-accepted': '',
    'in-place': '',
    'lineage-known': '',
    'signed-off': '',
    'soak-not-known': 'Wait until the version has not been touched for that long, or take `soak` out of the policy in a reviewed commit.',
    'threshold-not-met': 'Improve the candidate and register a new version, or change the threshold in a reviewed commit.',
    'tag-not-accepted': 'Let whoever decides look at the version and set the tag, or change the policy in a reviewed commit.',
    'not-in-place': 'Promote the version there first, and run again when it has proved itself.',
    'soak-too-short': 'Run again when the time is over.',
    'sign-off-refused': 'Settle with whoever said no what has to change, and register a new version.',
    'lineage-missing': 'Train from a Git checkout in a run that logs its dataset, and register the version from that run.',
    'sign-off-missing': 'Let that role look at the version and set the tag to "yes: <name>".',
    'sign-off-unclear': 'Let it be "yes: <name>" or "no: <name>".',
    'metric-too-old': 'Evaluate the candidate again and log the metric anew.',
    'tag-missing': 'Set the tag on the version when what it stands for has been done.',
    'metric-missing': "Log the metric in the candidate's run, or correct its name or dataset in the thresholds. An MLflow evaluation reaches the model only by `models:/m-…`; by another address its values stay in the evaluation's own run.",
    'metric-not-finite': 'Find out why training or evaluation gave no number, and log the metric again in a new run.',
    'metric-suspect-zero': 'Log the metric again with a step and a time; MLflow shows a NaN of a logged model as 0, so this one cannot be told from it.',
    'metric-of-shared-run': 'Log the metric on the model itself, or log one model per run.',
    'metric-run-unusable': 'Evaluate the model again: the newest value counts.',
    'dataset-ambiguous': 'Log the metric for one dataset only, or name the dataset in the thresholds.',
    'dataset-mismatch': 'Evaluate both versions on the same dataset, log the metric with it, and run again.',
    'baseline-metric-missing': "Log the metric in the baseline's run, or compare with a fixed number instead.",
    'baseline-metric-not-finite': 'Log the metric of the baseline again, or compare with a fixed number instead.',
    'baseline-metric-suspect-zero': 'Log the metric of the baseline again, or compare with a fixed number instead.',
    'baseline-metric-of-shared-run': 'Evaluate the baseline by its logged model, or compare with a fixed number instead.',
    'baseline-metric-run-unusable': 'Evaluate the baseline again, or compare with a fixed number instead.',
    'baseline-zero': 'Add an absolute step in the same direction to this gate, such as ">= production + 0.005".',
    'baseline-missing': 'Give a baseline that exists, or compare with a fixed number.',
    'baseline-run-unusable': "Restore the baseline's run, name another baseline, or compare with fixed numbers.",
    'candidate-is-baseline': 'Name another version as the baseline, or compare with fixed numbers.',
};
/** Reasons that concern the whole decision. */
const DECISION_REASONS = [
    // green
    'promoted',
    'would-be-promoted',
    'already-holds-target',
    'archived',
    'listed',
    'explained',
    // policy said no
    'first-promotion-blocked',
    // could not tell
    'no-required-gate',
    'no-absolute-condition',
    'several-holders',
    'alias-dangling',
    'version-not-ready',
    'run-missing',
    'run-deleted',
    'run-not-finished',
    'logged-model-not-ready',
    'lineage-unresolved',
    // the world moved
    'holder-changed',
    'candidate-changed',
    'evidence-changed',
    'overtaken',
];
/** Reasons for `error`: misuse, a service that could not answer, or a bug of ours. */
const ERROR_CODES = [
    // misuse
    'input-invalid',
    'thresholds-invalid',
    'policy-invalid',
    'policy-missing',
    'not-in-policy',
    'policy-loosened',
    'not-supported',
    'untrusted-event',
    'plaintext-credentials',
    'model-unknown',
    'version-unknown',
    'selector-no-match',
    'selector-ambiguous',
    'production-would-empty',
    // a service that could not answer as asked
    'policy-unreadable',
    'unauthorized',
    'forbidden',
    'host-refused',
    'refused-in-front',
    'workspace-unknown',
    'not-an-api',
    'unexpected-reply',
    'reply-too-large',
    'redirect-refused',
    'server-error',
    'rate-limited',
    'request-refused',
    'connection-refused',
    'dns-failed',
    'tls-failed',
    'connection-failed',
    'timeout',
    'cancelled',
    // a local store
    'store-missing',
    'store-unusable',
    'store-schema',
    'store-busy',
    'store-read-only',
    // after a write
    'outcome-unknown',
    'read-back-failed',
    // the runner
    'outputs-unwritable',
    // ours
    'internal',
];


/***/ }),

/***/ 3356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ defaultBaseline),
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   je: () => (/* binding */ targetName),
/* harmony export */   mt: () => (/* binding */ TARGET_STAGES),
/* harmony export */   tu: () => (/* binding */ isDefaultBaseline)
/* harmony export */ });
/** The stages a version can be in. */
const STAGES = ['None', 'Staging', 'Production', 'Archived'];
/** The stages a version can be promoted to. */
const TARGET_STAGES = ['Staging', 'Production', 'Archived'];
/** Whom a candidate is compared with where nobody says: whoever holds the alias, for a stage whoever holds Production. */
function defaultBaseline(target) {
    if (target.kind === 'alias')
        return { kind: 'alias', text: `@${target.alias}`, alias: target.alias };
    return target.stage === 'Archived' ? null : { kind: 'stage', text: 'Production', stage: 'Production' };
}
/** Whether a baseline is the one that its target has by default, said or not. */
function isDefaultBaseline(target, baseline) {
    const usual = defaultBaseline(target);
    if (usual?.kind === 'alias')
        return baseline.kind === 'alias' && baseline.alias === usual.alias;
    return usual?.kind === 'stage' && baseline.kind === 'stage' && baseline.stage === usual.stage;
}
/** `Production`, or `@champion`. */
function targetName(target) {
    return target.kind === 'stage' ? target.stage : `@${target.alias}`;
}
/** The value of a version's tag; null where it has no such tag of its own. */
function tagValue({ tags }, name) {
    return Object.hasOwn(tags, name) ? (tags[name] ?? null) : null;
}


/***/ }),

/***/ 2900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/domain/environment.ts
var environment = __webpack_require__(2309);
// EXTERNAL MODULE: ./src/text/thrown.ts
var thrown = __webpack_require__(8101);
;// CONCATENATED MODULE: ./src/github/github.ts

/** The GitHub of this run. Each part is loaded when it is used: some runs never do. */
function gitHubOf(env) {
    return {
        async readFile(place, signal) {
            const { fetchFile } = await Promise.all(/* import() */[__webpack_require__.e(327), __webpack_require__.e(194), __webpack_require__.e(382), __webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__, 6770));
            return await fetchFile(place, env, signal);
        },
        async createCheckRun(place, check, signal) {
            try {
                const { sendCheckRun } = await Promise.all(/* import() */[__webpack_require__.e(327), __webpack_require__.e(194), __webpack_require__.e(382), __webpack_require__.e(867)]).then(__webpack_require__.bind(__webpack_require__, 5867));
                return await sendCheckRun(place, check, env, signal);
            }
            catch (error) {
                return `No check run was created: ${(0,thrown/* messageOf */.b)(error)}`;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/registry/open.ts
/**
 * Opens the registry a connection names. Each kind is loaded only when it is used. Throws `PromotionError` for an
 * address or store that cannot be opened.
 */
async function openRegistry(order, deps) {
    const connection = await resolve(order, deps.log);
    if ([connection.registryUri, connection.trackingUri].some((uri) => uri.startsWith('sqlite:'))) {
        const { openSqlite } = await Promise.all(/* import() */[__webpack_require__.e(929), __webpack_require__.e(500)]).then(__webpack_require__.bind(__webpack_require__, 1867));
        return openSqlite(connection, { ...deps, recovers: deps.writes });
    }
    const { openMlflow } = await Promise.all(/* import() */[__webpack_require__.e(327), __webpack_require__.e(382), __webpack_require__.e(929), __webpack_require__.e(92)]).then(__webpack_require__.bind(__webpack_require__, 92));
    return openMlflow(connection, deps);
}
async function resolve(order, log) {
    let trackingUri = order.trackingUri ?? order.registryUri;
    if (trackingUri === null) {
        // Loaded when nobody names one, which is rare.
        const { defaultTrackingUri } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 7955));
        trackingUri = await defaultTrackingUri(order.workingDirectory);
        log.info(`No tracking server is named; using MLflow's own default: ${trackingUri}`);
    }
    return { ...order, trackingUri, registryUri: order.registryUri ?? trackingUri };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/zod.ts
var zod = __webpack_require__(6778);
;// CONCATENATED MODULE: ./src/github/origin.ts

const repository = zod/* looseObject */._H3({ full_name: zod/* string */.YjP() });
const person = zod/* nullish */.cl6(zod/* looseObject */._H3({ author_association: zod/* optional */.lqM(zod/* string */.YjP()) }));
const suite = zod/* looseObject */._H3({ head_branch: zod/* nullish */.cl6(zod/* string */.YjP()) });
/** The parts of a webhook payload that say who may have chosen what a workflow is about, or its content. */
const originPayload = zod/* looseObject */._H3({
    pull_request: zod/* optional */.lqM(zod/* looseObject */._H3({
        head: zod/* looseObject */._H3({ sha: zod/* string */.YjP(), repo: zod/* nullish */.cl6(repository) }),
        base: zod/* looseObject */._H3({ repo: zod/* nullish */.cl6(repository) }),
    })),
    // What a pull request from a fork started can start another workflow, with this repository's own rights.
    workflow_run: zod/* nullish */.cl6(zod/* looseObject */._H3({
        repository,
        head_repository: zod/* nullish */.cl6(repository),
        head_sha: zod/* optional */.lqM(zod/* string */.YjP()),
        event: zod/* optional */.lqM(zod/* string */.YjP()),
    })),
    // A payload may name what it is not about, and says null there.
    check_run: zod/* nullish */.cl6(zod/* looseObject */._H3({ head_sha: zod/* string */.YjP(), check_suite: zod/* nullish */.cl6(suite) })),
    check_suite: zod/* nullish */.cl6(zod/* looseObject */._H3({ head_sha: zod/* string */.YjP(), head_branch: zod/* nullish */.cl6(zod/* string */.YjP()) })),
    branches: zod/* optional */.lqM(zod/* array */.YOg(zod/* unknown */.L5J())),
    // Anybody may comment on a pull request, and the payload does not tell whose it is.
    issue: zod/* nullish */.cl6(zod/* looseObject */._H3({ pull_request: zod/* optional */.lqM(zod/* unknown */.L5J()), author_association: zod/* optional */.lqM(zod/* string */.YjP()) })),
    comment: person,
    discussion: person,
});
/** Only somebody who may write to this repository can cause it. */
const ours = () => true;
/** Anybody can. */
const anybodys = () => false;
const pulled = ({ pull_request: pull }) => pull !== undefined && same(pull.head.repo?.full_name, pull.base.repo?.full_name);
/**
 * For each event of GitHub, what shows that somebody of this repository caused it (docs.github.com, "Events that
 * trigger workflows" and "Webhook events and payloads"). What is not here is not known.
 */
const RULES = {
    push: ours,
    schedule: ours,
    workflow_dispatch: ours,
    repository_dispatch: ours,
    workflow_call: ours,
    release: ours,
    create: ours,
    delete: ours,
    deployment: ours,
    deployment_status: ours,
    merge_group: ours,
    label: ours,
    milestone: ours,
    branch_protection_rule: ours,
    registry_package: ours,
    image_version: ours,
    page_build: ours,
    public: ours,
    pull_request: pulled,
    pull_request_review: pulled,
    pull_request_review_comment: pulled,
    // Has this repository's rights, whoever opened the pull request.
    pull_request_target: anybodys,
    workflow_run: ({ workflow_run: started }) => !!started && !isForeign(started) && [ours, pulled].some((rule) => RULES[started.event ?? ''] === rule),
    // The branch is null where it is a fork's.
    check_run: ({ check_run: run }) => isNamed(run?.check_suite?.head_branch),
    check_suite: ({ check_suite: found }) => isNamed(found?.head_branch),
    // None of this repository's branches has a fork's commit.
    status: ({ branches = [] }) => branches.length > 0,
    issues: ({ issue }) => isMember(issue?.author_association),
    issue_comment: ({ issue, comment }) => !!issue && issue.pull_request === undefined && isMember(comment?.author_association),
    discussion: ({ discussion }) => isMember(discussion?.author_association),
    discussion_comment: ({ comment }) => isMember(comment?.author_association),
    fork: anybodys,
    gollum: anybodys,
    watch: anybodys,
};
/** Every event there is a rule for. */
const EVENTS = Object.keys(RULES);
/** Whether an event is known to come from this repository. Null: there is no payload, or it could not be read. */
function isKnownAsOurs(name, read) {
    return read !== null && Object.hasOwn(RULES, name) && (RULES[name]?.(read) ?? false);
}
/** Whether a started workflow ran for another repository. */
function isForeign({ head_repository, repository: own, }) {
    return !same(head_repository?.full_name, own.full_name);
}
function same(head, base) {
    return head !== undefined && head === base;
}
function isNamed(branch) {
    return branch !== null && branch !== undefined && branch !== '';
}
function isMember(association) {
    return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '');
}

;// CONCATENATED MODULE: ./src/github/event.ts




const payload = zod/* extend */.X$i(originPayload, {
    // Events for which GITHUB_SHA is the last commit of the default branch, whatever they are about.
    deployment: zod/* nullish */.cl6(zod/* looseObject */._H3({ sha: zod/* string */.YjP() })),
});
/** Reads the event that started the workflow. On a runner every event counts as a stranger's that is not known to be ours. */
function readEvent(env) {
    const name = (0,environment/* given */.g)(env, 'GITHUB_EVENT_NAME');
    const read = readPayload(env['GITHUB_EVENT_PATH']);
    const onRunner = (0,environment/* given */.g)(env, 'GITHUB_ACTIONS') !== null;
    // A runner always leaves a payload; where one is missing there, somebody took it away.
    const known = isKnownAsOurs(name ?? '', read ?? (onRunner ? null : {}));
    const fork = (name !== null || onRunner) && !known;
    return { name, fork, headSha: read === null ? null : commitOf(read) };
}
/** The run as GitHub names it; every part null outside GitHub. */
function readRun(env) {
    const server = (0,environment/* given */.g)(env, 'GITHUB_SERVER_URL');
    const repo = (0,environment/* given */.g)(env, 'GITHUB_REPOSITORY');
    const id = (0,environment/* given */.g)(env, 'GITHUB_RUN_ID');
    const sha = (0,environment/* given */.g)(env, 'GITHUB_SHA');
    const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
    return {
        url: server && repo && id ? `${server}/${repo}/actions/runs/${id}` : null,
        actor: (0,environment/* given */.g)(env, 'GITHUB_TRIGGERING_ACTOR') ?? (0,environment/* given */.g)(env, 'GITHUB_ACTOR'),
        sha,
        commitUrl: server && repo && sha ? `${server}/${repo}/commit/${sha}` : null,
        attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : null,
        docsUrl: docsOf(server, env),
    };
}
/** Whether the event is about a pull request, whose head it names. */
function isAboutPull({ name, headSha }) {
    return headSha !== null && name !== null && /^pull_request(?:_|$)/.test(name);
}
/** The commit a check run belongs to: the one that the event is about, else the run's own. */
function checkCommit(event, run) {
    return event.headSha ?? run.sha;
}
/** The pages of this very action: GitHub says where it took it from, unless that was the workflow's own repository. */
function docsOf(server, env) {
    const repo = (0,environment/* given */.g)(env, 'GITHUB_ACTION_REPOSITORY');
    const ref = (0,environment/* given */.g)(env, 'GITHUB_ACTION_REF');
    if (server === null || repo === null || ref === null)
        return null;
    return `${server}/${repo}/blob/${ref.split('/').map(encodeURIComponent).join('/')}/docs/outcomes.md`;
}
function commitOf({ pull_request: pull, workflow_run: started, ...other }) {
    if (pull !== undefined)
        return pull.head.sha;
    if (started)
        return isForeign(started) ? null : (started.head_sha ?? null);
    return other.check_run?.head_sha ?? other.check_suite?.head_sha ?? other.deployment?.sha ?? null;
}
/** Null: there is no payload, or it could not be read. */
function readPayload(path) {
    if (path === undefined || path === '')
        return null;
    try {
        return payload.safeParse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'))).data ?? null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/domain/decision.ts
/** The modes that judge a candidate. */
const PROMOTION_MODES = ['promote', 'evaluate'];
const MODES = [...PROMOTION_MODES, 'list', 'explain'];
/** Whether a mode has a candidate and a target. */
function judgesCandidate(mode) {
    return PROMOTION_MODES.some((known) => known === mode);
}
function isPromotion(decision) {
    return judgesCandidate(decision.mode);
}

// EXTERNAL MODULE: ./src/text/characters.ts
var characters = __webpack_require__(3243);
// EXTERNAL MODULE: ./src/text/clean.ts
var clean = __webpack_require__(4118);
// EXTERNAL MODULE: ./src/text/ends.ts
var ends = __webpack_require__(5285);
;// CONCATENATED MODULE: ./src/text/escape.ts



const BREAK = '\u200B';
const CONTROLS = (0,characters/* onUse */.Ts)(String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+`, 'gu');
const LETTER_OR_NUMBER = (0,characters/* onUse */.Ts)(String.raw `[\p{L}\p{N}]`, 'u');
const MARK = (0,characters/* onUse */.Ts)(String.raw `\p{M}`, 'u');
/**
 * Untrusted text as a fragment of one log line. The runner takes `##[command]` anywhere in a line and
 * `::command::` at its start (`ActionCommand.cs`), so neither can form, not even where two fragments meet.
 * The caller still starts the line with a visible character of its own.
 */
function forLog(text, max = clean/* DEFAULT_MAX */.ze) {
    return (0,clean/* cleanAndCut */.HX)(text, max)
        .replace(/#(?=#|$)/gu, `#${BREAK}`)
        .replace(/^(\s*):(?=:|$)/u, `$1:${BREAK}`);
}
/** Untrusted text as the value of a step output: one line, nothing invisible, not cut. */
function forOutput(text) {
    if ((0,characters/* isEveryday */.A)(text))
        return text.trim();
    return text.toWellFormed().replace(CONTROLS(), ' ').trim();
}
/** What no output can hold without becoming another text for somebody: a control character, half of a pair. */
const UNWRITABLE = (0,characters/* onUse */.Ts)(String.raw `[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]`, 'u');
/** The first character of a name that no output can hold, as `U+000A`; null when there is none. */
function unwritable(name) {
    if ((0,characters/* isEveryday */.A)(name))
        return null;
    const point = UNWRITABLE().exec(name)?.[0].codePointAt(0);
    return point === undefined ? null : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
/** A name as the value of a step output: exactly as it is, or not at all. */
function nameForOutput(name) {
    return unwritable(name) === null ? name : '';
}
/**
 * Untrusted text as inline code of GitHub Markdown, shown exactly: nothing in it is read as anything else. Never empty:
 * no text at all is shown as a space.
 */
function code(text, max = clean/* DEFAULT_MAX */.ze) {
    const shown = (0,clean/* cleanAndCut */.HX)(text, max) || ' ';
    const fence = fenceFor(shown);
    const room = losesItsEnds(shown) ? ' ' : '';
    return `${fence}${room}${shown}${room}${fence}`;
}
/** What GitHub makes a link, a mention, an emoji or a formula of, even from entities, unless it is code. */
const LINKISH = /[@#$]|:.|www\.|(?<![0-9a-z])gh-\d|(?<![0-9a-z.])[0-9a-f]{7,40}(?![0-9a-z])/iu;
/** A time such as `00:44`: one colon alone names no emoji and no scheme. */
const CLOCK = /^[^:]*[0-9]:[0-9][^:]*$/u;
/** A sign of arithmetic: alone between spaces it is one, at the start of a line it may begin a list or a quotation. */
const SIGN = /^[=+<>-]$/;
const LEAD = /^["'([{<“‘«]*/;
const TRAIL = '"\')]}>,.;:!?”’»…';
/**
 * Untrusted text as GitHub Markdown that shows exactly this text: no tag, link, image, mention, reference or
 * formatting can form. A word that GitHub would link (`@team`, `#12`, a URL, a commit) is shown as code.
 */
function forMarkdown(text, max = clean/* DEFAULT_MAX */.ze) {
    const tokens = (0,clean/* cleanAndCut */.HX)(text, max).split(/( +)/);
    const firstWord = tokens.findIndex(hasWord);
    const pieces = tokens.map((token, at) => {
        const begun = firstWord >= 0 && at > firstWord;
        if (begun && SIGN.test(token) && at + 1 < tokens.length)
            return token;
        const lead = LEAD.exec(token)?.[0] ?? '';
        const core = (0,ends/* withoutTrailing */.h)(token.slice(lead.length), TRAIL);
        const trail = token.slice(lead.length + core.length);
        return LINKISH.test(CLOCK.test(token) ? core.replace(':', '') : core)
            ? `${encode(lead, begun)}${code(core, max)}${encode(trail, begun)}`
            : encode(token, begun);
    });
    return pieces.join('');
}
/**
 * A sentence that may quote untrusted text, as GitHub Markdown: what it puts between backticks becomes code, the
 * rest is shown as `forMarkdown` does.
 */
function prose(text, max = clean/* DEFAULT_MAX */.ze) {
    const pieces = (0,clean/* cleanAndCut */.HX)(text, max)
        .split(/(`[^`]+`)/)
        .map((part) => (/^`.+`$/.test(part) ? code(part.slice(1, -1), max) : forMarkdown(part, max)));
    return joined(pieces);
}
/** Lines of untrusted text as one preformatted block of GitHub Markdown. */
function preformatted(lines, max = clean/* DEFAULT_MAX */.ze) {
    return `<pre>${lines.map((line) => encode((0,clean/* cleanAndCut */.HX)(line, max), false)).join('\n')}</pre>`;
}
/** Longer than the address of any page, in characters. */
const ADDRESS_MAX = 2_000;
/** A host with any other character could end the link that it stands in. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;
/**
 * A piece of GitHub Markdown as a link. It stays as it is where the address is none of http or https, has credentials,
 * or a host that is no plain name. In the rest of the address everything but plain characters is percent-encoded.
 */
function linked(markdown, address) {
    if (address === null || !URL.canParse(address))
        return markdown;
    const { protocol, username, password, host, pathname, search, hash } = new URL(address);
    const known = protocol === 'https:' || protocol === 'http:';
    if (!known || username !== '' || password !== '' || !HOST.test(host))
        return markdown;
    const rest = `${pathname}${search}${hash}`
        .replace(/[^\w\-.~:/?#=%+,@&]/g, percent)
        .replaceAll('&', '&amp;');
    const target = `${protocol}//${host}${rest}`;
    return target.length > ADDRESS_MAX ? markdown : `[${markdown}](${target})`;
}
/** Pieces of GitHub Markdown one after the other. Where two would become one code they are kept apart. */
function joined(pieces) {
    return pieces.reduce((text, piece) => {
        const touching = text.endsWith('`') && piece.startsWith('`');
        return `${text}${touching ? '<wbr>' : ''}${piece}`;
    }, '');
}
/** A piece of GitHub Markdown as a table cell: only code can still hold a `|`. */
function inCell(markdown) {
    return markdown.replaceAll('|', '\\|');
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
/** A backtick at an end would join the fence; of space at both ends GitHub takes one each, unless there is nothing else. */
function losesItsEnds(text) {
    const padded = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
    return padded || text.startsWith('`') || text.endsWith('`');
}
/**
 * Code ends at a run of backticks as long as the one it began with, so the shortest length that the text does not have
 * will do: a parser may give up on very long ones (cmark: 80).
 */
function fenceFor(text) {
    const runs = new Set(text.match(/`+/g));
    let fence = '`';
    while (runs.has(fence))
        fence += '`';
    return fence;
}
/** Signs that mean nothing to Markdown, common symbols and emoji among them. */
const PLAIN_SIGN = /[,'"…·⏎%;!?(–—\u2190-\u2193\u2200-\u22FF\u2600-\u27BF\u2B00-\u2BFF\u{1F300}-\u{1FAFF}]/u;
const DIGIT = /[0-9]/;
/** Most of what is written: nothing in it means anything to Markdown. */
const WORD = /^[0-9A-Za-z]*$/;
/**
 * A token of text with everything that means something to Markdown as an entity. `begun`: a word stands before it on
 * the same line. Entities alone do not stop links: GFM looks for e-mail addresses, and GitHub for mentions, after
 * decoding them. A `<wbr>` cuts the text where such a link would have to pass.
 */
function encode(text, begun) {
    if (WORD.test(text))
        return text;
    const characters = Array.from(text);
    return characters
        .map((character, at) => {
        const neighbours = { before: characters[at - 1] ?? '', after: characters[at + 1] ?? '', begun };
        if (harmless(character, neighbours))
            return character;
        const entity = `&#${String(character.codePointAt(0))};`;
        return character === '@' || character === ':' ? `${entity}<wbr>` : entity;
    })
        .join('');
}
function hasWord(text) {
    return (0,characters/* isAscii */.ER)(text) ? /[0-9A-Za-z]/.test(text) : LETTER_OR_NUMBER().test(text);
}
function isMark(character) {
    return !(0,characters/* isAscii */.ER)(character) && MARK().test(character);
}
/** Whether a character means nothing to Markdown where it stands. */
function harmless(character, around) {
    return (HARMLESS.get(character)?.(around) ??
        (PLAIN_SIGN.test(character) || hasWord(character) || isMark(character)));
}
const HARMLESS = new Map([
    [' ', ({ before }) => before !== ' '],
    ['/', betweenWords],
    ['_', betweenWords],
    ['-', beforeWord],
    ['+', beforeWord],
    // Never `1)`, which is a list.
    [')', ({ before, begun }) => begun || !DIGIT.test(before)],
    [':', harmlessColon],
    ['.', harmlessDot],
    // Shows the sign before it as an emoji.
    ['\uFE0F', () => true],
]);
function betweenWords({ before, after }) {
    return hasWord(before) && hasWord(after);
}
function beforeWord({ before, after }) {
    return (before === '' || hasWord(before)) && hasWord(after);
}
/** Only where a word ends, or in a time. */
function harmlessColon({ before, after }) {
    if (/^ ?$/.test(after))
        return before === '' || hasWord(before);
    return DIGIT.test(before) && DIGIT.test(after);
}
/** Never `1.` (a list) nor `www.` (a link, even alone): only inside a number, or where a sentence ends. */
function harmlessDot({ before, after, begun }) {
    const ends = /^ ?$/.test(after);
    if (DIGIT.test(before))
        return DIGIT.test(after) || (begun && ends);
    return ends && !/[w.]/i.test(before);
}

// EXTERNAL MODULE: ./src/domain/gate.ts
var gate = __webpack_require__(5133);
// EXTERNAL MODULE: ./src/domain/version.ts
var domain_version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/policy/read.ts + 1 modules
var policy_read = __webpack_require__(2557);
// EXTERNAL MODULE: ./src/registry/mlflow/words.ts
var words = __webpack_require__(5824);
// EXTERNAL MODULE: ./src/text/look-alike.ts
var look_alike = __webpack_require__(4749);
;// CONCATENATED MODULE: ./src/inputs/selector.ts



const RUN_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** What programs write where they have nothing: Python, JavaScript, shells, templates, a count from 0, "not found". */
const NOTHING = /^(none|nonetype|null|nil|nan|undefined|n\/?a|true|false|<no value>|\[\]|\{\}|[+-]?0+(\.0*)?|-\d+)$/i;
const FORMS = 'a number such as `7`, `latest`, `@alias`, a stage name, or `run:<run id>`';
/** The stage a name means, in any case; null when it means none. MLflow compares in lower case as well. */
function stageNamed(text) {
    return domain_version/* STAGES */.an.find((stage) => stage.toLowerCase() === text.toLowerCase()) ?? null;
}
/** Whether a text is what a step leaves that had no value to give, such as `None`. Quotes around it count too. */
function looksMissing(text) {
    return (NOTHING.test(text.replace(/^(["'])(.*)\1$/, '$2').trim()) ||
        /^["']+$/.test(text) ||
        /^\$\{?\{?\s*\w/.test(text));
}
/** Reads a version selector as a workflow writes it. `None` and the like are never taken for the stage of that name. */
function parseSelector(text) {
    const problem = `${quoted(text)} is not a version selector: write ${FORMS}`;
    return readForm(text) ?? { problem: `${problem}${hint(text)}` };
}
/** Null for a text that has none of the forms. */
function readForm(text) {
    if (looksMissing(text.replace(/^(@|run:)/, '').trim()))
        return { problem: missing(text) };
    if (/^[1-9]\d{0,17}$/.test(text))
        return { selector: { kind: 'number', text, version: text } };
    if (text.toLowerCase() === 'latest')
        return { selector: { kind: 'latest', text } };
    if (text.startsWith('@'))
        return parseAlias(text);
    if (text.startsWith('run:'))
        return parseRun(text);
    const stage = stageNamed(text);
    return stage === null ? null : { selector: { kind: 'stage', text, stage } };
}
function parseAlias(text) {
    const alias = text.slice(1);
    const problem = (0,words/* aliasProblem */.C1)(alias);
    return problem === null
        ? { selector: { kind: 'alias', text, alias } }
        : { problem: `${quoted(text)} names no alias: ${problem}` };
}
function parseRun(text) {
    const runId = text.slice('run:'.length).trim();
    return RUN_ID.test(runId)
        ? { selector: { kind: 'run', text, runId } }
        : { problem: `${quoted(text)} names no run: write \`run:\` and the run's id` };
}
/** What others write for a version, and ours: MLflow's model URI, its parts, a float of pandas, a word before it. */
const SPELLINGS = [
    [/^models:\/+[^/@]+@([^/@]+)$/, (alias) => `@${alias}`],
    [/^[^\s/@:]+@([^\s/@]+)$/, (alias) => `@${alias}`],
    [/^models:\/+[^/@]+\/([^/@]+)$/, (part) => part],
    [/^[^\s/@:]+[/:]([^\s/@:]+)$/, (part) => part],
    [/^(?:v|ver|version|#|no)[.:_ -]*(\d+)(?:\.0+)?$/i, (digits) => digits],
    [/^["'`(]+([^"'`()]+)["'`)]+$/, (inside) => inside.trim()],
    [/^(\d+)(?:\.0*)?[,;.]?$/, (digits) => digits],
];
function hint(text) {
    const meant = proposal((0,look_alike/* plainForm */.N)(text));
    if (meant !== null && meant !== text)
        return `. Did you mean \`${meant}\`?`;
    return (0,words/* aliasProblem */.C1)(text) === null ? `. If it is an alias, write \`@${text}\`` : '';
}
/** A selector that parses, for a text that does not; null when there is none to offer. */
function proposal(text) {
    for (const [pattern, meant] of SPELLINGS) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined)
            return usable(meant(found).replace(/^0+(?=\d)/, ''));
    }
    return usable(text);
}
function usable(text) {
    const read = readForm(text);
    return read !== null && 'selector' in read ? text : null;
}
function missing(text) {
    return `${quoted(text)} looks like a missing value of the step before: see that it gives the version, and write ${FORMS}`;
}
function quoted(text) {
    return `\`${text.slice(0, 80)}\``;
}

;// CONCATENATED MODULE: ./src/inputs/fields.ts








/** The default of `check-name`, as action.yml has it. */
// The target comes first: a long model name is cut at its end, and two steps of a job must show two checks.
const DEFAULT_CHECK_NAME = 'Model promotion to {target}: {model-name}';
/** What a check's name may hold in braces. */
const CHECK_PLACEHOLDERS = ['model-name', 'target'];
/** Six hours, the longest a hosted job can take. */
const MAX_TIMEOUT_SECONDS = 21_600;
/** A slip in a workflow should not echo a screenful (or a pasted secret) into the log. */
const ECHO = 60;
function refuse(context, message) {
    context.issues.push({ code: 'custom', message, input: context.value });
    return zod/* NEVER */.tmp;
}
function textTo(read) {
    return zod/* pipe */.FsL(zod/* string */.YjP(), zod/* transform */.pdi(read));
}
function echo(text) {
    return `\`${text.length > ECHO ? `${text.slice(0, ECHO)}…` : text}\``;
}
function isNot(text, forms) {
    return `is ${text === '' ? 'empty' : echo(text)}: write ${forms}`;
}
function choice(values) {
    return textTo((text, context) => chosen(values, text, context));
}
function chosen(values, text, context) {
    const found = values.find((value) => value === text.toLowerCase());
    return found ?? refuse(context, isNot(text, `one of ${values.join(', ')}`));
}
/** Empty says nothing: a policy file may. */
const firstPromotion = textTo((text, context) => text === '' ? null : chosen(gate/* FIRST_PROMOTION */.BP, text, context));
/** YAML 1.2 core booleans, as the runner's own `getBooleanInput` takes them. */
const flag = textTo((text, context) => {
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    return refuse(context, isNot(text, 'true or false'));
});
const modelName = textTo((text, context) => {
    if (text === '')
        return refuse(context, 'is empty: name the registered model');
    const strange = unwritable(text);
    if (strange === null)
        return text;
    return refuse(context, `has the control character ${strange} in it, and no output could say that name as it is`);
});
const selector = textTo((text, context) => {
    if (text === '')
        return null;
    const parsed = parseSelector(text);
    return 'selector' in parsed ? parsed.selector : refuse(context, `is not usable: ${parsed.problem}`);
});
const stage = textTo((text, context) => {
    if (text === '')
        return null;
    const named = domain_version/* TARGET_STAGES */.mt.find((target) => target === stageNamed(text));
    return named ?? refuse(context, `is ${echo(text)}: write one of ${domain_version/* TARGET_STAGES */.mt.join(', ')}`);
});
const alias = textTo((text, context) => {
    if (text === '')
        return null;
    const name = text.replace(/^@/, '');
    if (looksMissing(name))
        return refuse(context, `is ${echo(text)}: that looks like a missing value of the step before`);
    const problem = (0,words/* aliasProblem */.C1)(name);
    return problem === null ? name : refuse(context, `is ${echo(text)}: ${problem}`);
});
const seconds = textTo((text, context) => {
    const value = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : NaN;
    if (value <= MAX_TIMEOUT_SECONDS)
        return value;
    return refuse(context, isNot(text, `a whole number of seconds from 1 to ${MAX_TIMEOUT_SECONDS}`));
});
const checkName = textTo((text, context) => {
    const known = CHECK_PLACEHOLDERS.map((name) => `{${name}}`);
    const strange = [...text.matchAll(/\{[^{}]*\}/g)]
        .map(([found]) => found)
        .find((one) => !known.includes(one));
    if (strange === undefined)
        return text;
    return refuse(context, `has ${echo(strange)} in it: known are ${known.map(echo).join(' and ')}`);
});
/** A path of the repository. What leads out of it, or to an address, was not reviewed with it. */
const policyPath = textTo((text, context) => {
    if (text === '')
        return null;
    const parts = text.replace(/^(?:\.\/)+/, '').split('/');
    const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
    if (/\.ya?ml$/.test(text) && plain && !/[\\:?#%]/.test(text) && unwritable(text) === null)
        return parts.join('/');
    return refuse(context, isNot(text, 'the path of a YAML file in this repository, such as `.github/model-promotion.yml`'));
});
/** As Git names branches, tags and commits (git-check-ref-format). */
const policyRef = textTo((text, context) => {
    if (text === '')
        return null;
    if (/^[\w.@+-]+(?:\/[\w.@+-]+)*$/.test(text) && !text.includes('..') && text.length <= 250)
        return text;
    return refuse(context, isNot(text, 'a branch, a tag, a commit, or `workspace`'));
});
const thresholds = textTo((text, context) => {
    const read = (0,policy_read/* readThresholds */.rZ)(text);
    if (read.ok)
        return { gates: read.gates, warnings: read.warnings };
    for (const problem of read.problems) {
        const { message, remedy } = problem;
        context.issues.push({ code: 'custom', message, params: { remedy }, input: text });
    }
    return zod/* NEVER */.tmp;
});
/** Every input of action.yml: its raw text in, its meaning out. The one schema of what a workflow may say. */
const FIELDS = {
    'model-name': modelName,
    version: selector,
    stage,
    alias,
    thresholds,
    baseline: selector,
    mode: choice(MODES),
    'archive-existing': flag,
    policy: policyPath,
    'policy-ref': policyRef,
    'first-promotion': firstPromotion,
    'fail-on-rejection': flag,
    'tracking-uri': zod/* string */.YjP(),
    'registry-uri': zod/* string */.YjP(),
    'tracking-token': zod/* string */.YjP(),
    'tracking-username': zod/* string */.YjP(),
    'tracking-password': zod/* string */.YjP(),
    'tracking-headers': zod/* string */.YjP(),
    'allow-http': flag,
    'check-name': checkName,
    'github-token': zod/* string */.YjP(),
    'timeout-seconds': seconds,
};
const DEFAULT_TIMEOUT_SECONDS = 300;
/** What an input means where nobody gives it. action.yml says the same; outside GitHub there is only this. */
const DEFAULTS = {
    mode: 'promote',
    'archive-existing': 'true',
    'fail-on-rejection': 'true',
    'allow-http': 'false',
    'check-name': DEFAULT_CHECK_NAME,
    'timeout-seconds': String(DEFAULT_TIMEOUT_SECONDS),
};
/** In action.yml's order. */
const INPUT_NAMES = Object.keys(FIELDS);

;// CONCATENATED MODULE: ./src/inputs/outline.ts



/** Reads what a report about wrong inputs needs to know. Total: it never throws, whatever the inputs hold. */
function outlineOf({ texts }) {
    const mode = MODES.find((known) => known === texts.mode.toLowerCase()) ?? 'promote';
    return {
        mode,
        model: texts['model-name'],
        target: mode === 'list' ? '' : targetOf(texts),
        check: judgesCandidate(mode) ? checkOf(texts, targetOf(texts)) : null,
        failOnRejection: FIELDS['fail-on-rejection'].safeParse(texts['fail-on-rejection']).data ?? true,
        token: texts['github-token'],
        timeoutSeconds: FIELDS['timeout-seconds'].safeParse(texts['timeout-seconds']).data ?? DEFAULT_TIMEOUT_SECONDS,
    };
}
function targetOf({ stage, alias }) {
    return stage !== '' || alias === '' ? (stageNamed(stage) ?? stage) : `@${alias.replace(/^@/, '')}`;
}
function checkOf(texts, target) {
    const { 'check-name': template, 'model-name': model, 'github-token': token } = texts;
    if (template === '' || model === '')
        return null;
    const values = {
        'model-name': model,
        target: target === '' ? 'no target' : target,
    };
    const name = template.replaceAll(/\{(model-name|target)\}/g, (_, key) => values[key]);
    return { name, byHand: template !== DEFAULT_CHECK_NAME, token };
}

;// CONCATENATED MODULE: ./src/inputs/raw.ts

/** Asks the runner for every input. */
function readRaw(input, env, workingDirectory) {
    // The runner sets every input of action.yml; a shell sets only those it means.
    const texts = Object.fromEntries(INPUT_NAMES.map((name) => [name, input(name) ?? DEFAULTS[name] ?? '']));
    return { texts: texts, env, workingDirectory };
}

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/text/emptied.ts
var emptied = __webpack_require__(1695);
;// CONCATENATED MODULE: ./src/inputs/location.ts


const WORKS = 'an `http://` or `https://` address of an MLflow server, or `sqlite:///mlflow.db`';
/** Registries that MLflow can name and this action cannot reach, with what is meant. */
const UNSUPPORTED = [
    [/^databricks-uc(:|$)/, 'Databricks Unity Catalog'],
    [/^databricks(:|$)/, 'the Databricks workspace registry'],
    [/^uc:/, 'Unity Catalog'],
    [/^arn:/, 'Amazon SageMaker'],
    [/^azureml:/, 'Azure Machine Learning'],
    [/^(postgresql|mysql|mssql)(\+\w+)?:/, 'a database server'],
];
function isLocation(result) {
    return 'uri' in result;
}
/** Reads a tracking or registry URI. `source` names the input or variable it came from. */
function parseLocation(text, source) {
    if (/^sqlite:/i.test(text))
        return parseStore(text, source);
    const path = pathProblem(text);
    if (path !== null)
        return { problem: `\`${source}\` ${path}` };
    const known = UNSUPPORTED.find(([pattern]) => pattern.test(text))?.[1];
    if (known !== undefined)
        return { problem: `\`${source}\` names ${known}, which is not supported: write ${WORKS}` };
    if (!/^https?:\/\//i.test(text))
        return { problem: `\`${source}\` is not an address this action can reach: write ${WORKS}` };
    return parseHttp(text, source);
}
/** What stands before the `@` of any address, usable or not, as written and decoded; null when nothing does. */
function userinfoOf(text) {
    const [, username, password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]*):?([^/?#]*)@/i.exec(text) ?? [];
    if (username === undefined)
        return null;
    return {
        raw: { username, password },
        value: { username: decode(username), password: decode(password) },
    };
}
/** A path in place of an address, or the address of MLflow's file store; null for anything else. */
function pathProblem(text) {
    if (/^file:/i.test(text))
        return `names a file store. ${words/* MIGRATE_FILE_STORE */.f4}`;
    if (/^[^:]*(^|[\\/])mlruns[\\/]?$/.test(text))
        return `is not an address but the folder of a file store. ${words/* MIGRATE_FILE_STORE */.f4}`;
    const store = /^(?![a-z][a-z0-9+.-]*:\/)[^?#@]+\.(?:db|sqlite3?)$/i.exec(text)?.[0];
    if (store === undefined)
        return null;
    return `is the path of a file, not an address: write \`sqlite:///${store.replace(/^\.\//, '')}\``;
}
/** SQLAlchemy's form: `sqlite:///` and a path. What else it allows (a user, a host, a query) means nothing here. */
function parseStore(text, source) {
    if (/^sqlite:\/\/\/[^?]+$/.test(text))
        return { uri: text, source, userinfo: null };
    return {
        problem: `\`${source}\` names a local store in a form this action does not read: write \`sqlite:///mlflow.db\` or \`sqlite:////absolute/path.db\`, without user, host or query`,
    };
}
function parseHttp(text, source) {
    const url = URL.parse(text);
    if (url === null || url.hostname === '')
        return { problem: `\`${source}\` is not a valid address: write it as \`https://host/path\`` };
    const userinfo = url.username === '' && url.password === '' ? null : decodeUserinfo(url, source);
    return { uri: `${url.origin}${(0,ends/* withoutTrailing */.h)(url.pathname, '/')}`, source, userinfo };
}
function decodeUserinfo(url, source) {
    const value = { username: decode(url.username), password: decode(url.password) };
    return { value, source: `the address in ${source}` };
}
/** A stray `%` in a password is itself, not an escape. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./src/inputs/credentials.ts


/** In an address the name may be the secret, beside a password that says nothing: https://token:x@host. */
const PLACEHOLDER = /^(?:.|x-oauth-basic|x-token-auth|x-access-token|oauth2?|token|none|null|api_?token)$/iu;
const NONE = { value: { kind: 'none' }, source: '' };
/**
 * Chooses the credentials: inputs, then the URI's userinfo, then MLflow's variables. One credential input
 * switches every credential variable off. Of two variables Basic wins, as in MLflow's own client
 * (`utils/rest_utils.py`, which sets Basic last).
 */
function chooseCredentials(texts) {
    const { inputs, variables, userinfo } = texts;
    const anyInput = inputs.token !== '' || inputs.username !== '' || inputs.password !== '';
    if (anyInput) {
        return userinfo === null
            ? fromInputs(inputs)
            : { problem: `credentials are given twice: as inputs and inside ${userinfo.source}. Keep one` };
    }
    if (userinfo !== null)
        return { value: { kind: 'basic', ...userinfo.value }, source: userinfo.source };
    return fromVariables(variables);
}
/**
 * Every form in which these credentials could show up in a log. `addresses` are searched for userinfo even when
 * they cannot be used or are overruled by another.
 */
function secretForms(texts, addresses) {
    const userinfo = [
        ...addresses.flatMap((address) => userinfoOf(address) ?? []).flatMap(({ raw, value }) => [raw, value]),
        // The parser takes forms of an address that the search above does not.
        ...(texts.userinfo === null ? [] : [texts.userinfo.value]),
    ];
    const pairs = [texts.inputs, texts.variables, ...userinfo];
    const plain = [
        texts.inputs.token,
        texts.variables.token,
        ...pairs.map((pair) => (pair.password === '' ? pair.username : pair.password)),
        ...userinfo.flatMap(({ username, password }) => (PLACEHOLDER.test(password) ? [username] : [])),
    ];
    const basic = pairs
        .filter((pair) => pair.username !== '' || pair.password !== '')
        .map((pair) => Buffer.from(`${pair.username}:${pair.password}`).toString('base64'));
    const forms = plain.filter((text) => text !== '').flatMap((text) => [text, encoded(text)]);
    return [...new Set([...forms, ...basic])];
}
function fromInputs(inputs) {
    const { token, username, password } = inputs;
    if (token !== '' && (username !== '' || password !== '')) {
        const other = username === '' ? 'tracking-password' : 'tracking-username';
        return { problem: `\`tracking-token\` and \`${other}\` are both given: keep what your server takes` };
    }
    if (token !== '')
        return { value: { kind: 'bearer', token }, source: 'tracking-token' };
    if (username === '')
        return { problem: `\`tracking-password\` is given without \`tracking-username\`. ${emptied/* NO_SECRETS */.g}` };
    if (password === '')
        return { problem: `\`tracking-username\` is given without \`tracking-password\`. ${emptied/* NO_SECRETS */.g}` };
    return { value: { kind: 'basic', username, password }, source: 'tracking-username and tracking-password' };
}
function fromVariables(variables) {
    const { token, username, password } = variables;
    if (username !== '' && password !== '') {
        const source = 'MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD';
        return { value: { kind: 'basic', username, password }, source };
    }
    if (token !== '')
        return { value: { kind: 'bearer', token }, source: 'MLFLOW_TRACKING_TOKEN' };
    if (username !== '' || password !== '') {
        const missing = username === '' ? 'MLFLOW_TRACKING_USERNAME' : 'MLFLOW_TRACKING_PASSWORD';
        return {
            problem: `${missing} is missing: MLflow needs user name and password, or neither. ${emptied/* NO_SECRETS */.g}`,
        };
    }
    return NONE;
}
function encoded(text) {
    // Only well-formed text can be encoded, and Windows lets a variable hold any.
    return encodeURIComponent(text.toWellFormed());
}

;// CONCATENATED MODULE: ./src/inputs/headers.ts

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** Visible ASCII with spaces and tabs in between: what a field value may hold (RFC 9110, 5.5). */
const VALUE = /^[\x20-\x7e\t]+$/;
/** Names that say how a request is sent, or what the action itself has to say. */
const TAKEN = new Set([
    ...['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'expect', 'host'],
    ...['keep-alive', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
    'x-mlflow-workspace',
]);
/** Reads `Name: value`, one a line. Values are secrets: no problem quotes one. */
function readHeaders(text) {
    const headers = {};
    const problems = [];
    const seen = new Set();
    for (const [index, line] of linesOf(text).entries()) {
        if (line.trim() === '')
            continue;
        const { name, value } = partsOf(line) ?? { name: '', value: '' };
        const problem = problemOf(name, value, seen);
        if (problem !== null)
            problems.push(`line ${index + 1} of \`tracking-headers\` ${problem}`);
        else
            headers[name] = value;
        seen.add(name.toLowerCase());
    }
    return { headers, problems };
}
/** What must never be printed of this text, right or wrong: each value, and what follows a scheme such as `Bearer`. */
function headerSecrets(text) {
    const values = linesOf(text).map((line) => partsOf(line)?.value ?? line.trim());
    return values
        .flatMap((value) => [value, value.slice(value.indexOf(' ') + 1).trim()])
        .filter((value) => value !== '');
}
function linesOf(text) {
    return text.split(/\r\n?|\n/);
}
/** Null where there is no colon. */
function partsOf(line) {
    const colon = line.indexOf(':');
    if (colon < 0)
        return null;
    return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}
function problemOf(name, value, seen) {
    if (!NAME.test(name))
        return 'is not `Name: value`';
    if (value === '')
        return `has no value. ${emptied/* NO_SECRETS */.g}`;
    if (!VALUE.test(value))
        return 'has a value with a character that no header can carry';
    if (TAKEN.has(name.toLowerCase()))
        return 'names a header that the action sets itself: leave it out';
    return seen.has(name.toLowerCase()) ? 'names a header a second time: keep one' : null;
}

;// CONCATENATED MODULE: ./src/inputs/connection.ts





/** MLflow's own variables that no input overrules. */
const SETTINGS = {
    workspace: 'MLFLOW_WORKSPACE',
    caFile: words/* CERTIFICATES */.$b.ca,
    clientCertFile: words/* CERTIFICATES */.$b.clientCert,
};
const NO_VARIABLES = { token: '', username: '', password: '' };
/**
 * Reads where the registry is and how to prove who we are: the input, then MLflow's own variable, then (for the
 * registry) the tracking URI.
 */
function readConnection(inputs, env, workingDirectory) {
    const named = [
        locate(inputs['tracking-uri'], 'tracking-uri', env, 'MLFLOW_TRACKING_URI'),
        locate(inputs['registry-uri'], 'registry-uri', env, 'MLFLOW_REGISTRY_URI'),
    ];
    const [tracking, ownRegistry] = named.map((place) => (place !== null && isLocation(place) ? place : null));
    const trackingPlace = tracking ?? null;
    const registryPlace = ownRegistry ?? trackingPlace;
    const texts = credentialTexts(inputs, env, [trackingPlace, registryPlace]);
    const proof = readProof(texts, inputs['tracking-headers'], env, storeOf(named));
    return {
        problems: [
            ...named.flatMap((place) => (place !== null && 'problem' in place ? [place.problem] : [])),
            ...proof.problems,
            ...strayUserinfo(credentialPlaces(inputs, [trackingPlace, registryPlace])),
        ],
        warnings: variableWarnings(proof.env),
        sources: [...sourceLines(trackingPlace, registryPlace, proof.source), ...settingLines(proof.env)],
        credentials: texts,
        connection: {
            trackingUri: trackingPlace?.uri ?? null,
            registryUri: registryPlace?.uri ?? null,
            credentials: proof.credentials,
            headers: proof.headers,
            workspace: (0,environment/* given */.g)(env, SETTINGS.workspace),
            caFile: (0,environment/* given */.g)(env, SETTINGS.caFile),
            clientCertFile: (0,environment/* given */.g)(env, SETTINGS.clientCertFile),
            workingDirectory,
        },
    };
}
/** Whether all of it is a local store: one that is named, or MLflow's default where nothing is. */
function storeOf(named) {
    if (named.every((place) => place === null))
        return 'default';
    const isStore = (place) => isLocation(place) && place.uri.startsWith('sqlite:');
    return named.every((place) => place === null || isStore(place)) ? 'named' : null;
}
/** A local store asks for no proof and no certificate: what another step needs does not stop this one. */
function readProof(texts, lines, env, store) {
    if (store === 'named')
        return { problems: [], credentials: { kind: 'none' }, headers: {}, source: null, env: {} };
    const chosen = chooseCredentials(store === 'default' ? { ...texts, variables: NO_VARIABLES } : texts);
    const { headers, problems } = readHeaders(lines);
    const counting = store === 'default' ? {} : env;
    const others = [...unsupportedVariables(counting), ...problems];
    if ('problem' in chosen) {
        return {
            problems: [chosen.problem, ...others],
            credentials: { kind: 'none' },
            headers,
            source: null,
            env: counting,
        };
    }
    const all = [...others, ...doubleAuthorization(headers, chosen)];
    return { problems: all, credentials: chosen.value, headers, source: chosen.source, env: counting };
}
function locate(input, inputName, env, variable) {
    if (input !== '')
        return parseLocation(input, inputName);
    const text = (0,environment/* given */.g)(env, variable);
    return text === null ? null : parseLocation(text, variable);
}
function credentialTexts(inputs, env, places) {
    return {
        inputs: ownCredentials(inputs),
        variables: {
            // Without white space around them, as the runner gives inputs: a secret that was pasted ends in a line break.
            token: (0,environment/* given */.g)(env, 'MLFLOW_TRACKING_TOKEN') ?? '',
            username: (0,environment/* given */.g)(env, 'MLFLOW_TRACKING_USERNAME') ?? '',
            password: (0,environment/* given */.g)(env, 'MLFLOW_TRACKING_PASSWORD') ?? '',
        },
        userinfo: credentialPlaces(inputs, places).find((place) => place.userinfo !== null)?.userinfo ?? null,
    };
}
function ownCredentials(inputs) {
    return {
        token: inputs['tracking-token'],
        username: inputs['tracking-username'],
        password: inputs['tracking-password'],
    };
}
/** A credential input switches off what variables say, and that includes the userinfo of an address in one. */
function credentialPlaces(inputs, places) {
    const anyInput = Object.values(ownCredentials(inputs)).some((text) => text !== '');
    const named = places.filter((place) => place !== null);
    return anyInput ? named.filter((place) => !place.source.startsWith('MLFLOW_')) : named;
}
/** A switch of MLflow's: unset, empty, 0 and false are off. */
function isOn(env, name) {
    return !/^(|0|false)$/i.test(env[name]?.trim() ?? '');
}
/** Ways to authenticate that MLflow's client knows and we do not: never silently unauthenticated. */
function unsupportedVariables(env) {
    const works = 'use a token, or user name and password';
    return ['MLFLOW_TRACKING_AWS_SIGV4', 'MLFLOW_TRACKING_AUTH']
        .filter((name) => isOn(env, name))
        .map((name) => `${name} is set, and this action cannot authenticate that way: unset it and ${works}`);
}
function variableWarnings(env) {
    if (!isOn(env, 'MLFLOW_TRACKING_INSECURE_TLS'))
        return [];
    const message = 'MLFLOW_TRACKING_INSECURE_TLS is ignored: certificates are always checked. ' +
        `To trust your own authority, name its PEM file in ${words/* CERTIFICATES */.$b.ca}.`;
    return [{ code: 'insecure-tls-ignored', message }];
}
/** Credentials are a header too. */
function doubleAuthorization(headers, chosen) {
    const named = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
    if (!named || chosen.value.kind === 'none')
        return [];
    return [`\`tracking-headers\` names Authorization, and ${chosen.source} says it too: keep one`];
}
/** Userinfo belongs to the host it is written for; it is not sent to another. */
function strayUserinfo(places) {
    const origins = new Set(places.map((place) => URL.parse(place.uri)?.origin));
    const carriers = places.filter((place) => place.userinfo !== null);
    const names = [...new Set(carriers.map((place) => `\`${place.source}\``))].join(' and ');
    if (new Set(carriers.map((place) => JSON.stringify(place.userinfo?.value))).size > 1)
        return [`${names} carry different credentials: keep one pair`];
    if (origins.size < 2 || carriers.length === 0)
        return [];
    return [
        `${names} carries credentials, and tracking and registry are two servers: ` +
            'give credentials that both take as `tracking-token`, or as `tracking-username` and `tracking-password`',
    ];
}
function sourceLines(tracking, registry, credentials) {
    const lines = [];
    if (tracking !== null) {
        const what = tracking.uri.startsWith('sqlite:') ? 'Store' : 'Tracking server';
        lines.push(`${what}: ${tracking.uri} (from ${tracking.source})`);
    }
    if (registry !== null && registry.source !== tracking?.source)
        lines.push(`Registry: ${registry.uri} (from ${registry.source})`);
    if (credentials !== null)
        lines.push(`Credentials: ${credentials === '' ? 'none' : `from ${credentials}`}`);
    return lines;
}
function settingLines(env) {
    const titles = {
        workspace: 'Workspace',
        caFile: 'CA bundle',
        clientCertFile: 'Client certificate',
    };
    return ['workspace', 'caFile', 'clientCertFile'].flatMap((name) => {
        const value = (0,environment/* given */.g)(env, SETTINGS[name]);
        return value === null ? [] : [`${titles[name]}: ${value} (from ${SETTINGS[name]})`];
    });
}

;// CONCATENATED MODULE: ./src/inputs/read.ts









/** Every text that must never be printed. Asked for before anything else, so it works on inputs that are wrong. */
function secretsOf(raw) {
    const reading = readConnection(raw.texts, raw.env, raw.workingDirectory);
    const { texts, env } = raw;
    const addresses = [
        texts['tracking-uri'],
        texts['registry-uri'],
        env['MLFLOW_TRACKING_URI'] ?? '',
        env['MLFLOW_REGISTRY_URI'] ?? '',
    ];
    const token = texts['github-token'];
    return [
        ...secretForms(reading.credentials, addresses.map((address) => address.trim())),
        ...headerSecrets(texts['tracking-headers']),
        ...(token === '' ? [] : [token]),
    ];
}
/**
 * Workflow inputs to an order. Throws one `PromotionError` that holds every problem of every input, each naming
 * the input as the workflow wrote it.
 */
function readInputs(raw) {
    const { values, problems } = readFields(raw.texts);
    const reading = readConnection(raw.texts, raw.env, raw.workingDirectory);
    const all = [
        ...problems,
        ...read_missing(values),
        ...unaddressed(values.mode, reading, raw.env),
        ...reading.problems.map((problem) => misuse(sentence(problem))),
    ];
    if (all.length > 0)
        throw (0,domain_error/* errorOf */.M)(all);
    const complete = values;
    return {
        job: jobOf(complete),
        connection: { ...reading.connection, allowHttp: complete['allow-http'] },
        failOnRejection: complete['fail-on-rejection'],
        sources: reading.sources,
        warnings: [...reading.warnings, ...(complete.mode === 'explain' ? [] : defaultAddressWarning(reading))],
    };
}
const REMEDY = 'Correct the inputs of this step in the workflow; nothing was read and nothing was moved.';
/** An empty value is no default: it was written, and switches the default off. */
const EMPTY = `Give it a value, or leave the line out where the input has a default: ${emptied/* EMPTIED */.j}. Nothing was read and nothing was moved.`;
function misuse(message, remedy = REMEDY) {
    return { code: 'input-invalid', message, remedy };
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
function readFields(texts) {
    const values = {};
    const problems = [];
    for (const name of INPUT_NAMES) {
        const parsed = FIELDS[name].safeParse(texts[name]);
        if (parsed.success)
            values[name] = parsed.data;
        else
            problems.push(...parsed.error.issues.map((issue) => fieldReason(name, texts[name], issue)));
    }
    return { values: values, problems };
}
function fieldReason(name, text, issue) {
    if (name !== 'thresholds')
        return misuse(sentence(`Input \`${name}\` ${issue.message}`), text === '' ? EMPTY : REMEDY);
    const remedy = issue.params.remedy;
    return { code: 'thresholds-invalid', message: `Input \`thresholds\`: ${issue.message}`, remedy };
}
/** Inputs that are needed together, or exclude each other. Looks only at those that could be read. */
function read_missing(values) {
    if (values.mode === undefined || values.mode === 'list')
        return [];
    const reasons = [];
    if (values.version === null && judgesCandidate(values.mode)) {
        reasons.push(misuse('Input `version` is empty: name the candidate, such as `7`, `latest` or `@challenger`.', EMPTY));
    }
    if (values.stage === null && values.alias === null) {
        reasons.push(misuse('Inputs `stage` and `alias` are both empty: say where the candidate wants to go with one.', EMPTY));
    }
    if (typeof values.stage === 'string' && typeof values.alias === 'string')
        reasons.push(misuse('Inputs `stage` and `alias` are both given: one run has one target, keep one.'));
    return reasons;
}
/** A promotion on a runner goes where somebody said: a store that a step before left behind is nobody's registry. */
function unaddressed(mode, reading, env) {
    if (mode !== 'promote' || (0,environment/* given */.g)(env, 'GITHUB_ACTIONS') === null || hasAddress(reading))
        return [];
    const message = 'No registry is named: input `tracking-uri` and variable MLFLOW_TRACKING_URI are empty.';
    const remedy = 'Write `tracking-uri: https://…` with the address of the MLflow server, or `tracking-uri: sqlite:///mlflow.db` for a store in the workspace. If an expression stands there, it came out empty: its variable is not set. ' +
        emptied/* NO_SECRETS */.g;
    return [misuse(message, remedy)];
}
function hasAddress({ connection, problems }) {
    return connection.trackingUri !== null || connection.registryUri !== null || problems.length > 0;
}
function defaultAddressWarning(reading) {
    if (hasAddress(reading))
        return [];
    const message = "No registry is named, so MLflow's own default was used: `./mlflow.db`. Set `tracking-uri` to be sure.";
    return [{ code: 'registry-by-default', message }];
}
function jobOf(values) {
    const { mode } = values;
    switch (mode) {
        case 'promote':
        case 'evaluate':
            return { mode, promotion: promotionOf(values, values.version) };
        case 'explain':
            return { mode, promotion: promotionOf(values, LATEST) };
        case 'list':
            return { mode, list: { model: values['model-name'], gates: values.thresholds.gates } };
    }
}
/** Rules hold for whoever comes. */
const LATEST = { kind: 'latest', text: 'latest' };
function read_targetOf({ stage, alias }) {
    if (stage !== null)
        return { kind: 'stage', stage };
    return alias === null ? null : { kind: 'alias', alias };
}
function promotionOf(values, version) {
    const target = read_targetOf(values);
    if (version === null || target === null)
        throw (0,domain_error/* errorOf */.M)(read_missing(values));
    const usual = (0,domain_version/* defaultBaseline */.$P)(target);
    return {
        model: values['model-name'],
        version,
        target,
        baseline: usual === null ? null : (values.baseline ?? usual),
        gates: values.thresholds.gates,
        policyWarnings: values.thresholds.warnings,
        firstPromotion: values['first-promotion'],
        archiveExisting: values['archive-existing'],
        policy: { path: values.policy, ref: values['policy-ref'] },
    };
}

// EXTERNAL MODULE: ./src/promotion/conclude.ts
var conclude = __webpack_require__(952);
;// CONCATENATED MODULE: ./src/modes/mode.ts

/** Whether a job can do without a registry. */
function isUnregistered(job) {
    return job.mode === 'explain';
}
/** Runs a mode that looks at no registry. */
async function runUnregistered({ promotion }, ruled) {
    const { explain } = await Promise.all(/* import() */[__webpack_require__.e(575), __webpack_require__.e(483)]).then(__webpack_require__.bind(__webpack_require__, 4483));
    return await explain(promotion, ruled);
}
/**
 * Runs the mode that was asked for, which is loaded then: no run has a use for the others. Only a mode that writes is
 * handed the registry with its writer.
 */
async function runMode(job, deps) {
    const { registry, deadline, event, log, ruled, now, beforeWrite } = deps;
    const reader = registry.reader(deadline.signal);
    switch (job.mode) {
        case 'promote': {
            const { promote } = await Promise.all(/* import() */[__webpack_require__.e(575), __webpack_require__.e(998), __webpack_require__.e(67)]).then(__webpack_require__.bind(__webpack_require__, 67));
            return await promote(job.promotion, {
                reader,
                log,
                ruled,
                now,
                registry,
                deadline,
                event,
                beforeWrite,
            });
        }
        case 'evaluate': {
            const { evaluate } = await Promise.all(/* import() */[__webpack_require__.e(575), __webpack_require__.e(998), __webpack_require__.e(21)]).then(__webpack_require__.bind(__webpack_require__, 8021));
            return await evaluate(job.promotion, { reader, log, ruled, now });
        }
        case 'list': {
            const { list } = await Promise.all(/* import() */[__webpack_require__.e(575), __webpack_require__.e(426)]).then(__webpack_require__.bind(__webpack_require__, 5426));
            return await list(job.list, { reader, log });
        }
    }
}
/** The result of a run that ended before its mode could say anything. */
function failedResult({ mode, model, target }, reasons) {
    switch (mode) {
        case 'promote':
        case 'evaluate':
            return (0,conclude/* unassessed */.lk)(mode, model, target, 'error', reasons);
        case 'list':
            return { mode, outcome: 'error', model, versions: null, reasons, warnings: [] };
        case 'explain': {
            const nothing = { policy: null, gates: null, rules: [], warnings: [] };
            return { mode, outcome: 'error', model, target, reasons, ...nothing };
        }
    }
}

// EXTERNAL MODULE: ./src/promotion/reasons.ts
var reasons = __webpack_require__(7432);
;// CONCATENATED MODULE: ./src/domain/outcome.ts
/** How a run can end. */
const OUTCOMES = [
    'promoted',
    'passed',
    'unchanged',
    'rejected',
    'inconclusive',
    'invalid',
    'superseded',
    'archived',
    'listed',
    'error',
];
/** What every outcome does to the job and to the check run. */
const OUTCOME_RULES = {
    promoted: { job: 'green', conclusion: 'success' },
    passed: { job: 'green', conclusion: 'success' },
    unchanged: { job: 'green', conclusion: 'success' },
    rejected: { job: 'switch', conclusion: 'failure' },
    inconclusive: { job: 'switch', conclusion: 'action_required' },
    invalid: { job: 'red', conclusion: 'failure' },
    superseded: { job: 'red', conclusion: 'action_required' },
    archived: { job: 'green', conclusion: 'success' },
    listed: { job: 'green', conclusion: null },
    error: { job: 'red', conclusion: 'failure' },
};
/** Whether the process exits 1. `failOnRejection` changes exit code and job colour only, never a conclusion. */
function jobFails(outcome, failOnRejection) {
    const { job } = OUTCOME_RULES[outcome];
    return job === 'red' || (job === 'switch' && failOnRejection);
}

;// CONCATENATED MODULE: ./src/report/limits.ts
/** The most lines printed of an excerpt that a reason brings along. */
const EXCERPT_LINES = 60;
/** The longest sentence printed from a reason, in characters. */
const SENTENCE_MAX = 600;
/** The longest name printed inside a sentence, in characters; tables show more of it. */
const NAME_MAX = 100;

;// CONCATENATED MODULE: ./src/text/number.ts

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shares of the limit at which a bar grows by one cell. */
const BAR_STEPS = [0, 0.01, 0.03, 0.1, 0.3];
/** A span in milliseconds as a person says it: `4 min`, `3 h`, `12 d`, `5 mo`, `2 y`. Under a minute, or negative: `now`. */
function age(milliseconds) {
    if (!Number.isFinite(milliseconds))
        return 'unknown';
    if (milliseconds < MINUTE)
        return 'now';
    if (milliseconds < HOUR)
        return `${whole(milliseconds / MINUTE)} min`;
    if (milliseconds < 2 * DAY)
        return `${whole(milliseconds / HOUR)} h`;
    if (milliseconds < 90 * DAY)
        return `${whole(milliseconds / DAY)} d`;
    if (milliseconds < 730 * DAY)
        return `${whole(milliseconds / (30 * DAY))} mo`;
    return `${whole(milliseconds / (365 * DAY))} y`;
}
/** A moment in epoch milliseconds as `2026-11-21 00:44 UTC`; empty when it is none. */
function minute(epoch) {
    const date = new Date(epoch);
    return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/**
 * The room between a value and its limit as a bar around `│`: room to the right, what is missing to the left,
 * one cell more at 0, 1, 3, 10 and 30 % of |limit|. Both are decimal text; the bar only shows, it decides nothing.
 */
function bar(distance, limit) {
    const room = Number(distance);
    const scale = Math.abs(Number(limit));
    const share = scale > 0 ? Math.abs(room) / scale : Math.abs(room) > 0 ? Infinity : 0;
    const cells = BAR_STEPS.filter((step) => share > step || (step > 0 && share === step)).length;
    const full = '█'.repeat(cells);
    const empty = '░'.repeat(BAR_STEPS.length - cells);
    const none = '░'.repeat(BAR_STEPS.length);
    return room < 0 ? `${empty}${full}│${none}` : `${none}│${full}${empty}`;
}
/**
 * A distance with its sign, to three significant digits: it is looked at, not compared. What a double cannot hold
 * stays as it is.
 */
function signed(decimal) {
    const near = Number(Number(decimal).toPrecision(3));
    const text = near === 0 || !Number.isFinite(near) ? decimal : String(near);
    return text.startsWith('-') ? text : `+${text}`;
}
/** Fewer digits than this save no room. */
const FEWEST_DIGITS = 4;
/** So many tell any two doubles apart (IEEE 754 binary64). */
const MOST_DIGITS = 17;
/**
 * Decimal texts that are read beside each other, rounded to the fewest significant digits, at least four, that keep any
 * two different ones different. Rounding keeps their order (it is monotonic), so that no relation flips and no limit
 * seems met that is not. What doubles cannot tell apart, or hold, stays as it is.
 */
function readable(decimals) {
    const distinct = new Set(decimals.map(plainest)).size;
    for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits += 1) {
        const rounded = decimals.map((decimal) => roundedTo(digits, decimal));
        if (rounded.some((text) => !/\d/.test(text)))
            return decimals;
        if (new Set(rounded).size === distinct)
            return rounded;
    }
    return decimals;
}
/** A sentence of ours with its numbers as they are read beside each other. */
function readableText(text) {
    const found = text.match(NUMBER) ?? [];
    const read = readable(found);
    let at = 0;
    return text.replace(NUMBER, (exact) => read[at++] ?? exact);
}
/** `a - b` of two decimal texts, exactly, with its sign; null where one is no decimal text. */
function difference(a, b) {
    const [left, right] = [DECIMAL.exec(a), DECIMAL.exec(b)];
    if (left === null || right === null)
        return null;
    const places = Math.max(0, placesOf(left), placesOf(right));
    if (places > MOST_PLACES)
        return null;
    const amount = unitsOf(left, places) - unitsOf(right, places);
    if (amount === 0n)
        return '0';
    const digits = String(amount < 0n ? -amount : amount).padStart(places + 1, '0');
    const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
    const fraction = (0,ends/* withoutTrailing */.h)(part, '0');
    return `${amount < 0n ? '-' : '+'}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
/** `1 gate`, `2 gates`. */
function count(amount, noun) {
    return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
/** A number in a sentence, and no part of a word. */
const NUMBER = /(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/g;
/** One text for one number: `0.50`, `5e-1` and `0.5` are the same. */
function plainest(decimal) {
    const match = DECIMAL.exec(decimal);
    if (match === null)
        return decimal;
    const [, sign = '', whole = '', part = ''] = match;
    const digits = `${whole}${part}`.replace(/^0+/, '');
    const shortest = (0,ends/* withoutTrailing */.h)(digits, '0');
    return shortest === '' ? '0' : `${sign}${shortest}e${digits.length - shortest.length - placesOf(match)}`;
}
/** What stands before the point is never rounded: a count is a count. */
function roundedTo(digits, decimal) {
    const value = Number(decimal);
    const before = Math.floor(Math.log10(Math.abs(value))) + 1;
    return String(Number(value.toPrecision(Math.min(Math.max(digits, before, 1), MOST_DIGITS))));
}
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** Longer differences are nothing to look at. */
const MOST_PLACES = 40;
/** Digits after the point, the exponent counted in. */
function placesOf([, , , part = '', exponent = '0']) {
    return part.length - Number(exponent);
}
function unitsOf(match, places) {
    const [, sign = '', whole = '', part = ''] = match;
    const units = BigInt(`${whole}${part}`) * 10n ** BigInt(places - placesOf(match));
    return sign === '-' ? -units : units;
}
function whole(value) {
    return String(Math.floor(value));
}

;// CONCATENATED MODULE: ./src/report/looks.ts
/** How every outcome looks. */
const LOOKS = {
    promoted: {
        icon: '✅',
        label: 'Promoted',
        next: 'Nothing to do.',
    },
    passed: {
        icon: '✅',
        label: 'Would be promoted',
        next: 'Run again with `mode: promote` to make the move.',
    },
    unchanged: {
        icon: '✅',
        label: 'Unchanged',
        next: 'Nothing to do.',
    },
    rejected: {
        icon: '❌',
        label: 'Rejected',
        next: 'Improve the model, or change the thresholds on purpose, and run again.',
    },
    inconclusive: {
        icon: '❔',
        label: 'Inconclusive',
        next: 'Wait for what is still missing, or decide by hand, and run again.',
    },
    invalid: {
        icon: '⛔',
        label: 'Invalid evidence',
        next: 'Repair the evidence named above and run again.',
    },
    superseded: {
        icon: '🔁',
        label: 'Superseded',
        next: 'Look at who holds the target now, then run again if this version should still replace it.',
    },
    archived: {
        icon: '📦',
        label: 'Archived',
        next: 'Nothing to do.',
    },
    listed: {
        icon: '📋',
        label: 'Listed',
        next: 'Nothing to do.',
    },
    error: {
        icon: '🛑',
        label: 'Error',
        next: 'Repair what the error names and run again.',
    },
};
/** How a verdict is marked. */
const VERDICT_MARKS = {
    pass: { icon: '✅', mark: '✔' },
    inconclusive: { icon: '❔', mark: '?' },
    fail: { icon: '❌', mark: '✘' },
    invalid: { icon: '⛔', mark: '⊘' },
};
/** An advisory gate that did not pass: it does not count, so its mark is never the red of one that does. */
const ADVISORY_MARK = { icon: '⚠️', mark: '!' };
const COMPARISON_MARKS = {
    pass: { icon: '✅', mark: '✔' },
    fail: { icon: '❌', mark: '✘' },
    waived: { icon: '➖', mark: '–' },
    invalid: { icon: '⛔', mark: '⊘' },
};
/** How a move is marked: done, not done, not known. */
const MOVE_LOOKS = {
    true: { icon: '✅', mark: '✔', words: 'done' },
    false: { icon: '⬜', mark: '·', words: 'not done' },
    unknown: { icon: '❓', mark: '?', words: 'not known whether done' },
};
const WARNING_MARK = { icon: '⚠️', mark: '!' };
const NEXT_MARK = { icon: '➡️', mark: '➡' };
/** A page has bullets of its own. */
const POINT = { icon: '', mark: '·' };

;// CONCATENATED MODULE: ./src/report/story/gate-view.ts


/** Where a rule stands: `.github/model-promotion.yml, line 7`, or the input. */
function whereWritten({ in: kind, name, line }) {
    return kind === 'file' ? `${name}, line ${line}` : `input ${name}, line ${line}`;
}
/** Every kind of gate. */
const VIEWS = {
    threshold,
    tag,
    from,
    lineage,
    'sign-off': signOff,
};
function viewOf(gate) {
    return VIEWS[gate.kind](gate);
}
function tag({ name, text, accepted }) {
    return inWords(['tag ', { name }], text, accepted.join(', '));
}
function from({ place, soak, text }) {
    return inWords(['from ', { name: place }], text, soak === null ? place : `${place} for ${soak.text}`);
}
function lineage({ part, text }) {
    return inWords(['lineage'], text, part);
}
function signOff({ tag: name, roles, text }) {
    return inWords(['sign-off ', { name }], text, roles.join(', '));
}
/** A gate that compares no numbers: what it found says it all. */
function inWords(subject, text, condition) {
    return {
        ...{ subject, condition, dataset: null, origin: null, room: null, candidate: null, baseline: null },
        ...{ sources: [], limits: [], lines: [{ mark: null, text }], parts: 1, waived: 0 },
    };
}
const ORIGINS = { 'logged-model': 'logged model', run: 'run' };
function threshold(gate) {
    const { metric, origin, candidate, baseline, condition, comparisons } = gate;
    // Several comparisons, all of them made, say more than the text that they add up to.
    const inParts = comparisons.length > 1 && gate.verdict !== 'invalid';
    return {
        subject: [{ name: metric }],
        dataset: datasetOf(gate),
        origin: origin === null ? null : [`from the ${ORIGINS[origin]}`],
        room: decisiveRoom(comparisons),
        candidate,
        baseline,
        sources: [
            ...sourceFacts('Candidate', candidate, gate.candidateSource),
            ...sourceFacts('Baseline', baseline, gate.baselineSource),
        ],
        lines: inParts
            ? comparisons.map(({ result, text }) => ({ mark: COMPARISON_MARKS[result], text }))
            : [{ mark: null, text: gate.text }],
        limits: limitsOf(gate),
        condition,
        parts: comparisons.length,
        waived: comparisons.filter(({ result }) => result === 'waived').length,
    };
}
/** Where values are kept by dataset, none is one of them. */
function datasetOf({ dataset, origin }) {
    if (dataset !== null)
        return ['on ', { name: dataset }];
    return origin === 'logged-model' ? ['without a dataset'] : null;
}
const SIGNS = { '>=': '≥', '<=': '≤' };
function limitsOf({ verdict, comparisons }) {
    if (verdict === 'invalid')
        return [];
    return comparisons.map(({ result, op, limit }) => ({
        mark: comparisons.length > 1 ? COMPARISON_MARKS[result] : null,
        sign: SIGNS[op] ?? op,
        decimal: limit,
    }));
}
function decisiveRoom(comparisons) {
    const { distance = null, limit = null } = comparisons.find(({ decides }) => decides) ?? {};
    return distance === null || limit === null ? null : { distance, limit };
}
function sourceFacts(label, value, source) {
    if (source === null)
        return [];
    const start = value === null ? '' : `${value} `;
    return [{ label, values: [[`${start}from the `, ...placeOf(source), whichOf(source)]] }];
}
/** `logged model, logged by run abc`, or `run abc`. */
function placeOf({ origin, runId }) {
    if (runId === null)
        return [ORIGINS[origin]];
    return [origin === 'run' ? 'run ' : `${ORIGINS[origin]}, logged by run `, { name: runId }];
}
/** `, step 3, 2026-11-21 00:44 UTC, the last of 5 values`. */
function whichOf({ step, timestamp, of }) {
    const time = timestamp === null ? '' : `, ${minute(timestamp)}`;
    const which = of === null ? '' : of === 1 ? ', the only value' : `, the last of ${count(of, 'value')}`;
    return `, step ${step}${time}${which}`;
}

;// CONCATENATED MODULE: ./src/report/story/explain.ts

/** What a version has to be, a line for each gate: those that count, then those that are only reported. */
function explainBlocks({ gates }) {
    const all = [...(gates ?? [])].sort((a, b) => Number(b.required) - Number(a.required));
    if (all.length === 0)
        return [];
    const head = { name: 'gates', importance: 90, kind: 'table', title: 'What has to hold' };
    return [
        { ...head, columns: [['Gate'], ['What it asks for'], ['Written in']], rows: all.map(row), note: null },
    ];
}
function row({ name, required, asks, writtenAt }) {
    const advisory = required ? [] : [[{ small: ['advisory, does not count'] }]];
    return [[[{ name }], ...advisory], [[asks]], [[{ name: whereWritten(writtenAt) }]]];
}

;// CONCATENATED MODULE: ./src/report/story/reason-link.ts
/** A text that leads to the row about a reason or warning, on the page that has one for every code. */
function reasonLink(link, code, docsUrl) {
    return { link, url: docsUrl === null ? null : `${docsUrl}#${code}` };
}
/** The code itself. */
function codeLink(code, { run }) {
    return reasonLink([{ name: code }], code, run.docsUrl);
}

;// CONCATENATED MODULE: ./src/report/story/versions.ts


/** The versions that are known. */
function namedVersions({ candidate, baseline }) {
    return [
        ...(candidate === null ? [] : [{ role: 'Candidate', facts: candidate }]),
        ...(baseline === null ? [] : [{ role: 'Baseline', facts: baseline }]),
    ];
}
/** Versions before and after. */
function versionBlocks(decision) {
    const rows = namedVersions(decision).map(({ role, facts }) => [
        [[role]],
        [[versionLink(facts)]],
        [stages(decision, facts)],
        facts.aliases.length === 0 ? [] : [facts.aliases.flatMap(aliasAt)],
        [[{ name: facts.status }]],
        [[created(decision, facts)]],
    ]);
    if (rows.length === 0)
        return [];
    const columns = ['', 'Version', 'Stage before → after', 'Aliases before', 'Status', 'Created (age)'];
    const head = { name: 'versions', importance: 70, kind: 'table', title: 'Versions' };
    return [{ ...head, columns: columns.map((column) => [column]), rows, note: null }];
}
/** A version's number, leading to the registry's own page about it. */
function versionLink({ version, url }) {
    return { link: [{ name: version }], url };
}
/** One after the other in a line, each with the sign that an alias has. */
function aliasAt(alias, at) {
    const name = { name: alias.startsWith('@') ? alias : `@${alias}` };
    return at === 0 ? [name] : [' ', name];
}
/** A version in plain facts, for a log. */
function versionFactsOf(decision, facts) {
    return [
        { label: 'Stage before', values: [[{ name: facts.stage }]] },
        { label: 'Aliases before', values: facts.aliases.map((alias) => [{ name: alias }]) },
        { label: 'Status', values: [[{ name: facts.status }]] },
        { label: 'Created', values: [[created(decision, facts)]] },
    ];
}
/** What was written to the registry, and what was not. */
function moveBlocks(decision) {
    if (decision.moves.length === 0)
        return [];
    const items = decision.moves.map((move) => {
        const { icon, mark, words } = MOVE_LOOKS[String(move.done)];
        const state = move.done === false && decision.mode === 'evaluate' ? 'not done, evaluate mode' : words;
        return { mark: { icon, mark }, text: moveWords(move), excerpt: [], remedy: '', state, code: null };
    });
    const head = { name: 'moves', importance: 85 };
    return [{ ...head, kind: 'list', title: 'Moves in the registry', each: null, items }];
}
/** The stage a version had, and the one it has after what was really done. */
function stages(decision, { version, stage }) {
    const moves = decision.moves.filter((move) => move.version === version && !move.to.startsWith('@'));
    const done = moves.findLast((move) => move.done === true);
    const open = moves.findLast((move) => move.done !== true);
    if (open?.done === 'unknown')
        return [{ name: stage }, ' → ', { strong: ['not known'] }, ' (', { name: open.to }, ' was asked for)'];
    if (done !== undefined)
        return [{ name: stage }, ' → ', { strong: [{ name: done.to }] }];
    if (open !== undefined && decision.outcome === 'passed')
        return [{ name: stage }, ', would be ', { name: open.to }];
    return [{ name: stage }, ', unchanged'];
}
function created({ finishedAt }, { createdAt }) {
    return `${minute(createdAt)} (${age(Date.parse(finishedAt) - createdAt)})`;
}
function moveWords({ kind, version, from, to }) {
    const repair = kind === 'repair' ? 'repair: ' : '';
    if (!to.startsWith('@'))
        return [`${repair}version `, { name: version }, ': ', { name: from }, ' → ', { name: to }];
    const before = from === '' ? ['nobody'] : ['version ', { name: from }];
    return [repair, { name: to }, ': ', ...before, ' → version ', { name: version }];
}

;// CONCATENATED MODULE: ./src/report/story/gates.ts







/** Gates as they are read: required before advisory, the worst first. */
function inReadingOrder(gates) {
    return [...gates].sort((a, b) => Number(b.required) - Number(a.required) || gate/* VERDICTS */.bk.indexOf(b.verdict) - gate/* VERDICTS */.bk.indexOf(a.verdict));
}
/** Marks of a gate. Advisory ones keep their true verdict and do not count, so theirs is never the red of one that does. */
function marks(gate) {
    return !gate.required && gate.verdict !== 'pass' ? ADVISORY_MARK : VERDICT_MARKS[gate.verdict];
}
/** The verdict in words; a pass that owes something to a waiver says so. */
function verdictWords(gate) {
    const { parts, waived } = viewOf(gate);
    if (waived === 0 || gate.verdict !== 'pass')
        return gate.verdict;
    return waived === parts ? 'pass, waived' : 'pass, in part waived';
}
/** `2 of 3 required gates passed · 1 of 2 advisory`. */
function tally(gates) {
    const part = (required, word) => {
        const of = gates.filter((gate) => gate.required === required);
        const good = of.filter((gate) => gate.verdict === 'pass').length;
        return of.length === 0 ? [] : [`${good} of ${count(of.length, `${word} gate`)} passed`];
    };
    return [...part(true, 'required'), ...part(false, 'advisory')].join(' · ');
}
/** How many comparisons of these gates a rule excused. */
function comparisonsWaived(gates) {
    return gates.reduce((sum, gate) => sum + viewOf(gate).waived, 0);
}
const BAR_NOTE = `Bar: room to the right, what is missing to the left; one cell more at ${BAR_STEPS.map((step) => Math.round(step * 100)).join(', ')} % of the limit.`;
/** Of gates that ask for the same. */
const MOST_NAMES = 10;
const GATES = { name: 'gates', importance: 90 };
/** The table of gates and, under it, what each gate that did not pass asks for. None without gates. */
function gateBlocks(decision) {
    const { gates, candidate, baseline } = decision;
    if (gates.length === 0)
        return [];
    const columns = [
        ['Verdict'],
        ['Gate'],
        columnOf('Candidate', candidate),
        columnOf('Baseline', baseline),
        ['Difference'],
        ['Limit'],
        ['Room to the limit'],
    ];
    const common = sameInAll(gates);
    const { docsUrl } = decision.run;
    const rows = inReadingOrder(gates).map((gate) => pageRow(gate, common, docsUrl));
    const table = { ...GATES, kind: 'table', title: tally(gates), columns, numbers: [2, 3, 4], rows };
    return [{ ...table, lead: leadOf(common), note: BAR_NOTE }, ...remedyBlocks(decision)];
}
/** The same for a log: fewer columns, and what decides how a gate counts in words. */
function gateLogBlocks({ gates }) {
    if (gates.length === 0)
        return [];
    const rows = inReadingOrder(gates).map(logRow);
    return [{ ...GATES, kind: 'table', title: `Gates: ${tally(gates)}`, columns: null, rows, note: null }];
}
/** Which of many values was compared, who logged it, and the comparison with every digit. */
function exactBlocks(decision) {
    return foldedSources(decision, ({ sources, lines }, gate) => [
        ...sources,
        { label: 'Compared', values: lines.map(({ text }) => [text]) },
        { label: 'Asked for in', values: [[{ name: whereWritten(gate.writtenAt) }]] },
    ]);
}
/** The same for a log, whose table has every digit already. */
function sourceBlocks(decision) {
    return foldedSources(decision, ({ sources }) => sources);
}
function foldedSources({ gates }, factsOf) {
    const groups = inReadingOrder(gates)
        .map((gate) => ({ title: ['Gate ', { name: gate.name }], facts: factsOf(viewOf(gate), gate) }))
        .filter(({ facts }) => facts.length > 0);
    const head = { name: 'where the values come from', importance: 45 };
    const title = 'Where the values come from';
    return groups.length === 0 ? [] : [{ ...head, kind: 'folded', title, groups }];
}
function columnOf(role, version) {
    return version === null ? [role] : [`${role}\u00A0`, versionLink(version)];
}
function sameInAll(gates) {
    const same = (of) => {
        const [first = null, ...others] = gates.map((gate) => viewOf(gate)[of]);
        const alike = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
        return others.length > 0 && alike ? first : null;
    };
    return { dataset: same('dataset'), origin: same('origin') };
}
function leadOf({ dataset, origin }) {
    const parts = [dataset ?? [], origin ?? []].filter((part) => part.length > 0);
    return parts.length === 0
        ? []
        : ['All ', ...parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part])), '.'];
}
function pageRow(gate, common, docsUrl) {
    const view = viewOf(gate);
    const words = reasonLink([verdictWords(gate)], gate.reason, gate.verdict === 'pass' ? null : docsUrl);
    const verdict = [`${marks(gate).icon}\u00A0`, { strong: [words] }];
    const { candidate, baseline, limits } = rounded(view);
    return [
        gate.required ? [verdict] : [verdict, [{ small: ['advisory, does not count'] }]],
        subjectOf(view, common),
        ...[candidate, baseline, between(candidate, baseline)].map((text) => text === null ? [] : [[text]]),
        [...limits, ...asked(gate, view).map((phrase) => [{ small: phrase }])],
        view.room === null ? [] : [[view.room]],
    ];
}
/** The numbers of a row as they are read beside each other; their digits stand where the values come from. */
function rounded(view) {
    const all = [view.candidate, view.baseline, ...view.limits.map(({ decimal }) => decimal)];
    const known = all.filter((decimal) => decimal !== null);
    const texts = readable(known);
    const read = (decimal) => decimal === null ? null : (texts[known.indexOf(decimal)] ?? decimal);
    const limits = view.limits.map(({ mark, sign, decimal }) => [
        `${mark === null ? '' : `${mark.icon} `}${decimal === null ? 'waived' : `${sign}\u00A0${read(decimal) ?? ''}`}`,
    ]);
    const words = view.limits.length > 0 ? limits : view.lines.map(({ text }) => [text]);
    return { candidate: read(view.candidate), baseline: read(view.baseline), limits: words };
}
/** Of the numbers as they are shown, so that no rounding of its own makes it look like more. */
function between(candidate, baseline) {
    return candidate === null || baseline === null ? null : difference(candidate, baseline);
}
function subjectOf({ subject, dataset, origin }, common) {
    const own = [common.dataset === null ? dataset : null, common.origin === null ? origin : null];
    return [subject, ...own.flatMap((phrase) => (phrase === null ? [] : [[{ small: phrase }]]))];
}
function logRow(gate) {
    const view = viewOf(gate);
    const compared = view.lines.map(({ mark, text }) => [mark === null ? text : `${mark.mark} ${text}`]);
    return [
        [[`${marks(gate).mark} ${verdictWords(gate)}`]],
        [[gate.required ? 'required' : 'advisory']],
        [[{ name: gate.name }]],
        [view.room === null ? [''] : [view.room]],
        [...compared, ...asked(gate, view)],
    ];
}
/** What was asked for, where it was not given. */
function asked(gate, { condition }) {
    return gate.verdict === 'pass' ? [] : [['asked for ', { name: condition, max: SENTENCE_MAX }]];
}
/** What the gates that did not pass ask for, unless the report says the same as its next step. */
function remedyBlocks({ gates, reasons }) {
    const said = reasons[0]?.remedy;
    const open = inReadingOrder(gates).filter(({ remedy }) => remedy !== '' && remedy !== said);
    const items = [...Map.groupBy(open, ({ remedy }) => remedy)].map(([remedy, asking]) => ({
        ...{ mark: POINT, text: [...namesOf(asking), `: ${remedy}`] },
        ...{ excerpt: [], remedy: '', state: null, code: null },
    }));
    const head = { name: 'remedies', importance: 80 };
    const title = 'What the gates ask for';
    return items.length === 0 ? [] : [{ ...head, kind: 'list', title, each: null, items }];
}
function namesOf(gates) {
    const names = gates
        .slice(0, MOST_NAMES)
        .flatMap(({ name }, at) => [at === 0 ? '' : ', ', { name }]);
    const rest = gates.length - MOST_NAMES;
    return rest > 0 ? [...names, ` and ${rest} more`] : names;
}

;// CONCATENATED MODULE: ./src/report/story/headline.ts







/** What a version did that got where it was asked to go; null for the outcomes that did not. */
const ARRIVED = {
    promoted: ' now holds ',
    passed: ' would be promoted to ',
    unchanged: ' already holds ',
    archived: ' went to ',
    listed: null,
    rejected: null,
    inconclusive: null,
    invalid: null,
    superseded: null,
    error: null,
};
/** A sentence with a sign at its end, whatever it had there. */
function ended(sentence) {
    const text = sentence.trim().replace(/[.:]$/, '');
    return /[?!]$/.test(text) ? text : `${text}.`;
}
/** What happened to which version and target, and why: one sentence. */
function promotionHeadline(decision) {
    return [...what(decision), ...why(decision)];
}
/** How many versions there are, or why nobody knows: one sentence. */
function listHeadline(decision) {
    const { outcome, model, versions } = decision;
    if (outcome === 'listed')
        return [{ name: model }, ` has ${count(versions?.length ?? 0, 'version')}.`];
    return ['No version', ...ofModel(model), ' could be listed', ...because(decision)];
}
/** What has to hold for which target, or why nobody knows: one sentence. */
function explainHeadline(decision) {
    const { outcome, model, target, gates } = decision;
    if (outcome !== 'listed')
        return ['No policy', ...ofModel(model), ' could be told', ...because(decision)];
    const all = count(gates?.length ?? 0, 'gate');
    return ['A version of ', { name: model }, ` has to pass ${all} to hold `, { name: target }, '.'];
}
/** Outcome, model, version and target in a few words. */
function titleOf(decision) {
    const { outcome, model } = decision;
    const { candidate, target } = isPromotion(decision) ? decision : { candidate: null, target: '' };
    const version = candidate === null ? [] : [' version ', { name: candidate.version }];
    return [
        `Model promotion: ${LOOKS[outcome].label.toLowerCase()}`,
        ...(model === '' ? [] : [' · ', { name: model }, ...version]),
        ...(target === '' ? [] : [' → ', { name: target }]),
    ];
}
/**
 * Model, versions and target, as far as they are known: `churn` version `5` → `7` for `Production` where that was
 * moved, `churn` version `7` against `5` for `Production` where it was not.
 */
function headline_subjectOf(decision) {
    const model = decision.model === '' ? [] : [{ name: decision.model }];
    if (!isPromotion(decision) || model.length === 0)
        return model;
    const { target } = decision;
    return [...model, ...versionsOf(decision), ...(target === '' ? [] : [' for ', { name: target }])];
}
/** What to do next, one sentence. */
function nextStep(decision) {
    const remedy = decision.reasons[0]?.remedy.trim() ?? '';
    return remedy === '' ? LOOKS[decision.outcome].next : remedy;
}
/** What the registry looks like after a run that did not end well; null when the headline says it all. */
function aftermath(decision) {
    if (decision.mode === 'evaluate')
        return 'Evaluate mode: nothing was written to the registry.';
    if (OUTCOME_RULES[decision.outcome].conclusion === 'success')
        return null;
    if (decision.moves.some((move) => move.done === 'unknown'))
        return 'Whether a move took effect is not known: look at the registry before anything else.';
    return decision.moves.some((move) => move.done === true)
        ? 'Something was moved before this: the moves below say exactly what.'
        : 'Nothing was moved in the registry.';
}
function versionsOf({ candidate, previousVersion, outcome }) {
    if (candidate === null)
        return [];
    const now = { name: candidate.version };
    if (previousVersion === null || previousVersion === candidate.version)
        return [' version ', now];
    const before = { name: previousVersion };
    return outcome === 'promoted' ? [' version ', before, ' → ', now] : [' version ', now, ' against ', before];
}
function ofModel(model) {
    return model === '' ? [] : [' of ', { name: model }];
}
function because(decision) {
    const sentence = (0,clean/* linesOf */.Dx)(mainReason(decision), EXCERPT_LINES)[0] ?? '';
    return [sentence.trim() === '' ? '.' : `: ${ended(sentence)}`];
}
/** What decided; where that is a comparison, with numbers as they are read. Their digits stand in the details. */
function mainReason(decision) {
    const message = decision.reasons[0]?.message ?? '';
    const compared = isPromotion(decision)
        ? decision.gates.find(({ reason, name, text }) => reason === 'threshold-not-met' && message === `${name}: ${text}`)
        : undefined;
    return compared === undefined ? message : `${compared.name}: ${readableText(compared.text)}`;
}
function what(decision) {
    const { outcome, target } = decision;
    const arrived = ARRIVED[outcome];
    if (arrived !== null)
        return [...subject(decision), arrived, { name: target }, ...inPlaceOf(decision)];
    const judged = decision.mode === 'evaluate' && outcome === 'error' ? ' for ' : ' to ';
    return [...subject(decision), notDone(decision), ...(target === '' ? [] : [judged, { name: target }])];
}
/** `Version 7 of churn`, as far as it is known. */
function subject(decision) {
    const model = ofModel(decision.model);
    return decision.candidate === null
        ? ['No version', ...model]
        : ['Version ', { name: decision.candidate.version }, ...model];
}
/** The holder before: replaced, or still there when the workflow keeps earlier holders. */
function inPlaceOf(decision) {
    const { previousVersion, candidate, target, moves } = decision;
    if (previousVersion === null || previousVersion === candidate?.version)
        return [];
    const archived = moves.some((move) => move.kind === 'archive' && move.version === previousVersion);
    const where = target.startsWith('@') || archived ? ' in place of version ' : ' beside version ';
    return [where, { name: previousVersion }];
}
function notDone(decision) {
    const not = decision.candidate === null ? '' : ' not';
    const failed = decision.outcome === 'error';
    if (decision.mode === 'evaluate')
        return failed ? ` could${not} be evaluated` : ` would${not} be promoted`;
    const brokeOff = failed && decision.moves.some((move) => move.done !== false);
    return brokeOff ? ': the run broke off while promoting it' : ` was${not} promoted`;
}
function why(decision) {
    if (decision.outcome === 'unchanged')
        return [': no gate was judged and nothing was moved.'];
    if (ARRIVED[decision.outcome] !== null)
        return [`${gatesPassed(decision)}.`];
    return [gatesMissed(decision), ...because(decision)];
}
function gatesPassed(decision) {
    const required = decision.gates.filter((gate) => gate.required);
    if (required.length === 0)
        return '';
    const waived = comparisonsWaived(required);
    const rest = waived === 0 ? '' : `, ${count(waived, 'comparison')} with the baseline waived`;
    const all = required.length === 1 ? 'the required gate' : `all ${required.length} required gates`;
    return `: ${all} passed${rest}`;
}
function gatesMissed(decision) {
    if (decision.outcome !== 'rejected')
        return '';
    const required = decision.gates.filter((gate) => gate.required);
    const missed = required.filter((gate) => gate.verdict !== 'pass').length;
    return missed < 2 ? '' : `, ${missed} of ${required.length} required gates did not pass`;
}

// EXTERNAL MODULE: ./src/domain/evidence.ts
var evidence = __webpack_require__(335);
;// CONCATENATED MODULE: ./src/report/story/lineage.ts


const LIST_MAX = 20;
/** Where candidate and baseline came from, side by side. */
function lineageBlocks(decision) {
    const known = namedVersions(decision).flatMap(({ role, facts: { version, lineage } }) => lineage === null
        ? []
        : [{ title: [`${role} `, { name: version }], facts: lineageFacts(lineage, decision) }]);
    const labels = known[0]?.facts.map(({ label }) => label) ?? [];
    const rows = labels
        .map((label, at) => [
        [[label]],
        ...known.map(({ facts }) => cell(facts[at]?.values ?? [])),
    ])
        .filter((cells) => cells.slice(1).some((lines) => lines.length > 0));
    if (rows.length === 0)
        return [];
    const columns = [[''], ...known.map(({ title }) => title)];
    const head = { name: 'lineage', importance: 40, kind: 'table', title: 'Lineage' };
    return [{ ...head, columns, rows, note: null }];
}
/** Both versions with all that is known of them, one after the other, for a log. */
function versionLogBlocks(decision) {
    const groups = namedVersions(decision).map(({ role, facts }) => ({
        title: [`${role}: version `, { name: facts.version }],
        facts: [
            ...versionFactsOf(decision, facts),
            ...(facts.lineage === null ? [] : lineageFacts(facts.lineage, decision)).filter(({ values }) => values.length > 0),
        ],
    }));
    const head = { name: 'versions and lineage', importance: 70 };
    return groups.length === 0 ? [] : [{ ...head, kind: 'folded', title: 'Versions and lineage', groups }];
}
function known(value, url = null) {
    return value === null ? [] : [[{ link: [{ name: value }], url }]];
}
/** Facts of a lineage by name; empty where they are not known. */
function lineageFacts(lineage, { run }) {
    const { runId, urls, commit } = lineage;
    const names = (values) => values.flatMap((value) => known(value));
    // Of another commit nobody knows the repository.
    const commitUrl = commit === run.sha ? run.commitUrl : null;
    return [
        { label: 'Run', values: known(runId, urls.run) },
        { label: 'Run status', values: lineage.runDeleted ? known('deleted') : known(lineage.runStatus) },
        { label: 'Experiment', values: known(lineage.experimentId, urls.experiment) },
        { label: 'Commit', values: known(commit, commitUrl) },
        { label: 'Dataset', values: names(lineage.datasets.map(evidence/* datasetName */.w)) },
        { label: 'Logged model', values: known(lineage.loggedModelId, urls.loggedModel) },
        { label: 'Copied from', values: names(lineage.copiedFrom) },
    ];
}
function cell(values) {
    const shown = values.slice(0, LIST_MAX);
    const rest = values.length - shown.length;
    return rest > 0 ? [...shown, [`and ${rest} more`]] : shown;
}

;// CONCATENATED MODULE: ./src/report/story/list.ts


/** More columns than a screen has are read by nobody; the decision file has them all. */
const MOST_METRIC_COLUMNS = 12;
const VERSIONS = { name: 'versions', importance: 50, kind: 'table' };
/** Every version, newest as the registry lists them. None when they could not be read, or there are none. */
function listBlocks(decision) {
    const rows = (decision.versions ?? []).map((version) => ({
        version,
        first: [[{ strong: [versionLink(version)] }]],
        stage: list_stage(version.stage),
        age: [[ageOf(decision, version).replace(' ', '\u00A0')]],
    }));
    return table(rows, { title: 'Versions', written: (title) => title, rounds: true });
}
/** The same for a log. */
function listLogBlocks(decision) {
    const rows = (decision.versions ?? []).map((version) => ({
        version,
        first: [['v', { name: version.version }]],
        stage: version.stage === 'None' ? [] : [[{ name: version.stage }]],
        age: [[ageOf(decision, version)]],
    }));
    return table(rows, { title: null, written: (title) => title.toUpperCase(), rounds: false });
}
/** A version's numbers stand right beside what it holds. */
function table(rows, { title, written, rounds }) {
    if (rows.length === 0)
        return [];
    const labels = metricLabels(rows.map(({ version }) => version));
    const shown = labels.slice(0, MOST_METRIC_COLUMNS);
    const read = rounds ? shown.map((label) => readIn(rows, label)) : [];
    const own = (names) => names.map((name) => [written(name)]);
    return [
        {
            ...VERSIONS,
            title,
            columns: [
                ...own(['Version', 'Stage', 'Aliases']),
                ...shown.map((name) => [{ name }]),
                ...own(['Age', 'Status']),
            ],
            numbers: shown.map((_, at) => at + 3),
            rows: rows.map(({ version, ...cells }) => [
                ...[cells.first, cells.stage],
                version.aliases.length === 0 ? [] : [version.aliases.flatMap(aliasAt)],
                ...valuesOf(version, shown, read),
                ...[cells.age, [[{ name: version.status }]]],
            ]),
            note: left(labels.length - shown.length),
        },
    ];
}
function left(amount) {
    if (amount === 0)
        return null;
    const said = amount.toLocaleString('en').replaceAll(',', '\u00A0');
    return `And ${said} more metric${amount === 1 ? '' : 's'}: in the decision file, or name the ones to see in \`thresholds\`, at most ${MOST_METRIC_COLUMNS}.`;
}
/** What there is, in order of name: first what a version has that holds something, since others are held against it. */
function metricLabels(versions) {
    const of = (some) => [...new Set(some.flatMap(({ metrics }) => Object.keys(metrics ?? {})))].sort();
    return [...new Set([...of(versions.filter(holds)), ...of(versions)])];
}
function holds({ stage, aliases }) {
    return stage === 'Production' || stage === 'Staging' || aliases.length > 0;
}
/** Ages are relative to the end of the run. */
function ageOf({ finishedAt }, { createdAt }) {
    return age(Date.parse(finishedAt) - createdAt);
}
function list_stage(name) {
    if (name === 'None')
        return [];
    return name === 'Production' ? [['🟢\u00A0', { strong: [{ name }] }]] : [[{ name }]];
}
/** The values of one column as they are read below each other; a log keeps every digit, and so does the decision. */
function readIn(rows, label) {
    const exact = [...new Set(rows.flatMap(({ version }) => list_valueOf(version, label) ?? []))];
    const read = readable(exact);
    return new Map(exact.map((value, at) => [value, read[at] ?? value]));
}
function list_valueOf({ metrics }, label) {
    return metrics !== null && Object.hasOwn(metrics, label) ? (metrics[label] ?? null) : null;
}
function valuesOf(version, labels, read) {
    return labels.map((label, at) => {
        const value = list_valueOf(version, label);
        return value === null ? [] : [[read[at]?.get(value) ?? value]];
    });
}

;// CONCATENATED MODULE: ./src/report/document.ts
const KEEP = Infinity;

;// CONCATENATED MODULE: ./src/report/story/reasons.ts







/** How it ended. */
function headingBlock(decision, headline) {
    const { icon, label } = LOOKS[decision.outcome];
    const subject = headline_subjectOf(decision);
    return { name: 'verdict', importance: KEEP, kind: 'heading', icon, label, subject, sentence: headline };
}
/** The excerpt that belongs to the headline. */
function excerptBlocks({ reasons }) {
    const { excerpt } = split(reasons[0]?.message ?? '');
    return excerpt.length === 0 ? [] : [{ name: 'excerpt', importance: 95, kind: 'excerpt', lines: excerpt }];
}
function aftermathBlocks(decision) {
    const text = aftermath(decision);
    return text === null
        ? []
        : [{ name: 'aftermath', importance: KEEP, kind: 'paragraph', about: null, text: [text], excerpt: [] }];
}
/** What to do next, and under which code more is to be read about it. */
function nextBlocks(decision) {
    const [first] = decision.reasons;
    const good = OUTCOME_RULES[decision.outcome].conclusion === 'success';
    return nextStepBlocks(decision, good || first === undefined ? [] : [' (', codeLink(first.code, decision), ')']);
}
/** The same for a log, which lists all codes in one place. */
function nextLogBlocks(decision) {
    return nextStepBlocks(decision, []);
}
/** The same for a page whose table of gates says what each of them found. */
function furtherBlocks(decision) {
    const told = new Set(decision.gates.flatMap(({ verdict, reason }) => (verdict === 'pass' ? [] : [reason])));
    const [first, ...others] = decision.reasons;
    const left = others.filter(({ code }) => !told.has(code));
    return first === undefined ? [] : reasonBlocks({ ...decision, reasons: [first, ...left] });
}
/** Every reason after the headline, each with its remedy unless that has been said. */
function reasonBlocks(decision) {
    const { reasons } = decision;
    const items = reasons.map((reason, at) => {
        const said = reasons.slice(0, at).some((earlier) => earlier.remedy === reason.remedy);
        const { sentence, excerpt } = split(reason.message);
        const remedy = said ? '' : reason.remedy;
        return {
            mark: POINT,
            text: [ended(sentence)],
            excerpt,
            remedy,
            state: null,
            code: codeLink(reason.code, decision),
        };
    });
    const others = items.slice(1);
    if (others.length === 0)
        return [];
    const head = { name: 'further reasons', importance: 88 };
    return [{ ...head, kind: 'list', title: 'Also', each: 'Also', items: others }];
}
/** What decided nothing. */
function warningBlocks(decision) {
    const { warnings } = decision;
    if (warnings.length === 0)
        return [];
    const items = warnings.map(({ code, message }) => {
        const { sentence, excerpt } = split(message);
        return {
            mark: WARNING_MARK,
            text: [sentence],
            excerpt,
            remedy: '',
            state: null,
            code: codeLink(code, decision),
        };
    });
    const head = { name: 'warnings', importance: 75 };
    return [{ ...head, kind: 'list', title: 'Warnings', each: 'Warning', items }];
}
/** An outcome that only informs asks for nothing. */
function nextStepBlocks(decision, after) {
    if (OUTCOME_RULES[decision.outcome].conclusion === null)
        return [];
    const { sentence, excerpt } = split(nextStep(decision));
    const about = { ...NEXT_MARK, label: 'Next' };
    const text = [sentence, ...after];
    return [{ name: 'next step', importance: KEEP, kind: 'paragraph', about, text, excerpt }];
}
/** A text may bring lines along under its first. */
function split(text) {
    const [sentence = '', ...excerpt] = (0,clean/* linesOf */.Dx)(text, EXCERPT_LINES);
    return { sentence, excerpt };
}

;// CONCATENATED MODULE: ./src/report/story/run.ts




/** Descriptions and tags of the versions. */
function tagBlocks(decision) {
    return namedVersions(decision).flatMap(({ role, facts: { description, tags } }) => {
        const facts = [
            ...(description === '' ? [] : [{ label: 'Description', values: [[{ name: description }]] }]),
            ...Object.entries(tags).map(([key, value]) => ({ label: { name: key }, values: [[{ name: value }]] })),
        ];
        if (facts.length === 0)
            return [];
        const title = `Description and tags of the ${role.toLowerCase()}`;
        const name = `tags of the ${role.toLowerCase()}`;
        return [{ name, importance: 30, kind: 'folded', title, groups: [{ title: null, facts }] }];
    });
}
/** Digests, reason codes, times and the run. */
function runBlock(decision) {
    const { startedAt, finishedAt, run } = decision;
    const { url, sha, commitUrl } = run;
    return folded([
        one('Registry', decision.registry),
        ...policy(decision),
        codes(decision),
        ...digests(decision),
        one('Started', startedAt),
        one('Finished', finishedAt),
        one('Run', url, url),
        one('Attempt', run.attempt),
        one('Commit', sha, commitUrl),
        one('Actor', run.actor),
    ]);
}
/** The same for a log, which has times of its own. */
function runLogBlock(decision) {
    const { url, sha, actor } = decision.run;
    return folded([
        one('Registry', decision.registry),
        ...policy(decision),
        codes(decision),
        ...digests(decision),
        one('Run', url),
        one('Commit', sha),
        one('Actor', actor),
    ]);
}
const VALUE_MAX = 1_000;
/** A fact with one value; none where there is nothing to say. */
function one(label, value, url = null) {
    const known = value !== null && value !== '';
    return { label, values: known ? [[{ link: [{ name: String(value), max: VALUE_MAX }], url }]] : [] };
}
/** Which file said what must hold, and who settled the rest. */
function policy(decision) {
    if (decision.mode === 'list')
        return [];
    const { policy: file, rules } = decision;
    const said = rules.map(({ name, value, writtenAt }) => ({
        label: { name },
        values: [[{ name: value }, ` (${writtenAt === null ? 'default' : whereWritten(writtenAt)})`]],
    }));
    if (file === null)
        return said;
    const where = file.place === 'workspace'
        ? 'the working tree, which nobody reviewed'
        : `${file.ref ?? ''} at ${file.commit ?? ''}`;
    return [
        { label: 'Policy', values: [[{ name: file.path }, ' of ', { name: where, max: VALUE_MAX }]] },
        one('Policy SHA-256', file.sha256),
        ...said,
    ];
}
function codes(decision) {
    return { label: 'Reason codes', values: decision.reasons.map(({ code }) => [codeLink(code, decision)]) };
}
function digests(decision) {
    if (!isPromotion(decision))
        return [];
    const { plan, policy, evidence } = decision.digests;
    return [one('Plan digest', plan), one('Policy digest', policy), one('Evidence digest', evidence)];
}
function folded(facts) {
    const groups = [
        { title: null, facts: facts.filter(({ values }) => values.length > 0) },
    ];
    return { name: 'digests and run', importance: 60, kind: 'folded', title: 'Digests and run', groups };
}

;// CONCATENATED MODULE: ./src/report/story.ts








/** A decision as a document. */
function documentOf(decision) {
    switch (decision.mode) {
        case 'promote':
        case 'evaluate':
            return promotionDocument(decision);
        case 'list':
            return listDocument(decision);
        case 'explain':
            return explainDocument(decision);
    }
}
/** What happened and why: one sentence. */
function headlineOf(decision) {
    switch (decision.mode) {
        case 'promote':
        case 'evaluate':
            return promotionHeadline(decision);
        case 'list':
            return listHeadline(decision);
        case 'explain':
            return explainHeadline(decision);
    }
}
function promotionDocument(decision) {
    const headline = headlineOf(decision);
    return {
        title: titleOf(decision),
        reasoning: [
            headingBlock(decision, headline),
            ...aftermathBlocks(decision),
            ...nextBlocks(decision),
            ...excerptBlocks(decision),
            ...gateBlocks(decision),
            ...furtherBlocks(decision),
            ...warningBlocks(decision),
        ],
        background: [
            ...versionBlocks(decision),
            ...moveBlocks(decision),
            ...lineageBlocks(decision),
            ...exactBlocks(decision),
            ...tagBlocks(decision),
            runBlock(decision),
        ],
        log: [
            headingBlock(decision, headline),
            ...excerptBlocks(decision),
            ...reasonBlocks(decision),
            ...aftermathBlocks(decision),
            ...gateLogBlocks(decision),
            ...moveBlocks(decision),
            ...warningBlocks(decision),
            ...sourceBlocks(decision),
            ...versionLogBlocks(decision),
            runLogBlock(decision),
            ...nextLogBlocks(decision),
        ],
    };
}
function listDocument(decision) {
    return toldAs(decision, listBlocks(decision), listLogBlocks(decision));
}
function explainDocument(decision) {
    const blocks = explainBlocks(decision);
    return toldAs(decision, blocks, blocks);
}
/** A decision that only informs: what it has to tell stands between its headline and the run. */
function toldAs(decision, page, log) {
    const headline = headlineOf(decision);
    const opening = [headingBlock(decision, headline), ...nextBlocks(decision), ...excerptBlocks(decision)];
    const beside = [...reasonBlocks(decision), ...warningBlocks(decision)];
    return {
        title: titleOf(decision),
        reasoning: [...opening, ...beside],
        background: [...page, runBlock(decision)],
        log: [
            headingBlock(decision, headline),
            ...excerptBlocks(decision),
            ...beside,
            ...log,
            runLogBlock(decision),
            ...nextLogBlocks(decision),
        ],
    };
}

;// CONCATENATED MODULE: ./src/report/columns.ts

const GAP = '  ';
const WIDEST_COLUMN = 60;
/** Rows of cells as lines with aligned columns. Cells are safe already; the first one starts the line. */
function columns(rows) {
    const widths = [];
    for (const row of rows) {
        row.forEach((cell, at) => {
            widths[at] = Math.max(widths[at] ?? 0, Math.min(width(cell), WIDEST_COLUMN));
        });
    }
    return rows.map((row) => row
        .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell))))
        .join(GAP)
        .trimEnd());
}
const NO_CELL = (0,characters/* onUse */.Ts)(String.raw `[\p{Cf}\p{M}]`, 'gu');
/** Cells a text takes in a terminal, near enough: code points, without the invisible ones and marks. */
function width(text) {
    if ((0,characters/* isEveryday */.A)(text))
        return text.length;
    return Array.from(text.replace(NO_CELL(), '')).length;
}

;// CONCATENATED MODULE: ./src/report/section.ts

/** Room for the note. */
const NOTE_BYTES = 1_000;
const encoder = new TextEncoder();
/**
 * As much of the sections as at most `budget` bytes of UTF-8 hold, written one after the other with a line between
 * them. When they are more, rows and whole sections are left out, the least important first.
 */
function fit(sections, budget) {
    let over = sections.reduce((sum, section) => sum + sizeOf(section), 0) - budget;
    if (over <= 0)
        return parted(sections, null);
    over += NOTE_BYTES;
    const shortened = new Map();
    const missing = [];
    for (const section of [...sections].sort((a, b) => a.importance - b.importance)) {
        if (over <= 0 || section.importance === KEEP)
            break;
        const shorter = shorten(section, over);
        over -= sizeOf(section) - (shorter === null ? 0 : sizeOf(shorter));
        shortened.set(section, shorter);
        missing.push(missed(section, shorter));
    }
    const left = sections.flatMap((section) => (shortened.has(section) ? shortened.get(section) : section) ?? []);
    return parted(left, `Left out: ${missing.join(', ')}.`);
}
/** The lines of a section. */
function linesIn({ head, rows, foot }) {
    return [...head, ...rows, ...foot];
}
function sizeOf(section) {
    return linesIn(section).reduce((sum, line) => sum + bytes(line), 1);
}
function bytes(line) {
    return encoder.encode(line).length + 1;
}
function parted(sections, missing) {
    const kept = sections.findIndex(({ importance }) => importance !== KEEP);
    const end = kept < 0 ? sections.length : Math.max(1, kept);
    return { opening: sections.slice(0, end), rest: sections.slice(end), missing };
}
/** The section with enough rows fewer to save `over` bytes; null when it has to go as a whole. */
function shorten(section, over) {
    let left = over;
    let length = section.rows.length;
    while (length > 0 && left > 0) {
        length -= 1;
        left -= bytes(section.rows[length] ?? '');
    }
    return length > 0 ? { ...section, rows: section.rows.slice(0, length) } : null;
}
function missed(section, shorter) {
    return shorter === null
        ? section.name
        : `${section.rows.length - shorter.rows.length} of ${section.rows.length} rows of ${section.name}`;
}

;// CONCATENATED MODULE: ./src/report/text.ts







/**
 * Blocks as lines for a plain terminal, together at most `budget` bytes of UTF-8. When they are more, the least
 * important is left out, and a line near the top says what; `elsewhere` is a sentence that says where the rest is. Each
 * line is one line, starts with a visible character of ours and forms no workflow command.
 */
function writeText(blocks, budget, elsewhere) {
    const { opening, rest, missing } = fit(blocks.map(sectionOf), budget);
    const note = missing === null ? [] : [noteOf(`! ${missing} ${elsewhere}`)];
    return gathered([...opening, ...note, ...rest]);
}
const ASCII_NAME = /^[A-Za-z0-9@][\w.@/-]*$/;
const EVERYDAY_NAME = (0,characters/* onUse */.Ts)(String.raw `^[\p{L}\p{N}@][\p{L}\p{N}_.@/-]*$`, 'u');
/** Running text in one line: names in quotes unless they are plain words. */
function phraseText(phrase, max = SENTENCE_MAX * 2) {
    const everyday = (name) => ((0,characters/* isAscii */.ER)(name) ? ASCII_NAME.test(name) : EVERYDAY_NAME().test(name));
    const quoted = ({ name }) => (everyday(name) ? name : `"${(0,clean/* cleanAndCut */.HX)(name, NAME_MAX)}"`);
    return forLog(spoken(phrase, { name: quoted, text: (text) => text }), max);
}
/** A text that has a place of its own, in one line: names stand as they are. */
function plainText(phrase) {
    const text = (part) => forLog(part, SENTENCE_MAX);
    return spoken(phrase, { name: ({ name, max }) => forLog(name, max), text });
}
function spoken(phrase, voice) {
    const words = phrase.map((span) => {
        if (typeof span === 'string')
            return voice.text(span);
        if ('name' in span)
            return voice.name(span);
        if ('strong' in span)
            return spoken(span.strong, voice);
        if ('small' in span)
            return spoken(span.small, voice);
        if ('link' in span)
            return spoken(span.link, voice);
        return `${bar(span.distance, span.limit)} ${forLog(signed(span.distance))}`;
    });
    return words.join('');
}
function sectionOf({ name, importance, ...body }) {
    const nothing = { head: [], rows: [], foot: [], title: null, flows: false };
    return { ...nothing, name, importance, ...written(body) };
}
function noteOf(line) {
    const rest = { name: 'note', importance: Infinity, rows: [], foot: [], title: null, flows: true };
    return { ...rest, head: [line] };
}
/** Sections that flow on from each other are one block. */
function gathered(sections) {
    const blocks = [];
    for (const section of sections) {
        const { title, flows } = section;
        const lines = linesIn(section).flatMap((text) => text.split('\n'));
        const last = blocks.at(-1);
        if (flows && last?.flows === true)
            last.lines.push(...lines);
        else
            blocks.push({ title, lines, flows });
    }
    return blocks.map(({ title, lines }) => ({ title, lines }));
}
function written(body) {
    switch (body.kind) {
        case 'heading': {
            const line = `${body.icon} ${body.label.toUpperCase()} · ${phraseText(body.sentence)}`;
            return { head: [line], flows: true };
        }
        case 'paragraph':
            return { head: paragraph(body), flows: true };
        case 'excerpt':
            return { head: excerpt(body.lines), flows: true };
        case 'table':
            return text_table(body);
        case 'list': {
            const { title, each, items } = body;
            if (each === null)
                return { head: [`${title}:`], rows: items.map((one) => item(one, '  ', '')) };
            return { rows: items.map((one) => item(one, '', ` ${each}:`)), flows: true };
        }
        case 'folded':
            return { title: body.title, rows: body.groups.flatMap(group) };
    }
}
function paragraph({ about, text, excerpt: lines }) {
    const lead = about === null ? '·' : `${about.mark} ${about.label}:`;
    return [`${lead} ${phraseText(text, SENTENCE_MAX)}`, ...excerpt(lines)];
}
function excerpt(lines) {
    return lines.map((line) => `  │ ${forLog(line, SENTENCE_MAX)}`);
}
/** The lines of an item, in one string: it is left out as a whole. */
function item({ mark, text, excerpt: lines, remedy, state }, indent, label) {
    const ends = state === null ? '' : ` (${state})`;
    const first = `${indent}${mark.mark}${label} ${phraseText(text, SENTENCE_MAX)}${ends}`;
    const [advice, ...more] = (0,clean/* linesOf */.Dx)(remedy, EXCERPT_LINES);
    const what = advice === undefined ? [] : [`  → ${forLog(advice, SENTENCE_MAX)}`, ...excerpt(more)];
    return [first, ...excerpt(lines), ...what].join('\n');
}
function text_table({ title, columns: names, rows, note }) {
    const head = names === null ? [] : [names.map((name, at) => `${at === 0 ? '  ' : ''}${plainText(name)}`)];
    const lines = rows.map(rowLines);
    const aligned = columns([...head, ...lines.flat()]).values();
    const take = (count) => Array.from({ length: count }, () => aligned.next().value ?? '');
    const above = [...(title === null ? [] : [forLog(title, SENTENCE_MAX)]), ...take(head.length)];
    const foot = note === null ? [] : [`  ${forLog(note, SENTENCE_MAX)}`];
    return { head: above, rows: lines.map((row) => take(row.length).join('\n')), foot };
}
/** A row as lines of cells. */
function rowLines(cells) {
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => cells.map((lines, column) => {
        const line = lines[at];
        const text = line === undefined ? text_missing(lines, at) : plainText(line);
        if (column > 0)
            return text;
        return `  ${line === undefined && at > 0 ? '│' : text}`;
    }));
}
function text_missing(lines, at) {
    return at === 0 && lines.length === 0 ? '-' : '';
}
function group({ title, facts }) {
    const rows = facts.map(({ label, values }) => [
        `  · ${typeof label === 'string' ? label : plainText([label])}`,
        values.map(plainText).join(', ') || '-',
    ]);
    return [...(title === null ? [] : [plainText(title)]), ...columns(rows)];
}

;// CONCATENATED MODULE: ./src/report/annotation.ts







const LINES_MAX = 40;
/**
 * The one annotation of a decision: an error when the job fails, a warning when only `fail-on-rejection: false`
 * keeps it green, else a notice. An outcome that only informs has none.
 */
function renderAnnotation(decision, failOnRejection) {
    const { outcome } = decision;
    if (OUTCOME_RULES[outcome].conclusion === null)
        return null;
    const level = jobFails(outcome, failOnRejection)
        ? 'error'
        : OUTCOME_RULES[outcome].job === 'switch'
            ? 'warning'
            : 'notice';
    return { level, title: phraseText(titleOf(decision)), message: message(decision) };
}
/** The annotation beside it where later steps cannot learn what was decided: what was moved, and why they cannot. */
function renderMissingOutputs(decision, why) {
    const lines = [
        `The outputs of this step could not be written, so no later step knows: ${forLog(why, SENTENCE_MAX)}`,
        phraseText(headlineOf(decision)),
        'Next: free the disk of the runner or mend the permissions of the file that GITHUB_OUTPUT names. This step is red, whatever was decided.',
    ];
    return { level: 'error', title: 'Outputs missing', message: lines.join('\n') };
}
function message(decision) {
    const excerpt = (0,clean/* linesOf */.Dx)(decision.reasons[0]?.message ?? '', LINES_MAX).slice(1);
    const others = decision.reasons
        .slice(1)
        .flatMap((reason) => [...(0,clean/* linesOf */.Dx)(reason.message, LINES_MAX), ...(0,clean/* linesOf */.Dx)(reason.remedy, LINES_MAX)]);
    const more = [...excerpt, ...others].slice(0, LINES_MAX).map((line) => `| ${forLog(line, SENTENCE_MAX)}`);
    const registry = decision.registry === null ? [] : [`Registry: ${forLog(decision.registry, SENTENCE_MAX)}`];
    const next = `Next: ${forLog(nextStep(decision), SENTENCE_MAX)}`;
    return [phraseText(headlineOf(decision)), ...more, ...registry, next].join('\n');
}

;// CONCATENATED MODULE: ./src/report/outputs.ts


/** Every output of the action, in the order of action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'result',
    'promoted',
    'model-name',
    'version',
    'previous-version',
    'baseline-version',
    'model-uri',
    'registry',
    'target',
    'reasons',
    'decision',
    'report',
]));
/** What is written before anything else, so that a run that is killed has said the truth: nothing was promoted. */
function initialOutputs(model) {
    return {
        result: 'error',
        promoted: 'false',
        'model-name': nameForOutput(model),
        version: '',
        'previous-version': '',
        'baseline-version': '',
        'model-uri': '',
        registry: '',
        target: '',
        reasons: '[]',
        decision: '',
        report: '',
    };
}
/**
 * What stands there while a write is under way: a process that is killed then has claimed nothing, neither that it
 * moved something nor that it did not.
 */
const UNFINISHED = { result: 'unfinished', promoted: '' };
/** A mode that judges no candidate has no target either. */
const NO_PROMOTION = { candidate: null, baseline: null, previousVersion: null, target: '' };
/** The outputs of a decision: plain strings of one line. `promoted` is true only when this run's own move holds. */
function outputsOf(decision, paths) {
    const part = isPromotion(decision) ? decision : NO_PROMOTION;
    const version = part.candidate?.version ?? '';
    return {
        result: decision.outcome,
        promoted: String(decision.outcome === 'promoted'),
        'model-name': nameForOutput(decision.model),
        version: forOutput(version),
        'previous-version': forOutput(part.previousVersion ?? ''),
        'baseline-version': forOutput(part.baseline?.version ?? ''),
        'model-uri': version === '' ? '' : nameForOutput(`models:/${decision.model}/${version}`),
        registry: forOutput(decision.registry ?? ''),
        target: forOutput(part.target),
        reasons: JSON.stringify(decision.reasons.map((reason) => reason.code)),
        decision: paths.decision,
        report: paths.report,
    };
}

;// CONCATENATED MODULE: ./src/publish/outputs.ts




/** The step's outputs. Where they cannot be written the step is red: steps after it would read "nothing was promoted". */
const writeOutputs = (publication, { runner }) => {
    const { decision, paths } = publication;
    try {
        setAll(runner, outputsOf(decision, paths));
        return publication;
    }
    catch (error) {
        const { level, title, message } = renderMissingOutputs(decision, (0,thrown/* messageOf */.b)(error));
        runner.annotate(level, title, message);
        return { ...publication, outputsMissing: true };
    }
};
/**
 * Says "nothing was promoted" before anything can go wrong. Returns why that could not be written, or null: who cannot
 * say what was moved had better move nothing.
 */
function writeFirstOutputs(runner, model) {
    try {
        setAll(runner, initialOutputs(model));
        return null;
    }
    catch (error) {
        return cannotSay(error);
    }
}
/** Says that a write is under way. Throws `outputs-unwritable`: who cannot say that had better not begin. */
function writeUnfinished(runner) {
    try {
        setAll(runner, UNFINISHED);
    }
    catch (error) {
        throw cannotSay(error);
    }
}
function cannotSay(error) {
    return new domain_error/* PromotionError */.g('outputs-unwritable', `The outputs of this step cannot be written: ${(0,thrown/* messageOf */.b)(error)}. Nothing was moved, because no later step could tell.`, 'Free the disk of the runner, or give the user that runs this step write permission on the file that GITHUB_OUTPUT names, and run again.', { cause: error });
}
function setAll(runner, outputs) {
    for (const [name, value] of Object.entries(outputs))
        runner.output(name, value);
}

;// CONCATENATED MODULE: ./src/report/markdown.ts




/**
 * Blocks as one text of GitHub Markdown of at most `budget` bytes of UTF-8. When they are more, the least important is
 * left out, and a line near the top says what; `elsewhere` is a sentence that says where the rest is. Names are code
 * between backticks, so that the text can also be read as it is.
 */
function writeMarkdown(blocks, budget, elsewhere) {
    const { opening, rest, missing } = fit(blocks.map(markdown_sectionOf), budget);
    const note = `> **Shortened to fit GitHub's limit.** ${missing ?? ''} ${elsewhere}`;
    const parts = [...opening.map(textOf), ...(missing === null ? [] : [note]), ...rest.map(textOf)];
    return `${parts.join('\n\n')}\n`;
}
function textOf(section) {
    return linesIn(section).join('\n');
}
function markdown_sectionOf({ name, importance, ...body }) {
    return { name, importance, head: [], rows: [], foot: [], ...markdown_written(body) };
}
function markdown_written(body) {
    switch (body.kind) {
        case 'heading':
            return {
                head: [
                    `## ${body.icon} ${prose(body.label)}${body.subject.length === 0 ? '' : ` · ${markdown_sentence(body.subject)}`}`,
                    '',
                    `<strong>${markdown_sentence(body.sentence)}</strong>`,
                ],
            };
        case 'paragraph':
            return { head: markdown_paragraph(body) };
        case 'excerpt':
            return { head: [preformatted(body.lines)] };
        case 'table':
            return markdown_table(body);
        case 'list':
            return { head: [`**${prose(body.title)}**`, ''], rows: body.items.map(markdown_item) };
        case 'folded':
            return {
                head: [`<details><summary>${body.title}</summary>`, ''],
                rows: body.groups.flatMap((one, at) => (at === 0 ? markdown_group(one) : ['', ...markdown_group(one)])),
                foot: ['', '</details>'],
            };
    }
}
function markdown_paragraph({ about, text, excerpt }) {
    const lead = about === null ? '' : `${about.icon} <strong>${prose(about.label)}:</strong> `;
    return [`${lead}${markdown_sentence(text)}`, ...(excerpt.length === 0 ? [] : ['', preformatted(excerpt)])];
}
function markdown_table({ title, lead = [], columns, numbers, rows, note }) {
    const cells = rows.map((row) => row.map(markdown_cell));
    const names = columns?.map((column) => markdown_cell([column])) ?? cells[0]?.map(() => '') ?? [];
    return {
        head: [
            ...(title === null ? [] : [`### ${prose(title)}`, '']),
            ...(lead.length === 0 ? [] : [inline(lead), '']),
            tableRow(names),
            tableRow(names.map((_, at) => (numbers?.includes(at) === true ? '---:' : '---'))),
        ],
        rows: cells.map(tableRow),
        foot: note === null ? [] : ['', `<sub>${prose(note)}</sub>`],
    };
}
function tableRow(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** The lines of a cell in one, as a table has to have it. */
function markdown_cell(lines) {
    return lines.length === 0 ? '–' : inCell(lines.map((line) => inline(line)).join('<br>'));
}
function markdown_item({ mark, text, excerpt, remedy, state, code: id }) {
    const words = [mark.icon, markdown_sentence(text), prose(remedy, SENTENCE_MAX)].filter((part) => part !== '');
    const ends = [state === null ? '' : ` — ${prose(state)}`, id === null ? '' : ` (${piece(id)})`];
    const under = excerpt.length === 0 ? '' : `\n\n${preformatted(excerpt)}\n`;
    return `- ${words.join(' ')}${ends.join('')}${under}`;
}
function markdown_group({ title, facts }) {
    return [...(title === null ? [] : [`**${inline(title)}**`, '']), ...facts.map(fact)];
}
function fact({ label, values }) {
    const name = typeof label === 'string' ? `${prose(label)}:` : `${inline([label])} =`;
    return `- ${name} ${values.map((value) => inline(value)).join(', ')}`;
}
/** Running text shows less of a name than a place of its own. */
function markdown_sentence(phrase) {
    return inline(phrase, NAME_MAX);
}
function inline(phrase, nameMax) {
    return joined(phrase.map((span) => piece(span, nameMax)));
}
function piece(span, nameMax) {
    if (typeof span === 'string')
        return together(span);
    if ('name' in span)
        return code(span.name, span.max ?? nameMax);
    if ('strong' in span)
        return `**${inline(span.strong, nameMax)}**`;
    if ('link' in span)
        return linked(inline(span.link, nameMax), span.url);
    if ('small' in span)
        return `<sub>${inline(span.small, nameMax)}</sub>`;
    return `${code(bar(span.distance, span.limit))}<br>${prose(signed(span.distance))}`;
}
function together(text) {
    return text
        .split('\u00A0')
        .map((part) => prose(part, SENTENCE_MAX))
        .join('&nbsp;');
}

;// CONCATENATED MODULE: ./src/report/summary.ts


/** Bytes of one job summary. GitHub drops a summary above 1 MiB as a whole; other tools may add to ours. */
const SUMMARY_BUDGET = 900_000;
/** The job summary, and the report's file, as GitHub Markdown: the whole document. */
function renderSummary(decision) {
    const { reasoning, background } = documentOf(decision);
    return writeMarkdown([...reasoning, ...background], SUMMARY_BUDGET, 'The decision file has everything.');
}

;// CONCATENATED MODULE: ./src/publish/annotation.ts

/** The one annotation of the run. */
const writeAnnotation = (publication, { runner }) => {
    const annotation = renderAnnotation(publication.decision, publication.wishes.failOnRejection);
    if (annotation !== null)
        runner.annotate(annotation.level, annotation.title, annotation.message);
    return publication;
};

;// CONCATENATED MODULE: ./src/report/check.ts




/** GitHub's limit for `summary` and for `text`, kept in bytes of UTF-8, which are never fewer than characters. */
const CHECK_PART_BUDGET = 65_535;
const TITLE_MAX = 255;
/** The check run of a decision: the job summary in two parts. */
function renderCheck(decision) {
    const { title, reasoning, background } = documentOf(decision);
    const elsewhere = 'The job summary of this run has more.';
    return {
        title: Array.from(phraseText(title)).slice(0, TITLE_MAX).join('').slice(0, TITLE_MAX).toWellFormed(),
        summary: writeMarkdown(reasoning, CHECK_PART_BUDGET, elsewhere),
        text: writeMarkdown(background, CHECK_PART_BUDGET, elsewhere),
        conclusion: OUTCOME_RULES[decision.outcome].conclusion,
    };
}

;// CONCATENATED MODULE: ./src/publish/check-run.ts






/** A check run is worth this long; the decision is out already. */
const CHECK_RUN_MS = 15_000;
/** The check run, where the outcome has one and there is a commit for it. */
const writeCheckRun = async (publication, { env, github, runner }) => {
    const { decision, wishes } = publication;
    const { conclusion } = OUTCOME_RULES[decision.outcome];
    const place = check_run_placeOf(decision, wishes, env);
    if (conclusion === null || place === null)
        return publication;
    const check = { ...renderCheck(decision), conclusion };
    const until = AbortSignal.any([AbortSignal.timeout(CHECK_RUN_MS), wishes.until]);
    const refusal = await github.createCheckRun(place, check, until);
    if (refusal !== null) {
        const level = wishes.check?.byHand === true ? 'warning' : 'notice';
        runner.annotate(level, 'No check run', forLog(refusal, 900));
    }
    return publication;
};
function check_run_placeOf(decision, { check, event }, env) {
    const repository = (0,environment/* given */.g)(env, 'GITHUB_REPOSITORY');
    const sha = checkCommit(event, decision.run);
    if (check === null || repository === null || sha === null)
        return null;
    return {
        name: forLog(check.name, 100),
        token: check.token,
        repository,
        sha,
        detailsUrl: decision.run.url,
        externalId: externalId(decision, env),
        startedAt: decision.startedAt,
        completedAt: decision.finishedAt,
    };
}
/** Two decisions on one commit are two checks: the target tells them apart as well. */
function externalId(decision, env) {
    const run = (0,environment/* given */.g)(env, 'GITHUB_RUN_ID') ?? '';
    const [version, target] = isPromotion(decision)
        ? [decision.candidate?.version ?? '', decision.target]
        : ['', ''];
    return forLog(`${run}/${decision.run.attempt ?? 1}/${decision.model}/${version}/${target}`, 200);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
    'policy-would-loosen',
    'policy-may-loosen',
    'policy-would-tighten',
    'policy-would-break',
    'policy-change-unread',
];

// EXTERNAL MODULE: ./src/domain/reason.ts
var reason = __webpack_require__(6742);
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
const writtenAt = zod/* strictObject */.rej({
    in: zod/* enum */.k5n(['input', 'file']),
    name: described(zod/* string */.YjP(), "The input's name, or the file's path."),
    line: zod/* int */.Whr(),
});
const policyFile = zod/* strictObject */.rej({
    path: decision_schema_text,
    place: described(zod/* enum */.k5n(['default-branch', 'ref', 'workspace']), 'workspace: the working tree of the job, which nobody reviewed.'),
    ref: textOrNull,
    commit: textOrNull,
    sha256: described(zod/* string */.YjP(), 'SHA-256 of the text, in hex.'),
});
const rule = zod/* strictObject */.rej({
    name: decision_schema_text,
    value: decision_schema_text,
    writtenAt: described(zod/* nullable */.mee(writtenAt), 'Null: the default.'),
});
/** What every judged gate has, whatever its kind. */
const gateHead = {
    name: described(zod/* string */.YjP(), 'What a person calls the gate.'),
    required: zod/* boolean */.zMY(),
    writtenAt,
    verdict: zod/* enum */.k5n(gate/* VERDICTS */.bk),
    reason: gateReason,
    remedy: decision_schema_text,
};
const decision_schema_from = zod/* strictObject */.rej({
    ...gateHead,
    kind: zod/* literal */.euz('from'),
    text: described(zod/* string */.YjP(), 'What was found.'),
    place: described(zod/* string */.YjP(), 'A stage, or @alias.'),
    soak: zod/* nullable */.mee(zod/* strictObject */.rej({ text: decision_schema_text, ms: zod/* number */.aig() })),
    since: described(zod/* nullable */.mee(zod/* number */.aig()), 'When the version was last changed, epoch milliseconds: it has been there since then, or longer. Null where nobody tells.'),
});
const lineageGate = zod/* strictObject */.rej({
    ...gateHead,
    kind: zod/* literal */.euz('lineage'),
    text: described(zod/* string */.YjP(), 'What was found.'),
    part: zod/* enum */.k5n(gate/* LINEAGE_PARTS */.d7),
    found: described(zod/* nullable */.mee(decision_schema_text), 'What is known; null when nothing is.'),
});
const decision_schema_signOff = zod/* strictObject */.rej({
    ...gateHead,
    kind: zod/* literal */.euz('sign-off'),
    text: described(zod/* string */.YjP(), 'What was found.'),
    tag: described(zod/* string */.YjP(), 'Each role has a tag of its own: this, a dot, and the role.'),
    roles: list(decision_schema_text),
    signed: list(zod/* strictObject */.rej({
        role: decision_schema_text,
        says: zod/* enum */.k5n(['yes', 'no', 'nothing', 'unclear']),
        name: described(zod/* nullable */.mee(decision_schema_text), 'Who said it; null where nobody did.'),
    })),
});
const decision_schema_tag = zod/* strictObject */.rej({
    ...gateHead,
    kind: zod/* literal */.euz('tag'),
    text: described(zod/* string */.YjP(), 'What was found.'),
    tag: decision_schema_text,
    accepted: described(list(decision_schema_text), 'The values of which any will do.'),
    found: described(zod/* nullable */.mee(decision_schema_text), "The tag's value; null when the version has no such tag."),
});
const decision_schema_threshold = zod/* strictObject */.rej({
    ...gateHead,
    kind: zod/* literal */.euz('threshold'),
    text: described(zod/* string */.YjP(), 'The normal form with its numbers filled in, or why that could not be done.'),
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
const decision_schema_gate = zod/* discriminatedUnion */.gMt('kind', [decision_schema_threshold, decision_schema_tag, decision_schema_from, lineageGate, decision_schema_signOff]);
const dataset = zod/* strictObject */.rej({ name: decision_schema_text, digest: textOrNull });
const decision_schema_lineage = zod/* strictObject */.rej({
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
    lineage: zod/* nullable */.mee(decision_schema_lineage),
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
    outcome: zod/* enum */.k5n(OUTCOMES),
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
    policy: described(zod/* nullable */.mee(policyFile), 'The file that said what must hold; null where inputs alone did.'),
    rules: described(list(rule), 'The settings that decided beside the gates.'),
    moves: list(move),
    digests: zod/* strictObject */.rej({ policy: sha256, evidence: sha256, plan: sha256 }),
});
const explanation = zod/* strictObject */.rej({
    ...envelope,
    mode: zod/* literal */.euz('explain'),
    model: decision_schema_text,
    target: described(zod/* string */.YjP(), 'A stage, or @alias.'),
    policy: zod/* nullable */.mee(policyFile),
    gates: described(zod/* nullable */.mee(list(zod/* strictObject */.rej({
        kind: zod/* enum */.k5n(['threshold', 'tag', 'from', 'lineage', 'sign-off']),
        name: decision_schema_text,
        required: zod/* boolean */.zMY(),
        asks: described(zod/* string */.YjP(), 'What it asks for, as a sentence about the version.'),
        writtenAt,
    }))), 'Null when they could not be told.'),
    rules: list(rule),
});
const listing = zod/* strictObject */.rej({
    ...envelope,
    mode: zod/* literal */.euz('list'),
    model: decision_schema_text,
    versions: described(zod/* nullable */.mee(list(listedVersion)), 'Null when they could not be read.'),
});
/** The decision file, one part per mode. Strict: a field that is not published is not written. */
const decisionSchema = zod/* discriminatedUnion */.gMt('mode', [promotion, listing, explanation]);
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
        throw new domain_error/* PromotionError */.g('internal', `The decision does not fit its own schema: ${zod/* prettifyError */.S1_(checked.error)}`, 'This is a defect of the action; please report it.');
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

;// CONCATENATED MODULE: ./src/publish/sink.ts


/** Says that a part of the report is missing. */
function incomplete(runner, what, error) {
    runner.annotate('warning', 'Report incomplete', forLog(`${what}: ${(0,thrown/* messageOf */.b)(error)}`, 300));
}

;// CONCATENATED MODULE: ./src/publish/files.ts






/**
 * Decision and report as files. Each step has a folder of its own: one job may decide several times. Where the runner's
 * folder cannot be written, the system's is tried; a full disk does not undo a decision. Written at once: there is
 * nothing else to do meanwhile, and each wait would go through a pool of threads.
 */
const writeFiles = (publication, { env, runner }) => {
    const parents = new Set([(0,environment/* given */.g)(env, 'RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)(), (0,external_node_os_.tmpdir)()]);
    let fault;
    for (const parent of parents) {
        try {
            return { ...publication, paths: writeInto(parent, publication) };
        }
        catch (error) {
            fault = error;
        }
    }
    incomplete(runner, 'The decision file could not be written', fault);
    return publication;
};
function writeInto(parent, { decision, markdown }) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'model-promotion-'));
    const paths = { decision: (0,external_node_path_.join)(folder, 'decision.json'), report: (0,external_node_path_.join)(folder, 'report.md') };
    (0,external_node_fs_.writeFileSync)(paths.decision, serializeDecision(decision));
    (0,external_node_fs_.writeFileSync)(paths.report, markdown);
    return paths;
}

;// CONCATENATED MODULE: ./src/report/log.ts


/** Bytes of one log. GitHub sets no limit; nobody scrolls through more. */
const LOG_BUDGET = 900_000;
/** A decision as log lines: verdict first, next step last. */
function renderLog(decision) {
    return writeText(documentOf(decision).log, LOG_BUDGET, 'The decision file has everything.');
}

;// CONCATENATED MODULE: ./src/publish/log.ts


/** The report in the step's log, and where its file is. */
const writeLog = (publication, { runner }) => {
    for (const { title, lines } of renderLog(publication.decision)) {
        if (title === null)
            for (const line of lines)
                runner.info(line);
        else
            runner.group(title, lines);
    }
    const { report } = publication.paths;
    if (report !== '')
        runner.info(`Report: ${forLog(report, 400)}`);
    return publication;
};

;// CONCATENATED MODULE: ./src/publish/summary.ts

/** The job summary. */
const writeSummary = (publication, { runner }) => {
    try {
        runner.summary(publication.markdown);
    }
    catch (error) {
        incomplete(runner, 'The job summary could not be written', error);
    }
    return publication;
};

;// CONCATENATED MODULE: ./src/publish/publish.ts









/** Every place that a decision goes to, in this order: whatever fails after the outputs, they have told the truth. */
const SINKS = [
    writeFiles,
    writeOutputs,
    writeLog,
    writeSummary,
    writeCheckRun,
    writeAnnotation,
];
/** The largest report takes a tenth of it. What takes longer does not end, and keeps no other part from its turn. */
const PART_MS = 5_000;
/** Shows one decision in all its forms. Returns the exit code. */
async function publish(decision, wishes, world) {
    let publication = {
        decision,
        wishes,
        markdown: '',
        paths: { decision: '', report: '' },
        outputsMissing: false,
    };
    let broken = false;
    for (const part of [render, ...SINKS]) {
        try {
            const before = publication;
            publication = await world.bounded(() => part(before, world), PART_MS);
        }
        catch (error) {
            // A defect of one place keeps no other from its turn; the step is red, since nobody knows what else it means.
            broken = true;
            incomplete(world.runner, 'A part of the report failed', error);
        }
    }
    return broken || publication.outputsMissing || jobFails(decision.outcome, wishes.failOnRejection) ? 1 : 0;
}
/** The report as Markdown, which several places show. */
const render = (publication) => ({ ...publication, markdown: renderSummary(publication.decision) });

;// CONCATENATED MODULE: ./src/publish/scrubbed.ts
/**
 * Words of our own, numbers, and names that the inputs gave: no server can put anything there, and a secret that happens to
 * be one of them must not make another model, version or outcome of it.
 */
const OWN = new Set([
    ...['mode', 'outcome', 'model', 'target', 'version', 'previousVersion', 'stage', 'from', 'to'],
    ...['kind', 'code', 'verdict', 'reason', 'result', 'op', 'origin'],
    ...['candidate', 'baseline', 'limit', 'distance', 'metric', 'startedAt', 'finishedAt'],
    ...['policy', 'evidence', 'plan', 'actor', 'sha'],
]);
/** The finished decision without any secret, in whatever dress. Once, so that every form it comes out in has none. */
function scrubbed(decision, scrub) {
    return scrubbed_clean(decision, scrub);
}
function scrubbed_clean(value, scrub) {
    if (typeof value === 'string')
        return scrub(value);
    if (Array.isArray(value))
        return value.map((item) => scrubbed_clean(item, scrub));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => typeof item === 'string' && OWN.has(key) ? [key, item] : [scrub(key), scrubbed_clean(item, scrub)]);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./src/text/safe-log.ts

/** Progress lines may be this long. */
const LINE = 400;
/** A log whose every line is without secrets, and escaped, before it is printed. */
function safeLog(log, scrub) {
    return {
        info: (text) => {
            log.info(forLog(scrub(text), LINE));
        },
        debug: (text) => {
            for (const line of scrub(text).split('\n'))
                log.debug(forLog(line, LINE));
        },
    };
}

// EXTERNAL MODULE: ./src/text/scrub.ts
var text_scrub = __webpack_require__(8328);
;// CONCATENATED MODULE: ./src/world/deadline.ts

/**
 * The runner sends SIGINT, SIGTERM 7.5 s later and SIGKILL 2.5 s after that: what has to be said after a
 * cancellation is said within this time.
 */
const GRACE_MS = 6_000;
/** When even the grace time did not end the work, something hangs; the run says so instead of hanging with it. */
const OVERRUN_MS = GRACE_MS + 3_000;
/** Starts the clock of one run. Out of time and cancelled both abort the same signal. */
function startDeadline(seconds, { signals, uptimeMs }) {
    const controller = new AbortController();
    const overrun = Promise.withResolvers();
    // Nobody may be listening when it rejects: the work may just have ended.
    overrun.promise.catch(() => undefined);
    const timers = [];
    let grace = null;
    let stopped = false;
    let written = false;
    const end = (error) => {
        if (stopped || controller.signal.aborted)
            return;
        controller.abort(error);
        timers.push(setTimeout(() => {
            overrun.reject(hung(written));
        }, OVERRUN_MS));
    };
    const leftMs = () => Math.max(0, seconds * 1_000 - uptimeMs());
    const limit = () => {
        end(outOfTime(seconds));
    };
    timers.push(setTimeout(limit, leftMs()));
    signals.onSignal((signal) => {
        end(cancelled(signal));
    });
    return {
        signal: controller.signal,
        grace: () => (grace ??= endsAfter(GRACE_MS, timers)),
        overrun: overrun.promise,
        leftMs,
        writing: () => {
            written = true;
        },
        pause: (ms) => pause(ms, controller.signal),
        stop: () => {
            stopped = true;
            timers.forEach(clearTimeout);
        },
    };
}
/** Being out of time ends the wait; whoever waited asks the signal. */
function pause(ms, signal) {
    if (signal.aborted)
        return Promise.resolve();
    return new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener('abort', end);
    });
}
/** As `AbortSignal.timeout`, on the same clock as everything here. */
function endsAfter(ms, timers) {
    const controller = new AbortController();
    const end = () => {
        controller.abort(new DOMException('The extra time is over.', 'TimeoutError'));
    };
    timers.push(setTimeout(end, ms).unref());
    return controller.signal;
}
function outOfTime(seconds) {
    return new domain_error/* PromotionError */.g('timeout', `The time limit of ${seconds} s was reached.`, 'Look whether the server is slow or out of reach, or raise `timeout-seconds`.');
}
function cancelled(signal) {
    return new domain_error/* PromotionError */.g('cancelled', `The run was cancelled (${signal}).`, 'Run again when you are ready.');
}
function hung(written) {
    const late = 'The action did not stop when its time was over';
    if (!written) {
        return new domain_error/* PromotionError */.g('timeout', `${late}. It had not begun to write, so nothing was moved.`, 'Look whether the registry is slow or out of reach, and run again.');
    }
    return new domain_error/* PromotionError */.g('outcome-unknown', `${late}, and it was writing; whether anything was moved is not known.`, 'Look who holds the target (mode list) before you run again.');
}

;// CONCATENATED MODULE: ./src/world/progress.ts
/** How often a waiting run says that it still waits. */
const EVERY_SECONDS = 15;
/** Prints a line from time to time, so that a slow server does not look like a hung step. */
function startProgress(log, limitSeconds) {
    let waited = 0;
    const timer = setInterval(() => {
        waited += EVERY_SECONDS;
        log.info(`Still working: ${waited} s of at most ${limitSeconds} s.`);
    }, EVERY_SECONDS * 1_000);
    return {
        stop: () => {
            clearInterval(timer);
        },
    };
}

;// CONCATENATED MODULE: ./src/run.ts














/** Reading good inputs takes a hundredth of it: a run that began late has time to say so itself. */
const READING_MS = 1_000;
/** The story of one run, from inputs to report, within its time. Returns the exit code. */
async function run_run(world) {
    const startedAt = world.now().toISOString();
    const raw = readRaw((name) => world.runner.input(name), world.env, world.workingDirectory);
    const secrets = secretsOf(raw);
    for (const secret of secrets)
        world.runner.mask(secret);
    const outline = outlineOf(raw);
    const scrub = (0,text_scrub/* createScrub */.E)(secrets);
    const log = safeLog(world.runner, scrub);
    const deadline = startDeadline(outline.timeoutSeconds, world);
    try {
        const unwritable = writeFirstOutputs(world.runner, outline.model);
        const event = readEvent(world.env);
        let order = null;
        let found;
        try {
            order = world.bounded(() => readInputs(raw), Math.max(deadline.leftMs(), READING_MS));
            if (unwritable !== null && order.job.mode === 'promote')
                throw unwritable;
            found = await findOut(order, { outline, event, deadline, log }, world);
        }
        catch (error) {
            const registry = order === null ? null : addressOf(order);
            found = { registry, result: failed(outline, error, log) };
        }
        const { result, registry } = found;
        const decision = {
            schemaVersion: 1,
            ...result,
            warnings: [...(order?.warnings ?? []), ...result.warnings],
            registry,
            startedAt,
            finishedAt: world.now().toISOString(),
            run: readRun(world.env),
        };
        return await publish(scrubbed(decision, scrub), { ...outline, event, until: reportingTime(deadline) }, world);
    }
    finally {
        deadline.stop();
    }
}
/** A run that is out of time or cancelled still says so, within the extra time. */
function reportingTime(deadline) {
    return deadline.signal.aborted ? deadline.grace() : deadline.signal;
}
function failed(outline, error, log) {
    log.debug((0,thrown/* traceOf */.f)(error));
    return failedResult(outline, (0,reasons/* reasonsOf */.z)(error));
}
/** Where the order leads, without credentials; null when it leaves that to the registry's own default. */
function addressOf({ connection }) {
    return connection.registryUri ?? connection.trackingUri;
}
/** Finds the policy in force. Loaded when it is asked for: nothing is judged before the registry is open. */
function ruledBy(world, frame) {
    return async (asked) => {
        const { ruled } = await __webpack_require__.e(/* import() */ 571).then(__webpack_require__.bind(__webpack_require__, 8571));
        return await ruled(asked, rulesOf(world, frame));
    };
}
/** What policies are found and read with. */
function rulesOf(world, { outline, event, deadline }) {
    const { env, workingDirectory, github, bounded } = world;
    return {
        ...{ env, workingDirectory, github, token: outline.token },
        proposed: outline.mode === 'evaluate' && isAboutPull(event) ? event.headSha : null,
        bounded: (work) => bounded(work, Math.max(deadline.leftMs(), READING_MS)),
        signal: deadline.signal,
    };
}
/** Opens the registry and runs the mode. */
async function findOut(order, frame, world) {
    const { outline, event, deadline, log } = frame;
    const ruled = ruledBy(world, frame);
    if (isUnregistered(order.job)) {
        const result = await Promise.race([runUnregistered(order.job, ruled), deadline.overrun]);
        return { registry: null, result };
    }
    const { job } = order;
    for (const source of order.sources)
        log.info(source);
    const progress = startProgress(log, outline.timeoutSeconds);
    const { startThread } = world;
    try {
        const deps = { env: world.env, log, startThread, writes: job.mode === 'promote' };
        const registry = await Promise.race([world.openRegistry(order.connection, deps), deadline.overrun]);
        try {
            const working = runMode(job, {
                ...{ registry, deadline, event, log, ruled, now: world.now },
                beforeWrite: () => {
                    writeUnfinished(world.runner);
                    deadline.writing();
                },
            });
            const result = await Promise.race([working, deadline.overrun]).catch((error) => failed(outline, error, log));
            return { registry: registry.label, result };
        }
        finally {
            // A registry that cannot be closed does not undo what was found out.
            await Promise.race([registry.close(), deadline.overrun]).catch((error) => {
                log.debug(`The registry could not be closed: ${String(error)}`);
            });
        }
    }
    finally {
        progress.stop();
    }
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./src/world/bounded.ts


// No timer fires and no signal is heard while JavaScript runs. Node's `vm` watches a script from a native thread and ends it,
// in the middle of a regular expression too; all that this script does is to call what it is handed.
const HANDED = 'workOfBounded';
const script = new external_node_vm_.Script(`${HANDED}()`);
/** The real one. Of work that goes on in promises it is the part before the first of them that counts. */
const bounded = (work, ms) => {
    Reflect.set(globalThis, HANDED, work);
    try {
        return script.runInThisContext({ timeout: Math.max(1, Math.floor(ms)) });
    }
    catch (error) {
        if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        throw new domain_error/* PromotionError */.g('timeout', `A part of the run did not let go of the processor for ${(ms / 1_000).toFixed(1)} s and was ended.`, 'This is a defect of the action or an input made for it: please report it, with the inputs of this step.', { cause: error });
    }
    finally {
        Reflect.deleteProperty(globalThis, HANDED);
    }
};

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(9635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(2902);
;// CONCATENATED MODULE: ./src/world/runner.ts

// The parts that speak to the runner. The package's one entry also loads its OIDC client, and with it a second HTTP client
// and all of undici (docs/decisions/packages-by-parts.md).




/** The real runner. Outside GitHub (no file to write to) outputs and summary are left out; the log remains. */
function actionsRunner(env) {
    const has = (name) => (0,environment/* given */.g)(env, name) !== null;
    return {
        input: (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? null,
        mask: (secret) => {
            if (secret.length >= text_scrub/* SHORTEST_SECRET */.c && has('GITHUB_ACTIONS'))
                (0,command/* issueCommand */.L)('add-mask', {}, secret);
        },
        info: print,
        debug: (text) => {
            if (env['RUNNER_DEBUG'] === '1')
                (0,command/* issueCommand */.L)('debug', {}, text);
        },
        group: (title, lines) => {
            (0,command/* issue */.s)('group', title);
            for (const line of lines)
                print(line);
            (0,command/* issue */.s)('endgroup');
        },
        annotate: (level, title, message) => {
            (0,command/* issueCommand */.L)(level, { title }, message);
        },
        output: (name, value) => {
            if (has('GITHUB_OUTPUT'))
                (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value));
        },
        // A file of the runner like that of the outputs; the package's own summary builds HTML, and we write Markdown.
        summary: (markdown) => {
            if (has('GITHUB_STEP_SUMMARY'))
                (0,file_command/* issueFileCommand */.n)('STEP_SUMMARY', markdown);
        },
    };
}
function print(line) {
    process.stdout.write(line + external_node_os_.EOL);
}

;// CONCATENATED MODULE: ./src/world/signals.ts
/** Those of this process. Without a handler they would end it without a word. */
const processSignals = {
    onSignal: (handler) => {
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.on(signal, handler);
    },
};

;// CONCATENATED MODULE: ./src/world/stdout.ts
/**
 * Whether somebody still reads the log of this process. Asked for once, at its start: a reader that goes away
 * (`EPIPE`) would else end the process in the middle of its work, with nothing said anywhere.
 */
function watchStdout() {
    let read = true;
    process.stdout.on('error', () => {
        read = false;
    });
    return { isRead: () => read };
}

;// CONCATENATED MODULE: ./src/main.ts








/** Runs the action in this process, and ends it. */
async function main(threads) {
    const stdout = watchStdout();
    const { env } = process;
    const world = {
        env,
        workingDirectory: (0,environment/* given */.g)(env, 'GITHUB_WORKSPACE') ?? process.cwd(),
        runner: actionsRunner(env),
        signals: processSignals,
        now: () => new Date(),
        uptimeMs: () => performance.now(),
        startThread: () => threads.start(),
        bounded: bounded,
        openRegistry: openRegistry,
        github: gitHubOf(env),
    };
    try {
        process.exitCode = await run_run(world);
    }
    catch (error) {
        const why = Error.isError(error) ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : 'unknown';
        world.runner.annotate('error', 'Model promotion failed', `The action itself failed: ${why}`);
        process.exitCode = 1;
    }
    const ended = await threads.end();
    // All is said and closed, once the log is out: some systems write it in the background. One that nobody read is red.
    process.stdout.write('', () => {
        if (!ended)
            process.kill(process.pid, 'SIGKILL');
        process.exit(stdout.isRead() ? process.exitCode : 1);
    });
}


/***/ }),

/***/ 3974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   jd: () => (/* binding */ signedAmount)
/* harmony export */ });
/* harmony import */ var _text_characters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3243);
/* harmony import */ var _text_near_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(525);
/* harmony import */ var _text_emptied_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1695);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5383);
/* harmony import */ var _number_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2523);





/** Of what a person wrote, a message quotes so many characters. */
function quoted(text) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text, 60);
}
function at(token, sentence, remedy) {
    return { start: token.start, end: Math.max(token.end, token.start + 1), sentence, remedy };
}
/** The first hint of the table that fits. */
function hint(place, found) {
    const fitting = HINTS.find(({ places, shape }) => places.includes(place) && shape(found)) ?? LAST;
    return at(found.token, fitting.sentence(found), fitting.remedy(found));
}
/** An amount carries a sign of its own, as in `production + -0.1`: two signs are one. */
function signedAmount(outer, inner, amount) {
    const sign = outer.text === inner.text ? '+' : '-';
    const remedy = amount === ''
        ? 'Write "production + 0.005" or "production - 0.005".'
        : `Write ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`production ${sign} ${amount}`)}.`;
    return at(inner, 'An amount has no sign of its own.', remedy);
}
/** Spellings of a comparison from other languages and keyboards, and ours. */
const OPERATOR_SLIPS = new Map([
    ...['=>', '≥', '≧', '⩾', '>=='].map((slip) => [slip, '>=']),
    ...['=<', '≤', '≦', '⩽', '<=='].map((slip) => [slip, '<=']),
    ['>>', '>'],
    ['<<', '<'],
]);
const CONJUNCTIONS = ['&', '&&', ',', ';', 'and'];
const DISJUNCTIONS = ['or', '|', '||'];
const WITH_LETTERS = (0,_text_characters_js__WEBPACK_IMPORTED_MODULE_1__/* .onUse */ .Ts)(String.raw `^([\d.]+)(\p{L}+)$`, 'u');
/** Thousands, millions and so on: without the letter it would be another number. */
const MULTIPLIER = /^[kmgtb]$/i;
const EXAMPLE = 'Write a comparison such as ">= 0.9" or ">= production + 0.005".';
/** Half a condition is what a workflow leaves whose expression had no value. */
const HALF = `Write the whole of it; ${_text_emptied_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTIED */ .j}.`;
const JOIN = 'Join comparisons with "and": ">= 0.9 and <= 0.99".';
const NO_OR = 'Every comparison of a gate must hold; there is no "or". Make the weaker one an advisory gate instead.';
const anything = () => true;
const kindIs = (...kinds) => ({ token }) => kinds.includes(token.kind);
const textIs = (words) => (found) => words.includes(lower(found));
const both = (one, other) => (found) => one(found) && other(found);
const ends = kindIs('end', 'and');
const likeNumber = ({ token }) => token.kind === 'other' && /^[\d.]/.test(token.text);
const noComparison = ({ token }) => `${quoted(token.text)} is not a comparison.`;
const noNumber = ({ token }) => `${quoted(token.text)} is not a decimal number.`;
const expected = ({ token }) => `Expected >=, <=, > or < but found ${quoted(token.text)}.`;
const notOperand = ({ token }) => `${quoted(token.text)} is not a number or "production".`;
const strange = ({ token }) => `Expected a number or "production" but found ${quoted(token.text)}.`;
const stray = ({ token }) => `${quoted(token.text)} does not belong here.`;
/** What is behind a number that is none; the same where an operand and where an amount must stand. */
const NUMBERS = [
    numberHint(({ token }) => /^\d{1,3},\d{3}$/.test(token.text), ({ token }) => `Write ${token.text.replace(',', '')}, or ${token.text.replace(',', '.')} if the comma was a decimal point.`),
    numberHint(({ token }) => /^\d+,\d+$/.test(token.text) && (0,_number_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readNumber */ .k)(token.text.replace(',', '.')).ok, ({ token }) => `Write a decimal point: ${token.text.replace(',', '.')}.`),
    numberHint(({ token }) => token.text.endsWith(','), () => JOIN),
    numberHint((found) => MULTIPLIER.test(unitOf(found)), () => 'Write the number in full, without a letter that multiplies it.'),
    numberHint((found) => unitOf(found) !== '' && (0,_number_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readNumber */ .k)(withoutUnit(found)).ok, (found) => `Write the number without a unit: ${withoutUnit(found)}.`),
    numberHint(anything, () => 'Write a plain decimal number, such as 0.92, 120 or 1e-3.'),
];
const OPERATORS = [
    row('operator', ends, () => 'A comparison is missing here.', () => `${EXAMPLE} ${HALF}`),
    row('operator', startsOperand, ({ clause }) => `The comparison before ${quoted(clause)} is missing.`, ({ clause, lacksOnlyOperator }) => lacksOnlyOperator
        ? `Write ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`>= ${clause}`)} (at least) or ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`<= ${clause}`)} (at most).`
        : EXAMPLE),
    row('operator', both(kindIs('word'), textIs(DISJUNCTIONS)), expected, () => NO_OR),
    row('operator', both(kindIs('word'), textIs(CONJUNCTIONS)), expected, () => JOIN),
    row('operator', kindIs('word'), expected, () => 'A condition begins with a comparison, such as ">= 0.9"; the metric stands before the colon.'),
    row('operator', ({ token }) => OPERATOR_SLIPS.has(token.text), noComparison, ({ token }) => `Write "${OPERATOR_SLIPS.get(token.text) ?? ''}".`),
    row('operator', ({ token }) => /^[=!≠~<>]+$/.test(token.text), noComparison, () => 'A metric is never compared for equality: write ">=" (at least) or "<=" (at most).'),
    row('operator', anything, noComparison, () => EXAMPLE),
];
const OPERANDS = [
    row('operand', ends, () => 'A number or "production" is missing here.', () => `${EXAMPLE} ${HALF}`),
    row('operand', (found) => found.token.kind === 'word' && nearOperand(found) !== undefined, notOperand, (found) => `Write "${nearOperand(found) ?? ''}".`),
    row('operand', textIs(['nan', 'inf', 'infinity']), notOperand, () => 'Write a finite number: nothing can be compared with this one.'),
    row('operand', kindIs('word'), notOperand, () => 'Write a number, or "production" for the version the candidate is compared with.'),
    row('operand', textIs(['=']), strange, () => 'Write ">=" or "<=" without a space inside.'),
    row('operand', textIs(['−', '–', '—']), strange, () => 'Write the plain hyphen "-" as the minus sign.'),
    row('operand', anything, strange, () => 'Write one number or "production" after the comparison.'),
];
const AMOUNTS = [
    row('amount', ends, () => 'Expected a number after the sign but found nothing.', () => `Write an amount such as "production + 0.005" or "production - 1%". ${HALF}`),
    row('number', anything, ({ token }) => `${quoted(token.text)} is not followed by a number.`, () => 'Write a number such as -0.5.'),
    row('amount', anything, ({ token }) => `Expected a number after the sign but found ${quoted(token.text)}.`, () => 'Write an amount such as "production + 0.005" or "production - 1%".'),
];
const AFTER = [
    row('after', textIs(DISJUNCTIONS), stray, () => NO_OR),
    row('after', textIs(CONJUNCTIONS), stray, () => JOIN),
    row('after', kindIs('op'), () => 'Two comparisons follow each other.', () => 'Join them with "and": ">= 0.9 and <= 0.99".'),
    row('after', kindIs('percent'), stray, () => 'A percentage is always one of production: write ">= production + 10%", or a plain number.'),
    row('after', both(kindIs('plus', 'minus'), ({ relative }) => relative), stray, () => 'Write one amount: "production + 0.015".'),
    row('after', kindIs('plus', 'minus'), stray, () => 'Write one number, or put production first: "production + 0.01".'),
    row('after', textIs(['*', '**', '/', 'x', '×']), stray, () => 'Write a percentage of production: "production + 5%", "production - 5%".'),
    row('after', ({ relative }) => relative, stray, () => 'Only "+" or "-" with a number or a percentage can follow production.'),
];
const LAST = row('after', anything, stray, () => 'End the condition after the number, or go on with "and".');
/** For each place the last one fits anything. */
const HINTS = [...NUMBERS, ...OPERATORS, ...OPERANDS, ...AMOUNTS, ...AFTER];
function row(place, shape, sentence, remedy) {
    return { places: [place], shape, sentence, remedy };
}
function numberHint(shape, remedy) {
    return { places: ['operand', 'amount'], shape: both(likeNumber, shape), sentence: noNumber, remedy };
}
function startsOperand({ token }) {
    if (['number', 'plus', 'minus'].includes(token.kind) || /^\d/.test(token.text))
        return true;
    return token.kind === 'word' && ['production', 'baseline'].includes(token.text);
}
function lower({ token }) {
    return token.text.toLowerCase();
}
function nearOperand({ token }) {
    return (0,_text_near_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(token.text, ['production', 'baseline'])[0];
}
function withoutUnit({ token }) {
    return WITH_LETTERS().exec(token.text)?.[1] ?? '';
}
function unitOf({ token }) {
    return WITH_LETTERS().exec(token.text)?.[2] ?? '';
}


/***/ }),

/***/ 2523:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readNumber)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5383);

/** A decimal as YAML and the threshold language write it; the exponent is its only group. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?$/;
const LONGEST = 40;
const LARGEST_EXPONENT = 400;
/**
 * Reads decimal text. Numbers are kept as they were written, so that they are compared exactly; only a leading
 * `+` is dropped. The caps (40 characters, exponent 400: more than a double can hold) keep arithmetic small.
 */
function readNumber(source) {
    const match = DECIMAL.exec(source);
    if (match === null)
        return { ok: false, sentence: `${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(source.slice(0, LONGEST))} is not a decimal number.` };
    if (source.length > LONGEST)
        return { ok: false, sentence: `The number is longer than ${LONGEST} characters.` };
    if (Math.abs(Number(match[1] ?? 0)) > LARGEST_EXPONENT)
        return { ok: false, sentence: `The exponent of ${source} is beyond ${LARGEST_EXPONENT}.` };
    return { ok: true, value: source.replace(/^\+/, '') };
}


/***/ }),

/***/ 607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ parseCondition)
});

// EXTERNAL MODULE: ./src/text/look-alike.ts
var look_alike = __webpack_require__(4749);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
;// CONCATENATED MODULE: ./src/domain/threshold.ts
/** The four comparisons a condition may use. The direction is in the operator, never in the metric's name. */
const OPERATORS = ['>=', '<=', '>', '<'];

// EXTERNAL MODULE: ./src/policy/condition/hints.ts
var hints = __webpack_require__(3974);
// EXTERNAL MODULE: ./src/text/characters.ts
var characters = __webpack_require__(3243);
;// CONCATENATED MODULE: ./src/policy/condition/lexer.ts

const OF_ASCII = patterns('A-Za-z', '0-9');
/** Splits a condition into tokens; the last one is always `end`. Never throws. */
function tokenize(condition) {
    const tokens = [];
    const shapes = (0,characters/* isAscii */.ER)(condition) ? OF_ASCII : patterns('\\p{L}', '\\p{N}');
    const space = /\s*/y;
    let at = 0;
    for (;;) {
        space.lastIndex = at;
        at += space.exec(condition)?.[0].length ?? 0;
        const token = next(condition, at, shapes);
        tokens.push(token);
        if (token.kind === 'end')
            return tokens;
        at = token.end;
    }
}
/**
 * First match wins. Runs of signs that look like a comparison, and numbers with something stuck to them, are
 * kept whole, so that an error can name all of what was written.
 */
function patterns(letter, digit) {
    const inWord = `[${letter}${digit}_]`;
    const inNumber = `[${letter}${digit}_.,]`;
    return [
        ['op', /(?:>=|<=|>|<)(?![<>=!~])/y],
        ['other', /[<>=!~≥≤≧≦⩾⩽≠]+/y],
        ['number', new RegExp(`(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?!${inNumber})`, 'uy')],
        ['other', new RegExp(`[\\d.]${inNumber}*`, 'uy')],
        ['percent', /%/y],
        ['plus', /\+/y],
        ['minus', /-/y],
        ['and', new RegExp(`and(?!${inWord})`, 'uy')],
        ['word', new RegExp(`[${letter}_]${inWord}*`, 'uy')],
        ['other', /&+|\|+|\*+|./suy],
    ];
}
function next(condition, start, shapes) {
    for (const [kind, pattern] of shapes) {
        pattern.lastIndex = start;
        const text = pattern.exec(condition)?.[0];
        if (text !== undefined)
            return { kind, text, start, end: start + text.length };
    }
    return { kind: 'end', text: '', start, end: start };
}

// EXTERNAL MODULE: ./src/policy/condition/number-text.ts
var number_text = __webpack_require__(2523);
;// CONCATENATED MODULE: ./src/policy/condition/parser.ts






const LONGEST = 500;
/** The tokens of one clause; there is always one more, the `and` or the end that closes it. */
class Cursor {
    #tokens;
    #close;
    #at = 0;
    constructor(tokens, close) {
        this.#tokens = tokens;
        this.#close = close;
    }
    peek() {
        return this.#tokens[this.#at] ?? this.#close;
    }
    take() {
        const token = this.peek();
        this.#at += 1;
        return token;
    }
}
/**
 * Parses `op operand { "and" op operand }`, where an operand is a number or `production` (synonym `baseline`)
 * with an amount or a percentage added or taken away. After a mistake it goes on at the next `and`, so that
 * every clause is heard. Never throws.
 */
function parseCondition(text) {
    if (text.length > LONGEST) {
        const sentence = `The condition is longer than ${LONGEST} characters.`;
        return { ok: false, mistakes: [{ start: 0, end: 1, sentence, remedy: 'Write a shorter one.' }] };
    }
    const comparisons = [];
    const mistakes = [];
    let tokens = [];
    for (const token of tokenize(text)) {
        if (token.kind !== 'and' && token.kind !== 'end') {
            tokens.push(token);
            continue;
        }
        const read = clause(tokens, token, text);
        if (read.ok)
            comparisons.push({ op: read.op, operand: read.operand });
        else
            mistakes.push(read.mistake);
        tokens = [];
    }
    if (mistakes.length === 0)
        return { ok: true, comparisons };
    const lookAlike = notPlain(text);
    return { ok: false, mistakes: lookAlike === null ? mistakes : [lookAlike] };
}
/** A condition that is right but for characters that only look like plain ones, such as those of full width. */
function notPlain(text) {
    const plain = (0,look_alike/* plainForm */.N)(text);
    if (plain === text || !parseCondition(plain).ok)
        return null;
    const sentence = 'The condition has characters that only look like those of a comparison.';
    return { start: 0, end: text.length, sentence, remedy: `Write ${(0,quote/* quote */.h)(plain)}.` };
}
function clause(tokens, close, text) {
    const cursor = new Cursor(tokens, close);
    const first = cursor.take();
    const op = OPERATORS.find((known) => first.kind === 'op' && known === first.text);
    if (op === undefined) {
        const clause = text.slice(first.start, tokens.at(-1)?.end);
        const lacksOnlyOperator = isOperand(new Cursor(tokens, close), close);
        return {
            ok: false,
            mistake: (0,hints/* hint */.aK)('operator', { token: first, clause, lacksOnlyOperator, relative: false }),
        };
    }
    const read = operand(cursor);
    if (!read.ok)
        return read;
    const rest = cursor.peek();
    const relative = read.operand.kind === 'baseline';
    return rest === close
        ? { ok: true, op, operand: read.operand }
        : { ok: false, mistake: misplaced('after', rest, relative) };
}
function isOperand(cursor, close) {
    return operand(cursor).ok && cursor.peek() === close;
}
function misplaced(place, token, relative = false) {
    return (0,hints/* hint */.aK)(place, { token, clause: '', lacksOnlyOperator: false, relative });
}
function operand(cursor) {
    const token = cursor.take();
    if (token.kind === 'word' && (token.text === 'production' || token.text === 'baseline')) {
        const read = offset(cursor);
        return read.ok ? { ok: true, operand: { kind: 'baseline', offset: read.offset } } : read;
    }
    const signed = token.kind === 'plus' || token.kind === 'minus';
    const digits = signed ? cursor.take() : token;
    if (digits.kind !== 'number')
        return { ok: false, mistake: signed ? misplaced('number', token) : misplaced('operand', digits) };
    const read = number(digits, signed ? token.text : '');
    return read.ok ? { ok: true, operand: { kind: 'number', value: read.value } } : read;
}
function offset(cursor) {
    const { kind } = cursor.peek();
    if (kind !== 'plus' && kind !== 'minus')
        return { ok: true, offset: null };
    const sign = cursor.take();
    const token = cursor.take();
    if (token.kind === 'plus' || token.kind === 'minus') {
        const after = cursor.take();
        const amount = after.kind === 'number' ? after.text : '';
        return {
            ok: false,
            mistake: (0,hints/* signedAmount */.jd)(sign, token, `${amount}${cursor.peek().kind === 'percent' ? '%' : ''}`),
        };
    }
    if (token.kind !== 'number')
        return { ok: false, mistake: misplaced('amount', token, true) };
    const amount = number(token, '');
    if (!amount.ok)
        return amount;
    const percent = cursor.peek().kind === 'percent';
    if (percent)
        cursor.take();
    const unit = percent ? 'percent' : 'absolute';
    return { ok: true, offset: { sign: kind === 'plus' ? '+' : '-', amount: amount.value, unit } };
}
function number(token, sign) {
    const read = (0,number_text/* readNumber */.k)(`${sign}${token.text}`);
    return read.ok
        ? { ok: true, value: read.value }
        : {
            ok: false,
            mistake: (0,hints.at)(token, read.sentence, 'Write a plain decimal number, such as 0.92, 120 or 1e-3.'),
        };
}


/***/ }),

/***/ 6314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ toProblems)
/* harmony export */ });
/* harmony import */ var _text_characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);

const WINDOW = 100;
const MOST_PROBLEMS = 50;
/** Puts mistakes in the order of the text, each with its line, its column and a caret; of a file with its path too. */
function toProblems({ of, text, lines, mistakes }) {
    const where = of.in === 'file' ? `${of.name}, line` : 'Line';
    const ordered = [...mistakes].sort((a, b) => a.start - b.start);
    const problems = ordered.slice(0, MOST_PROBLEMS).map((mistake) => {
        const { line, col } = lines.linePos(mistake.start);
        const excerpt = excerptOf(text, mistake.start - col + 1, mistake);
        return {
            message: `${where} ${line}, column ${col}: ${mistake.sentence}\n${excerpt}`,
            remedy: mistake.remedy,
        };
    });
    const left = ordered.length - problems.length;
    if (left > 0)
        problems.push({ message: `${left} more problems are not shown.`, remedy: 'Fix those above first.' });
    return problems;
}
function excerptOf(text, lineStart, mistake) {
    const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
    const column = Math.min(mistake.start - lineStart, line.length);
    const from = Math.max(0, column - WINDOW / 2);
    const before = visible(line.slice(from, column));
    const rest = visible(line.slice(column, from + WINDOW));
    const marked = Array.from(visible(line.slice(column, Math.min(mistake.end - lineStart, from + WINDOW))));
    const caret = ' '.repeat(Array.from(before).length) + '^'.repeat(Math.max(1, marked.length));
    return `  ${before}${rest}\n  ${caret}`;
}
const INVISIBLE = (0,_text_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .onUse */ .Ts)(String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`, 'gu');
/** One character per character, so that the caret stays under its column. */
function visible(part) {
    return part.replace(INVISIBLE(), ' ');
}


/***/ }),

/***/ 6771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ knownEntries),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _condition_hints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3974);



function report(reading, node, sentence, remedy) {
    const [start, end] = node?.range ?? [0, 1];
    const mistake = { start, end: Math.max(end, start + 1), sentence, remedy };
    reading.mistakes.push(mistake);
}
/** Where a node stands. */
function writtenAt({ of, lines }, node) {
    return { ...of, line: lines.linePos(node?.range?.[0] ?? 0).line };
}
function isText(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'string';
}
/** A name as written: `1`, `true` and `2e5` stay what they look like. Null for anything that is no name. */
function nameOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return null;
    const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return name.trim() === '' ? null : name;
}
/** How a value looks in a message. */
function shown(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.source !== undefined && node.source !== '' ? (0,_condition_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(node.source) : 'nothing';
}
/**
 * The entries of a mapping whose keys are names, each once. Keys that are no names, and second ones, are
 * reported and left out.
 */
function entriesOf(reading, map, what) {
    const entries = new Map();
    for (const pair of map.items) {
        const name = nameOf(pair.key);
        if (pair.key === null || name === null) {
            report(reading, pair.key ?? map, `This is not the name of a ${what}.`, `Write the ${what}'s name before the colon.`);
        }
        else if (entries.has(name)) {
            report(reading, pair.key, `The ${what} ${(0,_condition_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} is given twice.`, DUPLICATE[what] ?? 'Keep one of them.');
        }
        else {
            entries.set(name, { name, key: pair.key, value: pair.value });
        }
    }
    return [...entries.values()];
}
const DUPLICATE = {
    metric: 'Join the conditions with "and", or write a list with one entry per dataset.',
};
/** The entries of a mapping by name; a key that is not known is reported with the near ones. */
function knownEntries(reading, map, known) {
    const entries = new Map();
    for (const entry of entriesOf(reading, map, 'key')) {
        if (known.includes(entry.name)) {
            entries.set(entry.name, entry);
        }
        else {
            const near = (0,_text_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(entry.name, known, 1);
            const remedy = near[0] === undefined ? `Known keys are ${known.join(', ')}.` : `Did you mean "${near[0]}"?`;
            report(reading, entry.key, `The key ${(0,_condition_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(entry.name)} is not known.`, remedy);
        }
    }
    return entries;
}


/***/ }),

/***/ 4960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ openDocument),
/* harmony export */   q: () => (/* binding */ blockSlip)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5383);


/**
 * Where a line has an unquoted condition that begins with `>` for its value: YAML reads that sign as the header of a
 * block of text.
 */
const SLIP = /(?:[:\-?]|^)[ \t]+(?=>[ \t]*(?:=|[\d.+-]|production|baseline))/;
/** A comment, or the rest of a flow collection, may follow. */
const AFTER = /[#,\]}]/;
/** What our words say better than the parser's. */
const SENTENCES = {
    MULTIPLE_DOCS: ['There is a second YAML document.', 'Keep one, without "---" lines.'],
    RESOURCE_EXHAUSTION: ['The YAML is nested too deeply.', 'Write one entry per metric.'],
    MULTILINE_IMPLICIT_KEY: [
        'A line without "metric: condition" runs into the next one.',
        'Write a space after the colon.',
    ],
    TAB_AS_INDENT: ['YAML does not allow a tab as indentation.', 'Indent with spaces.'],
    MISSING_CHAR: [
        'A quote, a bracket or a colon is missing.',
        'Close what was opened, and write "metric: condition".',
    ],
};
const YAML_REMEDY = 'Write one line per metric: name, colon, space, and the condition in double quotes.';
/** The mistake for an unquoted `>= 0.9` on the line of an offset; null when that line is something else. */
function blockSlip(text, offset) {
    const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
    const found = SLIP.exec(line);
    if (found === null)
        return null;
    const before = line.slice(0, found.index + found[0].length);
    const value = line.slice(before.length);
    const condition = value.slice(0, AFTER.exec(value)?.index).trimEnd();
    return {
        start: start + before.length,
        end: start + before.length + condition.length,
        sentence: 'YAML takes an unquoted ">" for the start of a block of text.',
        remedy: `Quote it: ${before.trimStart()}${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(condition)}${value.slice(condition.length)}`,
    };
}
/**
 * Parses YAML 1.2 with the core schema. Mistakes are added to the reading. Where the only mistakes are
 * unquoted conditions, the rest is still handed out, so that everything is reported at once.
 */
function openDocument(reading) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(reading.text, {
        version: '1.2',
        schema: 'core',
        merge: false,
        strict: true,
        prettyErrors: false,
        // Checked by the reader instead: by spelling, with both places, and not in quadratic time.
        uniqueKeys: false,
        lineCounter: reading.lines,
    });
    const before = reading.mistakes.length;
    refuseDirectives(reading);
    const { mistakes, trusted } = syntaxMistakes(document, reading);
    reading.mistakes.push(...mistakes);
    if (!trusted)
        return { contents: null };
    refuseFeatures(document, reading);
    const onlySlips = reading.mistakes.length - before === mistakes.length;
    return { contents: onlySlips ? document.contents : null };
}
function refuseDirectives(reading) {
    // Each turn takes one character of a line's end: with two ways to take it, this is exponential in the lines.
    const match = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*(?<directive>%[^\r\n]*)/.exec(reading.text);
    const directive = match?.groups?.['directive'];
    if (directive !== undefined) {
        const start = reading.text.indexOf(directive);
        reading.mistakes.push({
            start,
            end: start + directive.length,
            sentence: 'YAML directives are refused.',
            remedy: 'Remove the line; the text is read as YAML 1.2.',
        });
    }
}
function syntaxMistakes(document, { text, lines }) {
    const mistakes = [];
    const seen = new Set();
    let trusted = true;
    for (const error of document.errors.slice(0, 200)) {
        const slip = blockSlip(text, error.pos[0]);
        trusted &&= slip !== null;
        const { line } = lines.linePos(error.pos[0]);
        if (!seen.has(line)) {
            seen.add(line);
            const [sentence, remedy] = SENTENCES[error.code] ?? [
                `This is not valid YAML: ${error.message}.`,
                YAML_REMEDY,
            ];
            mistakes.push(slip ?? { start: error.pos[0], end: error.pos[1], sentence, remedy });
        }
    }
    return { mistakes, trusted: trusted && document.errors.length <= 200 };
}
/** Anchors, aliases, tags and directives: none is needed here, and each can hide what a policy says. */
function refuseFeatures(document, { text, mistakes }) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, (_, node) => {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node))
            return;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) {
            const [start, end] = node.range ?? [0, 1];
            mistakes.push({ start, end, sentence: 'YAML aliases are refused.', remedy: 'Write the value out.' });
        }
        else if (node.anchor !== undefined) {
            const at = wordBefore(text, node);
            mistakes.push({ ...at, sentence: 'YAML anchors are refused.', remedy: `Remove "&${node.anchor}".` });
        }
        else if (node.tag !== undefined) {
            const sentence = 'YAML tags are refused.';
            mistakes.push({ ...wordBefore(text, node), sentence, remedy: 'Remove the word that begins with "!".' });
        }
    });
}
/** The word that stands before a node: its anchor or tag. */
function wordBefore(text, node) {
    const start = node.range?.[0] ?? 0;
    const before = text.slice(Math.max(0, start - 200), start).trimEnd();
    const word = before.split(/\s/).at(-1) ?? '';
    const end = Math.max(0, start - 200) + before.length;
    return { start: end - word.length, end };
}


/***/ }),

/***/ 4951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ openText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4960);


/** Opens a YAML text for reading; a text beyond `largest` bytes is a problem of its own. */
function openText(text, of, largest) {
    if (Buffer.byteLength(text) > largest) {
        const what = of.in === 'file' ? `The file ${of.name} is` : `The ${of.name} are`;
        const remedy = of.in === 'file' ? 'Shorten it.' : 'Shorten them.';
        return { message: `${what} longer than ${largest / 1024} kB.`, remedy };
    }
    const reading = { of, text: text.replace(/^\uFEFF/, ''), lines: new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN(), mistakes: [] };
    const { contents } = (0,_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openDocument */ .E)(reading);
    const syntax = reading.mistakes.length;
    const empty = contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(contents) && contents.value === null);
    return { reading, contents: empty ? null : contents, syntax };
}


/***/ }),

/***/ 2557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rh: () => (/* binding */ MOST_GATES),
  rZ: () => (/* binding */ readThresholds),
  Kx: () => (/* binding */ withoutEchoes)
});

// EXTERNAL MODULE: ./src/policy/document/mistake.ts
var mistake = __webpack_require__(6314);
// EXTERNAL MODULE: ./src/policy/document/nodes.ts
var nodes = __webpack_require__(6771);
// EXTERNAL MODULE: ./src/policy/document/text.ts
var document_text = __webpack_require__(4951);
// EXTERNAL MODULE: ./src/policy/condition/parser.ts + 2 modules
var parser = __webpack_require__(607);
// EXTERNAL MODULE: ./src/text/characters.ts
var characters = __webpack_require__(3243);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
;// CONCATENATED MODULE: ./src/policy/outer-shape.ts



/** Before a metric and its colon in the middle of a line: a condition has no colon. */
// Once for each run of blanks: from every blank of it, it would be cubic.
const NEXT_ENTRY = /(?<![ \t])[ \t]+(?=[^\s:,"']+:[ \t])/;
/** A metric with a whole condition in quotes. */
const QUOTED = /^[^\s:,"']+:[ \t]+(?:"[^"]+"|'[^']+'),?$/;
const BARE = (0,characters/* onUse */.Ts)(String.raw `^([\p{L}_][\p{L}\p{N}_.@/-]*?)\s*(>=|<=|>|<)\s*([^<>=].*)$`, 'u');
const SHAPES = [
    {
        fits: (text) => entriesOf(text).length > 1 &&
            entriesOf(text)
                .slice(0, -1)
                .every((entry) => entry.endsWith(',')),
        sentence: 'Several metrics stand on one line, separated by commas.',
        remedy: (text) => entriesOf(text).every((entry) => QUOTED.test(entry))
            ? `Put braces around them: {${text}}`
            : 'Put braces around them, and each condition in double quotes: {accuracy: ">= 0.9", log_loss: "<= 0.3"}',
    },
    {
        fits: (text) => entriesOf(text).length > 1,
        sentence: 'Several metrics stand on one line: a `>` block folds its lines into one.',
        remedy: () => 'Write `thresholds: |` in the workflow, which keeps the lines.',
    },
    {
        fits: isJsonText,
        sentence: 'The thresholds are a JSON text, quotes and all: what `toJSON` makes of a text.',
        remedy: () => 'Give the text itself, without `toJSON`.',
    },
    {
        fits: (text) => /^\$\{?\{?[ \t]*\w/.test(text),
        sentence: 'The thresholds are the name of a variable that nobody put a value in place of.',
        remedy: () => 'In a workflow write `${{ vars.NAME }}`, without quotes that keep it as it is.',
    },
    {
        fits: (text) => /^[^\s:"'{}<>=]+\.(ya?ml|json|txt)$/i.test(text) || /^\.{0,2}\/[^\s:"'{}<>=]+$/.test(text),
        sentence: 'The thresholds are the path of a file, and this input takes its text.',
        remedy: () => 'Read the file in a step before, put its text into an output, and give that output here.',
    },
    {
        fits: (text) => bareCondition(text) !== null,
        sentence: 'The metric and its condition stand together, without a colon between them.',
        remedy: (text) => `Write ${bareCondition(text) ?? ''}`,
    },
];
/** The one mistake of a text that is wrong as a whole; null when it is not one of these. */
function outerShape({ text }) {
    const line = text.trim();
    if (line === '' || /[\r\n]/.test(line))
        return null;
    const shape = SHAPES.find(({ fits }) => fits(line));
    if (shape === undefined)
        return null;
    const start = text.indexOf(line);
    return { start, end: start + line.length, sentence: shape.sentence, remedy: shape.remedy(line) };
}
/** What stands on one line as if on several; none where braces or brackets may hold it together. */
function entriesOf(text) {
    return /^[^\s:,"']+:[ \t]/.test(text) && !/[{}[\]]/.test(text) ? text.split(NEXT_ENTRY) : [];
}
/** A JSON string with thresholds in it, or nothing. */
function isJsonText(text) {
    if (!text.startsWith('"'))
        return false;
    try {
        const value = JSON.parse(text);
        return typeof value === 'string' && (value === '' || value.includes(':'));
    }
    catch {
        return false;
    }
}
/** `accuracy >= 0.9` as it has to be written; null when it is something else. */
function bareCondition(text) {
    const [, metric, op, rest] = BARE().exec(text) ?? [];
    if (metric === undefined || op === undefined || rest === undefined)
        return null;
    const condition = `${op} ${rest.trim()}`;
    return (0,parser/* parseCondition */.z)(condition).ok ? `${metric}: ${(0,quote/* quote */.h)(condition)}` : null;
}

// EXTERNAL MODULE: ./src/policy/threshold/direction.ts
var direction = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/policy/threshold/section.ts + 5 modules
var section = __webpack_require__(1827);
;// CONCATENATED MODULE: ./src/policy/read.ts






const LARGEST_BYTES = 256 * 1024;
/** Of one promotion: slices count, and each is judged. */
const MOST_GATES = 2_000;
/**
 * Reads the thresholds of an input: YAML 1.2, a mapping from metric to a condition, to a mapping (`require`,
 * `advisory`, `dataset`, MLflow's own fields) or to a list of such mappings. All problems are reported at
 * once, in the order of the text. A blank text has no gates. At most 256 kB, 2000 gates.
 */
function readThresholds(text) {
    const opened = (0,document_text/* openText */.U)(text, { in: 'input', name: 'thresholds' }, LARGEST_BYTES);
    if (!('reading' in opened))
        return { ok: false, problems: [opened] };
    const { reading, contents, syntax } = opened;
    const gates = contents === null ? [] : (0,section/* readThresholdSection */.Z)(reading, contents);
    if (contents !== null && gates.length > MOST_GATES) {
        const sentence = `There are more than ${MOST_GATES} gates.`;
        (0,nodes/* report */.z8)(reading, contents, sentence, 'Keep the ones that decide.');
    }
    if (reading.mistakes.length > 0) {
        const whole = outerShape(reading);
        const shown = whole === null ? withoutEchoes(reading, syntax) : { ...reading, mistakes: [whole] };
        return { ok: false, problems: (0,mistake/* toProblems */.e)(shown) };
    }
    return { ok: true, gates, warnings: (0,direction/* directionWarnings */.X)(gates) };
}
/** An unquoted condition is reported once, not again for what YAML made of it. */
function withoutEchoes(reading, syntax) {
    const lineOf = ({ start }) => reading.lines.linePos(start).line;
    const wrong = new Set(reading.mistakes.slice(0, syntax).map(lineOf));
    const mistakes = reading.mistakes.filter((mistake, at) => at < syntax || !wrong.has(lineOf(mistake)));
    return { ...reading, mistakes };
}


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ directionWarnings)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5383);
/* harmony import */ var _text_characters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3243);


const LOWER_IS_BETTER = new Set(('loss losses error errors err mae mse rmse mape smape msle rmsle mad latency duration runtime perplexity ppl ' +
    'wer cer ter brier logloss deviance ece fpr fnr fid hamming divergence').split(' '));
const HIGHER_IS_BETTER = new Set(('accuracy acc auc auroc auprc f1 fbeta precision recall r2 bleu rouge meteor ndcg mrr map iou dice ' +
    'sensitivity specificity tpr tnr mcc kappa jaccard gini psnr ssim throughput').split(' '));
/**
 * Warns where a metric's name contradicts every comparison made on it, such as `loss` with `>=`. Only ever a
 * warning: the direction is in the operator.
 */
function directionWarnings(gates) {
    const comparisons = new Map();
    for (const gate of gates)
        comparisons.set(gate.metric, [...(comparisons.get(gate.metric) ?? []), ...gate.comparisons]);
    const warnings = [];
    for (const [metric, all] of comparisons) {
        const name = suggested(metric);
        const operators = asked(all);
        if (name !== null && operators !== null && name !== operators) {
            const found = operators === 'higher' ? 'at least' : 'at most';
            const message = `The name of metric ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(metric)} sounds as if ${name} were better, but its conditions only ask for "${found}".`;
            warnings.push({ code: 'direction-looks-wrong', message });
        }
    }
    return warnings;
}
/** The direction a name suggests; null when it suggests none, or both. */
function suggested(metric) {
    const words = wordsOf(metric);
    const lower = words.some((word) => LOWER_IS_BETTER.has(word));
    const higher = words.some((word) => HIGHER_IS_BETTER.has(word));
    if (lower === higher)
        return null;
    return lower ? 'lower' : 'higher';
}
/** The words of a metric's name: `valLogLoss`, `val_log_loss` and `val/log loss` have the same three. */
function wordsOf(metric) {
    const [lower, upper, digit] = (0,_text_characters_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(metric) ? ['a-z', 'A-Z', '0-9'] : ['\\p{Ll}', '\\p{Lu}', '\\p{N}'];
    const letter = (0,_text_characters_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(metric) ? 'A-Za-z' : '\\p{L}';
    return metric
        .replace(new RegExp(`([${lower}${digit}])([${upper}])`, 'gu'), '$1 $2')
        .replace(new RegExp(`([${upper}])([${upper}][${lower}])`, 'gu'), '$1 $2')
        .toLowerCase()
        .split(new RegExp(`[^${letter}${digit}]+`, 'u'));
}
function asked(comparisons) {
    const up = comparisons.some(({ op }) => op.startsWith('>'));
    const down = comparisons.some(({ op }) => op.startsWith('<'));
    if (up === down)
        return null;
    return up ? 'higher' : 'lower';
}


/***/ }),

/***/ 1827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ readThresholdSection),
  I: () => (/* binding */ thresholdIdentity)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/policy/condition/hints.ts
var hints = __webpack_require__(3974);
// EXTERNAL MODULE: ./src/text/emptied.ts
var emptied = __webpack_require__(1695);
// EXTERNAL MODULE: ./src/policy/condition/number-text.ts
var number_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./src/policy/condition/parser.ts + 2 modules
var parser = __webpack_require__(607);
// EXTERNAL MODULE: ./src/policy/document/nodes.ts
var nodes = __webpack_require__(6771);
;// CONCATENATED MODULE: ./src/policy/document/scalar-position.ts
/** Length of a double-quoted escape by its letter, backslash included; all others are two characters. */
const ESCAPE_LENGTH = { x: 4, u: 6, U: 10 };
/**
 * For every character of a string scalar, and for its end, the offset in the source where it was written:
 * quotes, escapes, folded lines and the indentation of blocks are followed (YAML 1.2.2, chapters 7 and 8).
 */
function sourceOffsets(text, scalar) {
    const [start = 0, end = text.length] = scalar.range ?? [];
    const offsets = [];
    let at = contentStart(text, scalar, start);
    for (const character of scalar.value) {
        if (!/\s/.test(character))
            at = skip(text, at, end, scalar.type === 'QUOTE_DOUBLE');
        offsets.push(...Array.from({ length: character.length }, () => at));
        at = Math.min(at + width(text, scalar, at, character), end);
    }
    offsets.push(at);
    return offsets;
}
/** Where the content begins: after the quote, or after the header line of a block. */
function contentStart(text, scalar, start) {
    if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE')
        return start + 1;
    if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
        const line = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(start));
        return start + (line?.[0].length ?? 0);
    }
    return start;
}
/** Skips what the value does not show: indentation, and escaped line breaks. */
function skip(text, at, end, escapes) {
    const space = escapes ? /(?:\s|\\\r?\n)+/y : /\s+/y;
    space.lastIndex = at;
    return Math.min(at + (space.exec(text)?.[0].length ?? 0), end);
}
/** How many characters of source one character of the value took. */
function width(text, scalar, at, character) {
    if (scalar.type === 'QUOTE_DOUBLE' && text[at] === '\\')
        return ESCAPE_LENGTH[text[at + 1] ?? ''] ?? 2;
    return scalar.type === 'QUOTE_SINGLE' && character === "'" ? 2 : character.length;
}

// EXTERNAL MODULE: ./src/policy/document/open.ts
var document_open = __webpack_require__(4960);
;// CONCATENATED MODULE: ./src/policy/condition/node.ts







const REMEDY = 'Write a condition in quotes, such as ">= 0.9" or "<= production".';
/** The header of a folded block as YAML allows it (1.2.2, production 162). */
const BLOCK_HEADER = /^>[-+1-9]{0,2}$/;
/** Reads a condition where it stands; null after a report. `name` is what it belongs to, for messages. */
function readCondition(reading, name, node) {
    if (!(0,nodes/* isText */.KH)(node)) {
        refuseValue(reading, name, node);
        return null;
    }
    const slip = unquoted(reading.text, node);
    if (slip !== null) {
        reading.mistakes.push(slip);
        return null;
    }
    const read = (0,parser/* parseCondition */.z)(node.value);
    if (read.ok)
        return read.comparisons;
    const offsets = sourceOffsets(reading.text, node);
    const last = offsets.at(-1) ?? 0;
    for (const mistake of read.mistakes) {
        const start = offsets[mistake.start] ?? last;
        const end = Math.max(offsets[mistake.end] ?? last, start + 1);
        reading.mistakes.push({ ...mistake, start, end });
    }
    return null;
}
/** What stands there is not text: a bare number, true, nothing, a mapping. */
function refuseValue(reading, name, node) {
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'number') {
        const number = node.source ?? String(node.value);
        const sentence = `The number ${number} alone does not say "at least" or "at most".`;
        // YAML has numbers in other bases, infinities and NaN; a condition has none of them.
        const plain = (0,number_text/* readNumber */.k)(number).ok ? number : String(node.value);
        const remedy = Number.isFinite(node.value)
            ? `Write ">= ${plain}" (at least) or "<= ${plain}" (at most), in quotes.`
            : 'Write a condition with a finite number in quotes, such as ">= 0.9".';
        (0,nodes/* report */.z8)(reading, node, sentence, remedy);
        return;
    }
    const found = (0,dist/* isScalar */.jn)(node) ? (0,nodes/* shown */.SP)(node) : 'a mapping or a list';
    const remedy = found === 'nothing' ? `${REMEDY} Nothing stands there: ${emptied/* EMPTIED */.j}.` : REMEDY;
    (0,nodes/* report */.z8)(reading, node, `${name} needs a condition but has ${found}.`, remedy);
}
/** A folded block whose header was meant to be the condition; null for one that holds a condition. */
function unquoted(text, node) {
    if (node.type !== 'BLOCK_FOLDED')
        return null;
    const start = node.range?.[0] ?? 0;
    const slip = (0,document_open/* blockSlip */.q)(text, start);
    const header = slip === null ? '' : text.slice(slip.start, slip.end);
    return BLOCK_HEADER.test(header) && node.value.trim() !== '' ? null : slip;
}

// EXTERNAL MODULE: ./node_modules/big.js/big.mjs
var big = __webpack_require__(9965);
;// CONCATENATED MODULE: ./src/policy/threshold/mlflow-fields.ts




/** The amounts of `mlflow.models.MetricThreshold`. */
const AMOUNTS = ['threshold', 'min_absolute_change', 'min_relative_change'];
/** MLflow's name of the direction, and the one of MLflow 1. */
const DIRECTIONS = ['greater_is_better', 'higher_is_better'];
/** True or false, or null after a report. */
function readBoolean(reading, entry) {
    const node = entry.value;
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'boolean')
        return node.value;
    const sentence = `${entry.name} must be true or false, not ${(0,nodes/* shown */.SP)(node)}.`;
    (0,nodes/* report */.z8)(reading, node ?? entry.key, sentence, `Write ${entry.name}: true or ${entry.name}: false.`);
    return null;
}
/**
 * Compiles MLflow's fields to comparisons: `threshold` to `>= t`, `min_absolute_change` to
 * `>= production + c`, `min_relative_change` to `>= production + c·100%`; with `greater_is_better: false` to
 * `<= t`, `<= production - c`, `<= production - c·100%`. Empty when none is there; null after a report.
 */
function readMlflowFields(reading, entries) {
    const amounts = AMOUNTS.flatMap((name) => entries.get(name) ?? []);
    const [first] = amounts;
    if (first === undefined) {
        const stray = DIRECTIONS.flatMap((name) => entries.get(name) ?? [])[0];
        if (stray !== undefined) {
            const remedy = `Remove it, or add one of ${AMOUNTS.join(', ')}. The direction of "require" is in its operator.`;
            (0,nodes/* report */.z8)(reading, stray.key, `${stray.name} says nothing without an amount.`, remedy);
        }
        return stray === undefined ? [] : null;
    }
    const values = amounts.map((entry) => ({ field: entry.name, value: readAmount(reading, entry) }));
    const greater = readDirection(reading, entries, first);
    const comparisons = [];
    for (const { field, value } of values) {
        if (greater === null || value === null)
            return null;
        comparisons.push(compile(field, greater ? '>=' : '<=', value));
    }
    return comparisons;
}
function readAmount(reading, entry) {
    const { value } = entry;
    if (!(0,dist/* isScalar */.jn)(value) || typeof value.value !== 'number' || value.source === undefined) {
        const sentence = `${entry.name} must be a number, not ${(0,nodes/* shown */.SP)(value)}.`;
        (0,nodes/* report */.z8)(reading, value ?? entry.key, sentence, `Write a plain number without quotes: ${entry.name}: 0.05.`);
        return null;
    }
    const read = (0,number_text/* readNumber */.k)(value.source);
    if (!read.ok) {
        (0,nodes/* report */.z8)(reading, value, read.sentence, 'Write a plain decimal number.');
        return null;
    }
    const remedy = outOfRange(entry.name, read.value);
    if (remedy !== null) {
        (0,nodes/* report */.z8)(reading, value, `${entry.name} is ${read.value}.`, remedy);
        return null;
    }
    return read.value;
}
/** MLflow's own constraints; a change of 0 is refused because MLflow cannot judge it without a baseline. */
function outOfRange(field, value) {
    const number = new big/* default */.A(value);
    if (field === 'min_absolute_change' && number.lte(0))
        return 'It must be above 0. For "at least as good", write require: ">= production".';
    if (field === 'min_relative_change' && (number.lte(0) || number.gt(1)))
        return 'It must be a fraction above 0 and at most 1. For "at least as good", write require: ">= production".';
    return null;
}
function readDirection(reading, entries, first) {
    const given = DIRECTIONS.flatMap((name) => entries.get(name) ?? []);
    const [direction, second] = given;
    if (direction === undefined) {
        const remedy = 'Add greater_is_better: true (or false for a loss).';
        (0,nodes/* report */.z8)(reading, first.key, `${first.name} does not say which direction is better.`, remedy);
        return null;
    }
    if (second !== undefined) {
        (0,nodes/* report */.z8)(reading, second.key, 'The direction is given twice.', `Keep ${direction.name} only.`);
        return null;
    }
    return readBoolean(reading, direction);
}
function compile(field, op, value) {
    if (field === 'threshold')
        return { op, operand: { kind: 'number', value } };
    const sign = op === '>=' ? '+' : '-';
    return field === 'min_absolute_change'
        ? { op, operand: { kind: 'baseline', offset: { sign, amount: value, unit: 'absolute' } } }
        : { op, operand: { kind: 'baseline', offset: { sign, amount: percent(value), unit: 'percent' } } };
}
/** A fraction as a percentage, exactly: 0.1 is 10. */
function percent(fraction) {
    return new big/* default */.A(fraction).times(100).toString();
}

;// CONCATENATED MODULE: ./src/policy/condition/normal-form.ts
/** The one spelling of a condition, e.g. `>= 0.92 and >= production + 0.005`. Parsing it gives it back. */
function normalForm(comparisons) {
    return comparisons.map(({ op, operand }) => `${op} ${operandText(operand)}`).join(' and ');
}
function operandText(operand) {
    if (operand.kind === 'number')
        return operand.value;
    const { offset } = operand;
    return offset === null
        ? 'production'
        : `production ${offset.sign} ${offset.amount}${offset.unit === 'percent' ? '%' : ''}`;
}

;// CONCATENATED MODULE: ./src/policy/threshold/long-form.ts





const KEYS = ['require', 'advisory', 'dataset', ...AMOUNTS, ...DIRECTIONS];
/** Reads one mapping: at most one required and one advisory gate on one dataset. */
function readLongForm(reading, metric, map) {
    const before = reading.mistakes.length;
    const entries = (0,nodes/* knownEntries */.A7)(reading, map, KEYS);
    const dataset = readDataset(reading, entries.get('dataset'));
    const parts = readParts(reading, entries);
    if (parts === null || dataset === null)
        return [];
    const divided = divide(parts);
    const gates = [];
    for (const required of [true, false]) {
        const comparisons = required ? divided.required : divided.advisory;
        if (comparisons.length > 0) {
            gates.push({
                gate: thresholdGate(reading, map, { metric, dataset, required, comparisons }),
                node: map,
            });
        }
    }
    if (gates.length === 0 && reading.mistakes.length === before) {
        const remedy = 'Add require: ">= 0.9", advisory: ">= 0.9", or MLflow\'s threshold and greater_is_better.';
        (0,nodes/* report */.z8)(reading, map, 'This entry asks for nothing.', remedy);
    }
    return gates;
}
/** A gate as it is read, named by its metric. */
function thresholdGate(reading, node, asked) {
    const head = { kind: 'threshold', name: asked.metric, writtenAt: (0,nodes/* writtenAt */.nt)(reading, node) };
    return { ...asked, ...head, condition: normalForm(asked.comparisons) };
}
/** The values an entry means; null after a report. */
function readDataset(reading, entry) {
    if (entry === undefined)
        return { kind: 'any' };
    const { value } = entry;
    if (value === null || ((0,dist/* isScalar */.jn)(value) && value.value === null))
        return readNull(reading, entry);
    if ((0,dist/* isMap */.jh)(value))
        return readNameAndDigest(reading, entry, value);
    const name = readName(reading, entry);
    return name === null ? null : { kind: 'named', name, digest: null };
}
/** A null that was written names the value without a dataset; nothing at all is more likely a slip. */
function readNull(reading, { key, value }) {
    if ((0,dist/* isScalar */.jn)(value) && (value.source ?? '') !== '')
        return { kind: 'none' };
    const remedy = 'Write dataset: null for the value that was logged without a dataset, or the name that MLflow shows.';
    (0,nodes/* report */.z8)(reading, key, 'Nothing stands after "dataset:".', remedy);
    return null;
}
function readNameAndDigest(reading, entry, map) {
    const parts = (0,nodes/* knownEntries */.A7)(reading, map, ['name', 'digest']);
    const nameEntry = parts.get('name');
    if (nameEntry === undefined) {
        (0,nodes/* report */.z8)(reading, entry.key, 'The dataset has no name.', 'Write dataset: { name: holdout, digest: 1a2b3c4d }.');
        return null;
    }
    const name = readName(reading, nameEntry);
    const digestEntry = parts.get('digest');
    const digest = digestEntry === undefined ? null : readName(reading, digestEntry);
    if (name === null || (digestEntry !== undefined && digest === null))
        return null;
    return { kind: 'named', name, digest };
}
function readName(reading, entry) {
    const name = (0,nodes/* nameOf */.Vb)(entry.value);
    if (name === null) {
        const sentence = `${entry.name} is not a name.`;
        (0,nodes/* report */.z8)(reading, entry.value ?? entry.key, sentence, `Write the text MLflow shows as the dataset's ${entry.name}.`);
    }
    return name;
}
function readParts(reading, entries) {
    const requireEntry = entries.get('require');
    const advisoryEntry = entries.get('advisory');
    const require = requireEntry === undefined
        ? []
        : readCondition(reading, requireEntry.name, requireEntry.value ?? requireEntry.key);
    const mlflow = readMlflowFields(reading, entries);
    const advisory = readAdvisory(reading, advisoryEntry);
    if (advisory === true && requireEntry !== undefined && advisoryEntry !== undefined) {
        const remedy = 'Write advisory: "<condition>" instead of require, or remove advisory.';
        (0,nodes/* report */.z8)(reading, advisoryEntry.key, '"require" and "advisory: true" contradict each other.', remedy);
        return null;
    }
    return require === null || mlflow === null || advisory === null ? null : { require, mlflow, advisory };
}
/** `advisory` is a switch for the MLflow fields, or a condition of its own. */
function readAdvisory(reading, entry) {
    if (entry === undefined)
        return false;
    const { value } = entry;
    return (0,dist/* isScalar */.jn)(value) && typeof value.value === 'boolean'
        ? readBoolean(reading, entry)
        : readCondition(reading, entry.name, value ?? entry.key);
}
/** The comparisons that must hold, and those that are only shown. */
function divide({ require, mlflow, advisory }) {
    if (advisory === true)
        return { required: [], advisory: mlflow };
    return { required: [...require, ...mlflow], advisory: advisory === false ? [] : advisory };
}

;// CONCATENATED MODULE: ./src/policy/threshold/section.ts





const EXAMPLE = 'Write one line per metric, such as accuracy: ">= 0.9".';
/**
 * Reads thresholds where they stand: a mapping from metric to a condition, to a mapping (`require`, `advisory`,
 * `dataset`, MLflow's own fields) or to a list of such mappings. What is wrong is reported and left out.
 */
function readThresholdSection(reading, node) {
    if (!(0,dist/* isMap */.jh)(node)) {
        const glued = (0,dist/* isScalar */.jn)(node) && /^[^\s:]+:\S/.test(node.source ?? '');
        const remedy = glued ? 'Write a space after the colon.' : EXAMPLE;
        (0,nodes/* report */.z8)(reading, node, 'The thresholds must be a mapping from metric to condition.', remedy);
        return [];
    }
    const placed = (0,nodes/* entriesOf */.Mc)(reading, node, 'metric').flatMap((entry) => readMetric(reading, entry));
    refuseDuplicates(reading, placed);
    return placed.map(({ gate }) => gate);
}
/** What a threshold looks at and whether it counts. Two gates alike in this are about one thing. */
function thresholdIdentity({ metric, dataset, required }) {
    return JSON.stringify([metric, dataset, required]);
}
function readMetric(reading, { name, key, value }) {
    if ((0,dist/* isMap */.jh)(value))
        return readLongForm(reading, name, value);
    if ((0,dist/* isSeq */.oP)(value))
        return readList(reading, name, value.items, value);
    const comparisons = readCondition(reading, `The metric ${(0,hints/* quoted */.TL)(name)}`, value ?? key);
    if (comparisons === null)
        return [];
    const asked = { metric: name, dataset: { kind: 'any' }, required: true, comparisons };
    return [{ gate: thresholdGate(reading, key, asked), node: key }];
}
function readList(reading, metric, items, node) {
    if (items.length === 0)
        (0,nodes/* report */.z8)(reading, node, `The list of ${(0,hints/* quoted */.TL)(metric)} is empty.`, EXAMPLE);
    return items.flatMap((item) => {
        if ((0,dist/* isMap */.jh)(item))
            return readLongForm(reading, metric, item);
        const remedy = 'Write - { require: ">= 0.9", dataset: holdout }, or join conditions with "and".';
        (0,nodes/* report */.z8)(reading, (0,dist/* isScalar */.jn)(item) ? item : node, 'A list takes one mapping per dataset.', remedy);
        return [];
    });
}
/** Two gates on the same metric and dataset, both required or both advisory, hide one another in a report. */
function refuseDuplicates(reading, placed) {
    const seen = new Set();
    for (const { gate, node } of placed) {
        const identity = thresholdIdentity(gate);
        if (seen.has(identity)) {
            const what = `${gate.required ? 'required' : 'advisory'} gate on ${(0,hints/* quoted */.TL)(gate.metric)}`;
            const remedy = 'Join the conditions with "and", or give the entries different datasets.';
            (0,nodes/* report */.z8)(reading, node, `This is a second ${what} for the same dataset.`, remedy);
        }
        seen.add(identity);
    }
}


/***/ }),

/***/ 952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ stoppedEnding),
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   II: () => (/* binding */ unresolved),
/* harmony export */   lk: () => (/* binding */ unassessed)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3356);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3892);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9015);



/** Puts an assessment, the plan made from it and their ending together. Pure. */
function conclude({ mode, order }, assessment, plan, ending) {
    const { model, standing, evidence, digests } = assessment;
    const baseline = standing.baseline.kind === 'one' ? standing.baseline.version : null;
    return {
        mode,
        outcome: ending.outcome,
        model: order.model,
        target: (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .targetName */ .je)(order.target),
        candidate: (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .versionFacts */ .iN)(model, standing.candidate, evidence.candidate),
        baseline: baseline === null ? null : (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .versionFacts */ .iN)(model, baseline, evidence.baseline),
        previousVersion: previousVersion(order, model, standing.holders),
        gates: assessment.gates,
        policy: order.policy,
        rules: order.rules,
        reasons: [...ending.reasons, ...assessment.reasons, ...gateReasons(assessment.gates)],
        moves: ending.moves,
        warnings: [...assessment.warnings, ...ending.warnings],
        digests: plan?.digests ?? { ...digests, plan: null },
    };
}
/** The ending of an assessment that may not go on: nothing is planned. */
function stoppedEnding({ stop }) {
    return { outcome: stop, reasons: [], moves: [], warnings: [] };
}
/** What is known when the model was read and a selector found nothing. */
function unresolved({ mode, order }, found) {
    const { model, candidate, holders, reasons } = found;
    return {
        ...unassessed(mode, order.model, (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .targetName */ .je)(order.target), 'error', reasons),
        candidate: candidate === null ? null : (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .versionFacts */ .iN)(model, candidate, null),
        policy: order.policy,
        rules: order.rules,
        previousVersion: previousVersion(order, model, holders),
        warnings: order.policyWarnings,
    };
}
/** What is known when a run ends before it could assess anything. */
function unassessed(mode, model, target, outcome, reasons) {
    return {
        mode,
        outcome,
        model,
        target,
        candidate: null,
        baseline: null,
        previousVersion: null,
        gates: [],
        policy: null,
        rules: [],
        reasons,
        moves: [],
        warnings: [],
        digests: { policy: null, evidence: null, plan: null },
    };
}
function previousVersion(order, model, holders) {
    // A dangling alias names a version that does not exist: nobody holds it.
    const [only, ...others] = model.versions.filter(({ version }) => holders.includes(version));
    return (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .isArchiving */ .E6)(order) || only === undefined || others.length > 0 ? null : only.version;
}
/** Every required gate that did not pass is a reason, the worst first. */
function gateReasons(gates) {
    const refusing = (verdict) => gates.filter((gate) => gate.required && gate.verdict === verdict);
    return [...refusing('invalid'), ...refusing('fail'), ...refusing('inconclusive')].map((gate) => ({
        code: gate.reason,
        message: `${gate.name}: ${gate.text}`,
        remedy: gate.remedy,
    }));
}


/***/ }),

/***/ 7432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ reasonsOf)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _text_thrown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8101);


/** A failure as reasons: our own errors say what they are, anything else is a defect of the action. */
function reasonsOf(error) {
    if (error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g)
        return error.reasons;
    return [
        {
            code: 'internal',
            message: `The action itself failed: ${(0,_text_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`,
            remedy: 'Run again with debug logging and report the stack; look at the moves below before you do.',
        },
    ];
}


/***/ }),

/***/ 3892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ isArchiving),
/* harmony export */   ZE: () => (/* binding */ holderNames),
/* harmony export */   pW: () => (/* binding */ holdersOf)
/* harmony export */ });
/** Whether the candidate is only to be archived: that needs no proof and has many holders. */
function isArchiving({ target }) {
    return target.kind === 'stage' && target.stage === 'Archived';
}
/** Who holds the target, highest number first. */
function holdersOf(model, target) {
    if (target.kind === 'alias') {
        const holder = model.aliases.get(target.alias);
        return holder === undefined ? [] : [holder];
    }
    return model.versions.filter((version) => version.stage === target.stage).map((version) => version.version);
}
/** `version 7`, `version 7, 5`, or `nobody`. */
function holderNames(holders) {
    return holders.length === 0 ? 'nobody' : `version ${holders.join(', ')}`;
}


/***/ }),

/***/ 9015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ aliasesOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   iN: () => (/* binding */ versionFacts)
/* harmony export */ });
/** One version as a report shows it. */
function versionFacts(model, version, evidence) {
    return {
        version: version.version,
        stage: version.stage,
        aliases: aliasesOf(model, version.version),
        status: version.status,
        createdAt: version.createdAt,
        runId: evidence?.lineage.runId ?? version.runId,
        description: version.description,
        tags: version.tags,
        lineage: evidence?.lineage ?? null,
        url: version.url,
    };
}
/** What a version holds: its stage, unless it has none, and its aliases with their `@`. */
function placesOf(model, { version, stage }) {
    const aliases = aliasesOf(model, version).map((alias) => `@${alias}`);
    return stage === 'None' ? aliases : [stage, ...aliases];
}
/** The aliases a version carries, in alphabetical order. */
function aliasesOf(model, version) {
    return [...model.aliases]
        .filter(([, held]) => held === version)
        .map(([alias]) => alias)
        .sort();
}


/***/ }),

/***/ 5824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ CERTIFICATES),
/* harmony export */   C1: () => (/* binding */ aliasProblem),
/* harmony export */   Ke: () => (/* binding */ PROMPT_TAG),
/* harmony export */   RS: () => (/* binding */ promptRefused),
/* harmony export */   f4: () => (/* binding */ MIGRATE_FILE_STORE),
/* harmony export */   n0: () => (/* binding */ saysPrompt),
/* harmony export */   w2: () => (/* binding */ unknownModel),
/* harmony export */   z2: () => (/* binding */ COMMIT_TAG)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4118);
/* harmony import */ var _text_look_alike_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4749);



/** MLflow's own environment variables for TLS (2.0 and later): a PEM bundle to trust, a PEM with certificate and key. */
const CERTIFICATES = {
    ca: 'MLFLOW_TRACKING_SERVER_CERT_PATH',
    clientCert: 'MLFLOW_TRACKING_CLIENT_CERT_PATH',
};
/** The commit that a run was started from. */
const COMMIT_TAG = 'mlflow.source.git.commit';
/** Prompts live among the registered models; this tag of the model tells them apart (MLflow 2.21 and later). */
const PROMPT_TAG = 'mlflow.prompt.is_prompt';
/** What makes a store of a file store, in MLflow's own words. */
const MIGRATE_FILE_STORE = 'This action cannot read the file store of MLflow: run "mlflow migrate-filestore --source . --target sqlite:///mlflow.db" once with a current MLflow, and write `tracking-uri: sqlite:///mlflow.db`; or write the `http://` or `https://` address of an MLflow server.';
/** MLflow's own rule for alias names (`_REGISTERED_MODEL_ALIAS_REGEX`, 2.3 to 3.18). */
const ALIAS = /^[A-Za-z0-9_-]{1,255}$/;
/** How much of a name a message may quote, in characters. */
const LONGEST_NAME = 300;
/** Why MLflow does not take this as an alias, without a full stop; null when it does. */
function aliasProblem(alias) {
    if (!ALIAS.test(alias))
        return 'an alias has only letters, digits, `_` and `-`';
    // In any case of letters.
    if (/^(latest|v\d+)$/i.test(alias))
        return `MLflow reserves the alias \`${alias}\``;
    return null;
}
/** Whether the value of `PROMPT_TAG` says that a registered model is a prompt. */
function saysPrompt(value) {
    return value.toLowerCase() === 'true';
}
function promptRefused(name) {
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('not-supported', `${quoted(name)} is a prompt, not a model.`, 'Name a registered model: prompts share the registry but have nothing that can be compared.');
}
function unknownModel(name, { where, setting }, near) {
    const hint = near.length === 0 ? '' : ` Near names: ${near.map(quoted).join(', ')}.${(0,_text_look_alike_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAlikeHint */ .L)(name, near)}`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('model-unknown', `There is no registered model ${quoted(name)} ${where}.${hint}`, `Check model-name (upper and lower case count), ${setting}, and the workspace if there are several.`);
}
function quoted(name) {
    return `'${(0,_text_clean_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanAndCut */ .HX)(name, LONGEST_NAME)}'`;
}


/***/ }),

/***/ 3243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isEveryday),
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   Ts: () => (/* binding */ onUse)
/* harmony export */ });
// V8 builds a table of all of Unicode for each `\p{…}` that it reads, even in code that never runs. A run uses few of
// them twice, so the tables took a tenth of its time: texts of everyday characters are recognized first, without any, and
// an expression that needs tables is made of a string when a text asks for it.
const EVERYDAY = /^[ -~¡-¬®-ÿ\u2010-\u2027\u2190-\u2193\u2200-\u22FF]*$/;
const ASCII = /^[^\u0080-\uFFFF]*$/;
/** Nothing but printable ASCII, Latin-1 and common signs: each one visible cell that shows itself, composed already. */
function isEveryday(text) {
    return EVERYDAY.test(text);
}
/** An expression with `\p{…}`, made when it is first used. */
function onUse(source, flags) {
    let made = null;
    return () => (made ??= new RegExp(source, flags));
}
/** True when `[A-Za-z]` is all that `\p{L}` could find. */
function isAscii(text) {
    return ASCII.test(text);
}


/***/ }),

/***/ 4118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   HX: () => (/* binding */ cleanAndCut),
/* harmony export */   ze: () => (/* binding */ DEFAULT_MAX)
/* harmony export */ });
/* unused harmony export clean */
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);

/** The longest fragment of untrusted text anything prints, unless the caller says otherwise. */
const DEFAULT_MAX = 200;
/** A run of white space, in one piece: looking for a line break with space around it is quadratic in a run without. */
const BLANK = /[\s\u0085]+/gu;
/** Anything that ends a line somewhere: in a terminal, a log viewer, Markdown or JavaScript. */
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;
const SPACES = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .onUse */ .Ts)(String.raw `[\t\p{Zs}]`, 'gu');
/**
 * Characters that show nothing or change how their neighbours show: controls, bidi marks and overrides,
 * zero-width and filler characters, non-characters. The emoji selector U+FE0F stays: it is everywhere and harmless.
 */
const INVISIBLE = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .onUse */ .Ts)(String.raw `(?!\uFE0F)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`, 'gu');
/**
 * Untrusted text as one line of visible characters: NFC, lone surrogates replaced, a line break shown as `⏎`,
 * every invisible character shown as `\u{…}`.
 */
function clean(text) {
    if ((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isEveryday */ .A)(text))
        return text;
    return text
        .toWellFormed()
        .normalize('NFC')
        .replace(BLANK, (run) => (LINE_BREAK.test(run) ? ' ⏎ ' : run))
        .replace(SPACES(), ' ')
        .replace(INVISIBLE(), shown);
}
/** `clean`, and at most `max` characters (code points), the last one `…` when something was cut off. */
function cleanAndCut(text, max) {
    // Composing shortens a text at most threefold, so eight times as much is enough to judge by.
    const head = text.slice(0, max * 8);
    const characters = Array.from(clean(head));
    const whole = head.length === text.length && characters.length <= max;
    return whole ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}
/**
 * The lines of a text that brings its own line breaks (a sentence with an excerpt under it), each still untrusted,
 * at most `most` of them.
 */
function linesOf(text, most) {
    const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
    return lines.length > most ? [...lines.slice(0, most - 1), '…'] : lines;
}
function shown(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}


/***/ }),

/***/ 1695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ NO_SECRETS),
/* harmony export */   j: () => (/* binding */ EMPTIED)
/* harmony export */ });
// What GitHub puts in place of an expression that has no value is nothing at all, and says nothing of it
// (docs.github.com, "Contexts": "if you attempt to dereference a nonexistent property, it will evaluate to an empty
// string").
/** Follows what is empty where an expression of a workflow may have stood. */
const EMPTIED = 'an expression whose variable, input or output is not set comes out empty';
/** The same of a secret, for a remedy: where secrets are not to be had. */
const NO_SECRETS = 'A secret that is not set comes out empty: workflows from forks and of Dependabot get none, and a secret of an environment needs `environment:` in the job.';


/***/ }),

/***/ 5285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withoutTrailing)
/* harmony export */ });
/**
 * A text without the given characters (UTF-16 units) at its end. A regular expression for it, `x+$`, looks at every
 * run of them from each of its characters: quadratic in the length of a run that is not at the end.
 */
function withoutTrailing(text, characters) {
    let end = text.length;
    while (end > 0 && characters.includes(text.charAt(end - 1)))
        end -= 1;
    return text.slice(0, end);
}


/***/ }),

/***/ 4749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lookAlikeHint),
/* harmony export */   N: () => (/* binding */ plainForm)
/* harmony export */ });
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);

/** Signs that take no room: soft hyphen, zero width and direction marks, word joiner, byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/**
 * A text as plain keys would write it: composed, narrow forms for wide ones, plain blanks for others (Unicode NFKC,
 * UAX #15), without signs that take no room.
 */
function plainForm(text) {
    if ((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(text))
        return text;
    return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s/g, ' ').trim();
}
/** Goes on after a list of near names: one of them looks like the asked one and is not. Empty when none does. */
function lookAlikeHint(asked, names) {
    const twin = names.find((name) => name !== asked && plainForm(name) === plainForm(asked));
    if (twin === undefined)
        return '';
    const [here, there] = firstDifference(asked, twin);
    return ` One of them only looks the same: it has ${there} where this name has ${here}.`;
}
function firstDifference(a, b) {
    const [left, right] = [Array.from(a), Array.from(b)];
    const at = left.findIndex((character, index) => character !== right[index]);
    const place = at < 0 ? left.length : at;
    return [codePoint(left[place]), codePoint(right[place])];
}
function codePoint(character) {
    const code = character?.codePointAt(0);
    return code === undefined ? 'nothing more' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isSlip),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _look_alike_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4749);

/** Longer words are not measured: the cost grows with the square of the length, and nobody mistypes them. */
const LONGEST = 100;
const MOST_CANDIDATES = 5000;
/**
 * The candidates a mistyped word most likely meant, nearest first, letter case and look-alikes ignored. A candidate that
 * begins with the word (`prod`, `production`), or the other way round, counts as near.
 */
function nearest(word, candidates, max = 3) {
    const found = [];
    let seen = 0;
    for (const candidate of candidates) {
        seen += 1;
        if (seen > MOST_CANDIDATES)
            break;
        const score = closeness(word, candidate);
        if (score !== null)
            found.push({ candidate, score });
    }
    return found
        .sort((a, b) => a.score - b.score)
        .slice(0, max)
        .map(({ candidate }) => candidate);
}
/** Whether two words differ by one letter, by two swapped ones, or in upper and lower case alone. */
function isSlip(a, b) {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    if (Math.max(left.length, right.length) > LONGEST || Math.abs(left.length - right.length) > 1)
        return false;
    return a !== b && distance(left, right) <= 1;
}
/** How far a candidate is from the word; null when too far to be a slip of the hand. */
function closeness(word, candidate) {
    const a = (0,_look_alike_js__WEBPACK_IMPORTED_MODULE_0__/* .plainForm */ .N)(word).toLowerCase();
    const b = (0,_look_alike_js__WEBPACK_IMPORTED_MODULE_0__/* .plainForm */ .N)(candidate).toLowerCase();
    if (a === b)
        return 0;
    if (a === '' || b === '' || a.length > LONGEST || b.length > LONGEST)
        return null;
    if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)))
        return 1;
    const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
    if (Math.abs(a.length - b.length) > limit)
        return null;
    const measured = distance(a, b);
    return measured <= limit ? measured : null;
}
/**
 * Optimal string alignment distance: the fewest insertions, deletions, substitutions and swaps of two
 * neighbours that turn one word into the other (Damerau 1964, restricted form).
 */
function distance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, at(rows, i - 2, j - 2) + 1);
            row.push(best);
        }
        rows.push(row);
    }
    return at(rows, a.length, b.length);
}
function at(rows, i, j) {
    return rows[i]?.[j] ?? Infinity;
}


/***/ }),

/***/ 5383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** A name as a message quotes it: in double quotes, as JSON and YAML read them, cut to `max` characters. */
function quote(name, max = Infinity) {
    return JSON.stringify(name.length > max ? `${name.slice(0, max)}…` : name);
}


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createScrub),
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET)
/* harmony export */ });
/** A shorter secret would blank out half of every text: the runner's own advice is not to mask those. */
const SHORTEST_SECRET = 4;
/** A shorter one is taken out only where it stands alone: as a part of words it would be a word, not a secret. */
const SHORTEST_ANYWHERE = 6;
/** Of a longer one each piece is looked for by itself, because an expression grows with what it looks for. */
const PIECE = 64;
/**
 * A scrubber for these secrets in whatever dress a server may send them back: as they are and in other letter case, each
 * character as URLs (percent, also twice), HTML (names, decimal, hex), JSON, Python and quoted-printable write it, mixed
 * at will, and the whole in hex or in base64 of either alphabet, also inside of a longer text that was encoded. What it
 * finds becomes `***`.
 */
function createScrub(secrets) {
    const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET);
    // Longest first, so that no part of one stays because another was found in it.
    const looks = known
        .sort((a, b) => b.length - a.length)
        .flatMap(piecesOf)
        .map(lookFor);
    return (text) => looks.reduce((clean, look) => look(clean), text);
}
/** What any dress of a character has in it, but for its own case, hex and base64 of the whole, and a form's `+`. */
const DRESSED = /%[\da-f]{2}|\\|&[#a-z]|=[\da-f]{2}|\+/i;
/** Characters of a secret that are looked for before the whole expression is made, which takes far longer. */
const FIRST = 4;
function lookFor(secret) {
    const head = Array.from(secret.toWellFormed()).slice(0, FIRST);
    const hex = ['', ' ', ':', '-'].map((between) => bytesOf(head.join('')).join(between));
    const plain = [head.join('').toLowerCase(), ...hex];
    const base64 = inBase64(secret);
    const begins = once(() => new RegExp(head.map(spellings).join(''), 'i'));
    const whole = once(() => spelled(secret));
    return (text) => {
        const lower = text.toLowerCase();
        const clean = text.replace(base64, '***');
        const maybe = plain.some((start) => lower.includes(start)) || (DRESSED.test(text) && begins().test(text));
        return maybe ? clean.replace(whole(), '***') : clean;
    };
}
function once(make) {
    let made = null;
    return () => (made ??= make());
}
function piecesOf(secret) {
    if (secret.length <= 2 * PIECE)
        return [secret];
    const count = Math.floor(secret.length / PIECE);
    return Array.from({ length: count }, (_, at) => secret.slice(at * PIECE, at === count - 1 ? undefined : (at + 1) * PIECE));
}
/** Every expression here is a row of short alternatives without repetition: it takes no longer than the text is long. */
function spelled(secret) {
    const characters = Array.from(secret.toWellFormed()).map(spellings).join('');
    const alone = secret.length < SHORTEST_ANYWHERE;
    const plain = alone ? `(?<![A-Za-z0-9_])${characters}(?![A-Za-z0-9_])` : characters;
    const hex = bytesOf(secret).join('[ :-]?');
    return new RegExp(`${plain}|${hex}`, 'gi');
}
/** HTML's names; each other character is written by its number. */
const NAMED = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
};
const ESCAPED = { '\n': 'n', '\r': 'r', '\t': 't' };
/** How one character may be written. */
function spellings(character) {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    const bytes = bytesOf(character);
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    const ways = [
        ...[`%(?:25){0,3}`, String.raw `\\{1,2}x`, '='].map((before) => bytes.map((byte) => `${before}${byte}`).join('')),
        units.map((unit) => String.raw `\\{1,2}u${unit.toString(16).padStart(4, '0')}`).join(''),
        `&(?:amp;){0,3}#(?:x0{0,6}${hex}|0{0,6}${point});?`,
    ];
    if (point > 0x7f && point < 0x100)
        ways.push(String.raw `\\{1,2}x${hex}`);
    if (point > 0xffff)
        ways.push(String.raw `\\{1,2}U${hex.padStart(8, '0')}`);
    const named = NAMED[character];
    if (named !== undefined)
        ways.push(`&(?:amp;){0,3}${named};`);
    const escaped = ESCAPED[character];
    if (escaped !== undefined)
        ways.push(String.raw `\\{1,2}${escaped}`);
    if (character === ' ')
        ways.push('[+]');
    // Last, because `=`, `%`, `&` and a backslash begin the other ways. A quote or a backslash may have any of its own before
    // it, by how often it was quoted.
    const literal = units.map((unit) => String.raw `\u${unit.toString(16).padStart(4, '0')}`).join('');
    ways.push(`${/['"\\/]/.test(character) ? String.raw `\\{0,4}` : ''}${literal}`);
    return `(?:${ways.join('|')})`;
}
const SHARED = '[A-Za-z0-9+/_-]?';
/**
 * What base64 makes of a secret depends on where it stands in the bytes that are encoded: three ways. The characters that
 * it shares with what is beside it are taken with it.
 */
function inBase64(secret) {
    const bytes = Buffer.from(secret);
    const ways = [0, 1, 2].map((before) => {
        const all = Buffer.concat([Buffer.alloc(before), bytes]);
        const shared = before === 0 ? 0 : before + 1;
        const own = all.toString('base64').slice(shared, Math.floor((all.length * 8) / 6));
        const either = own.replaceAll('+', '[+-]').replaceAll('/', '[/_]');
        const after = (all.length * 8) % 6 === 0 ? '' : SHARED;
        return `${shared === 0 ? '' : SHARED}${either}${after}={0,2}`;
    });
    return new RegExp(ways.join('|'), 'g');
}
function bytesOf(text) {
    return Array.from(Buffer.from(text), (byte) => byte.toString(16).padStart(2, '0'));
}


/***/ }),

/***/ 8101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   f: () => (/* binding */ traceOf)
/* harmony export */ });
/** What a thrown value says. Anything can be thrown, and errors of another realm are no instances of our `Error`. */
function messageOf(thrown) {
    return Error.isError(thrown) ? thrown.message : String(thrown);
}
/** The same with its stack, for the debug log. */
function traceOf(thrown) {
    return Error.isError(thrown) ? (thrown.stack ?? thrown.message) : String(thrown);
}


/***/ }),

/***/ 6778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.BpQ),
/* harmony export */   FsL: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL),
/* harmony export */   Ikc: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Ikc),
/* harmony export */   KCZ: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.KCZ),
/* harmony export */   KH5: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.KH5),
/* harmony export */   L5J: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.L5J),
/* harmony export */   Rvf: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Rvf),
/* harmony export */   S1_: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.S1_),
/* harmony export */   Whr: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Whr),
/* harmony export */   X$i: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.X$i),
/* harmony export */   YOg: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YOg),
/* harmony export */   YPB: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YPB),
/* harmony export */   YjP: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP),
/* harmony export */   _H3: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__._H3),
/* harmony export */   aig: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.aig),
/* harmony export */   cl6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.cl6),
/* harmony export */   euz: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.euz),
/* harmony export */   fd: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.fd),
/* harmony export */   g1P: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.g1P),
/* harmony export */   gMt: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.gMt),
/* harmony export */   k5n: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.k5n),
/* harmony export */   lqM: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.lqM),
/* harmony export */   mee: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.mee),
/* harmony export */   pdi: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi),
/* harmony export */   rej: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.rej),
/* harmony export */   tBZ: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.tBZ),
/* harmony export */   tmp: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.tmp),
/* harmony export */   yGV: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.yGV),
/* harmony export */   zMY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.zMY)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8532);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2403);


// Each schema reads one or two answers: compiling it first costs more than it saves, and takes `new Function`. Schemas
// look at this when they are made, so everybody takes zod from here. Without a language every message is "Invalid input".
(0,zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)({ ...(0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(), jitless: true });



/***/ })

};
