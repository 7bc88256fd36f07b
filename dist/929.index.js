export const id = 929;
export const ids = [929];
export const modules = {

/***/ 1686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ throwIfAborted),
/* harmony export */   v: () => (/* binding */ abortError)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);

/** What an aborted signal means: its own PromotionError, else `timeout` or `cancelled`. */
function abortError(signal) {
    const reason = signal.reason;
    if (reason instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g)
        return reason;
    const late = typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError';
    return late
        ? new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('timeout', 'The time for this run is over.', 'Raise timeout-seconds, or find out why the registry is slow.', { cause: reason })
        : new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('cancelled', 'The run was cancelled.', 'Start it again when you want it.', {
            cause: reason,
        });
}
/** Ends a call whose signal is aborted. */
function throwIfAborted(signal) {
    if (signal.aborted)
        throw abortError(signal);
}


/***/ }),

/***/ 5702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ readEvidence)
});

;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/look.ts
/** The same records, each asked for once: what one step has on its way, the next one waits for. */
function askedOnce(records) {
    return {
        ...records,
        downloadUri: once((version) => records.downloadUri(version), ({ model, version }) => `${model}/${version}`),
        run: once((id) => records.run(id), (id) => id),
        loggedModel: once((id) => records.loggedModel(id), (id) => id),
        loggedModelsOf: once((run) => records.loggedModelsOf(run), ({ id }) => id),
    };
}
/** Asks for what is probably needed. A failure is met again by whoever needs it. */
function askAhead(records, { runId, loggedModelId, told }) {
    const asked = [
        runId === null ? null : records.run(runId),
        told === null
            ? loggedModelId === null
                ? null
                : records.loggedModel(loggedModelId)
            : records.loggedModelsOf(told),
    ];
    for (const answer of asked)
        answer?.catch(() => undefined);
}
function once(ask, keyOf) {
    const asked = new Map();
    return (about) => {
        const key = keyOf(about);
        const answer = asked.get(key) ?? ask(about);
        asked.set(key, answer);
        return answer;
    };
}

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/measurements.ts

/**
 * The one value of every metric and dataset that belongs to a version. Of a logged model that is the newest row by
 * (timestamp, step); what only the run has is taken from the run, whose rows come chosen by MLflow's (step, timestamp,
 * value), as long as the run made one model. A value that counts by this order and is not to be believed stays, with
 * the reason: an older one never takes its place.
 */
async function measure(records, trace, asked) {
    const groups = perDataset(trace.loggedModel?.metrics ?? []);
    const fromModel = await Promise.all(groups.map(async (rows) => {
        const newest = rows.reduce((last, row) => (isLater(row, last) ? row : last));
        return asked.has(newest.key)
            ? await lookedUp(records, trace, newest, rows)
            : measurement(newest, 'logged-model', rows.length, quickDoubt(newest));
    }));
    const covered = new Set(fromModel.map(({ metric }) => metric));
    const fromRun = (trace.run?.metrics ?? [])
        .filter((row) => !covered.has(row.key))
        .map((row) => measurement(row, 'run', null, neverRead(row) ?? sharedBy(trace.run, row)));
    return [...fromModel, ...fromRun].sort(byName);
}
function byName(a, b) {
    const label = (m) => `${m.metric}\n${m.dataset?.name ?? ''}\n${m.dataset?.digest ?? ''}`;
    return label(a) < label(b) ? -1 : 1;
}
function perDataset(rows) {
    const keyOf = (row) => JSON.stringify([row.key, row.dataset?.name, row.dataset?.digest]);
    return [...Map.groupBy(rows, keyOf).values()];
}
/** Ties in time and step are settled by the value, as MLflow settles them for runs. */
function isLater(row, than) {
    if (row.timestamp !== than.timestamp)
        return row.timestamp > than.timestamp;
    if (row.step !== than.step)
        return row.step > than.step;
    return row.value > than.value;
}
function measurement(row, origin, of, doubt) {
    const { key: metric, dataset, value, step, timestamp, runId } = row;
    return { metric, dataset, value, step, timestamp, origin, runId, of, doubt };
}
const LOST_NAN = {
    kind: 'suspect-zero',
    what: 'reads 0, which may be a NaN that was lost',
    remedy: null,
};
/** A body MLflow could not read is stored as value 0 at time 0 (seen on 2.9 to 3.18). */
function neverRead(row) {
    return row.value === 0 && row.timestamp === 0 ? LOST_NAN : null;
}
/** Without a look-up every 0 of a logged model may be a NaN. */
function quickDoubt(row) {
    return row.value === 0 ? LOST_NAN : null;
}
/** The run keeps one value per metric, whatever number of models it made: then it is nobody's. */
function sharedBy(run, row) {
    const models = Math.max(run?.loggedModelIds.length ?? 0, run?.modelPaths.length ?? 0);
    if (models < 2)
        return null;
    return {
        kind: 'shared-run',
        what: `is a value of run ${String(row.runId)}, which made ${models} models, so nobody can say whose it is`,
        remedy: 'Log the metric on the model itself (`mlflow.log_metric(…, model_id=…)`, or evaluate the model by its `models:/m-…` address), or log one model per run.',
    };
}
async function lookedUp(records, trace, row, rows) {
    const logger = await loggerOf(records, trace, row);
    const doubt = loggerDoubt(records, trace, row, logger);
    const value = row.value === 0 && neverRead(row) === null ? await zeroOf(records, trace, row, logger) : row.value;
    const zero = value === 'unsure' || neverRead(row) !== null ? LOST_NAN : null;
    const known = value === 'unsure' ? { ...row, value: 0 } : { ...row, value };
    return measurement(known, 'logged-model', rows.length, doubt ?? zero);
}
/** The run that logged a value, null where there is none or nobody says which; or why it cannot be read. */
async function loggerOf(records, trace, { runId }) {
    if (runId === null || runId === trace.run?.id)
        return { value: trace.run };
    return await attempt(() => records.run(runId));
}
/** The run that logged a value must have ended well and be there: its own word is all there is for the value. */
function loggerDoubt(records, trace, row, found) {
    // The version's own run is asked for the version as a whole.
    if (row.runId === null || row.runId === trace.run?.id)
        return null;
    const id = row.runId;
    if ('error' in found) {
        return unusable(`was logged by run ${id}, which cannot be read: ${found.error.message}`, found.error.remedy);
    }
    const run = found.value;
    if (run === null) {
        return unusable(`was logged by run ${id}, which does not exist on ${records.trackingLabel}`, EVALUATE_AGAIN);
    }
    if (run.deleted) {
        return unusable(`was logged by run ${id}, which is deleted`, `Evaluate the model again: the newest value counts. Or, if the run was deleted by mistake, restore it: \`mlflow runs restore --run-id ${id}\`.`);
    }
    if (run.status === 'FINISHED')
        return null;
    return unusable(`was logged by run ${id}, which is ${run.status}, not FINISHED`, 'Let that run end, or evaluate the model again: the newest value counts. A run that died and is known to be complete is ended with `MlflowClient().set_terminated(run_id)`.');
}
const EVALUATE_AGAIN = 'Evaluate the model again, and keep the run: the newest value counts.';
function unusable(what, remedy) {
    return { kind: 'run-unusable', what, remedy };
}
/**
 * A logged model stores NaN as 0 and keeps no trace of it; the run that logged it does. The run's rows of the same
 * metric, step and time tell: all zero is a zero, all NaN is a NaN, both or none is not to be believed.
 */
async function zeroOf(records, trace, row, logger) {
    if (row.runId === null)
        return 'unsure';
    const { runId, key } = row;
    const shown = 'error' in logger ? null : lastOfRun(logger.value, trace.loggedModel, row);
    if (shown !== null)
        return shown;
    const found = await attempt(() => records.metricHistory(runId, key));
    if ('error' in found)
        return 'unsure';
    const same = found.value.filter((other) => isSameMoment(other, row) && (other.value === 0 || Number.isNaN(other.value)));
    const nan = same.filter((other) => Number.isNaN(other.value)).length;
    if (nan > 0 && nan === same.length)
        return Number.NaN;
    return nan > 0 || same.length === 0 ? 'unsure' : 0;
}
/**
 * The last row of the run that logged it, where it can only be this one: no request is needed then. Null where another
 * dataset or another model that the run made or used may have been measured at the same moment.
 */
function lastOfRun(run, model, row) {
    if (run === null || model === null)
        return null;
    const [only, other] = new Set([...run.loggedModelIds, ...run.usedModelIds]);
    if (only !== model.id || other !== undefined)
        return null;
    const last = run.metrics.find(({ key }) => key === row.key);
    const rows = model.metrics.filter((one) => one.key === row.key && isSameMoment(one, row));
    if (last === undefined || !isSameMoment(last, row) || rows.length !== 1)
        return null;
    return last.value === 0 || Number.isNaN(last.value) ? last.value : null;
}
function isSameMoment(a, b) {
    return a.step === b.step && a.timestamp === b.timestamp;
}
/** What one value rests on and cannot be had takes that value away, and no other. A run that is out of time is over. */
async function attempt(ask) {
    try {
        return { value: await ask() };
    }
    catch (error) {
        if (!(error instanceof domain_error/* PromotionError */.g) || ['timeout', 'cancelled'].includes(error.code))
            throw error;
        return { error };
    }
}

// EXTERNAL MODULE: ./src/net/redact.ts
var redact = __webpack_require__(8962);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/problems.ts


// One sentence and one remedy per cause. docs/evidence.md lists them; a test follows each remedy on a real server.
const PLAINEST = 'register the model again by its logged model (`models:/m-…`, which `log_model` returns)';
/** The trail of a version ends without an answer. */
function untraceable(version, why) {
    return {
        code: 'lineage-unresolved',
        message: `Nothing says where the metrics of version ${version.version} are. ${why}`,
        remedy: 'Register the model again from a finished run, so that its metrics can be traced.',
    };
}
function loggedModelMissing(version, id, server) {
    return {
        code: 'lineage-unresolved',
        message: `Logged model ${id} of version ${version.version} does not exist on ${server}, or was deleted.`,
        remedy: `MLflow cannot restore a logged model: log and register the model again. ${elsewhere(version)}`,
    };
}
function loggedModelNotReady(version, { id, status }) {
    return {
        code: 'logged-model-not-ready',
        message: `Logged model ${id} of version ${version.version} is ${status}, not LOGGED_MODEL_READY.`,
        remedy: 'Log and register the model again: what was uploaded of this one is not known to be complete.',
    };
}
/** What the version says of its run and what its source leads to do not agree: one of them is somebody else's. */
function contradiction(version, what, run) {
    return {
        code: 'lineage-unresolved',
        message: `Version ${version.version} says that it came from run ${String(version.runId)}, and ${what} from run ${run}.`,
        remedy: `Whose numbers they are cannot be told: ${PLAINEST}, without the id of another run.`,
    };
}
/** A run made logged models, and it cannot be told which of them the version is. */
function undecided(version, run, artifact, models) {
    const made = [...new Set(models.map(({ name }) => name))].map((name) => (0,quote/* quote */.h)(name)).join(', ');
    const fitting = models.filter(({ name }) => name === artifact).length;
    const why = artifact === null
        ? `its source names none of them`
        : fitting > 1
            ? `${fitting} of them are named ${(0,quote/* quote */.h)(artifact)}`
            : `none of them is named ${(0,quote/* quote */.h)(artifact)}, as its source says`;
    return {
        code: 'lineage-unresolved',
        message: `Run ${run.id} of version ${version.version} made ${models.length === 1 ? 'a logged model' : `${models.length} logged models`} (${made}), and ${why}.`,
        remedy: `Say which one it is: ${PLAINEST}.`,
    };
}
function runMissing(version, id, server) {
    return {
        code: 'run-missing',
        message: `Run ${id} of version ${version.version} does not exist on ${server}.`,
        remedy: `Register the model again from a finished run, so that its metrics can be traced. ${elsewhere(version)}`,
    };
}
function runDeleted(version, { id, experimentId }) {
    return {
        code: 'run-deleted',
        message: `Run ${id} of version ${version.version} is deleted.`,
        remedy: `Restore it (\`mlflow runs restore --run-id ${id}\`; where the whole experiment was deleted, \`mlflow experiments restore --experiment-id ${experimentId}\`), or choose a version whose run exists.`,
    };
}
function runNotFinished(version, { id, status }) {
    return {
        code: 'run-not-finished',
        message: `Run ${id} of version ${version.version} is ${status}, not FINISHED.`,
        remedy: 'Let the run finish, or promote a version whose run did. A run that died and is known to be complete is ended with `MlflowClient().set_terminated(run_id)`.',
    };
}
function versionNotReady({ version, status }) {
    return {
        code: 'version-not-ready',
        message: `Version ${version} is ${status}, not READY.`,
        remedy: 'Wait until its registration has finished, or register it again.',
    };
}
/** What to write where runs and versions are on two servers. A file holds both, so it can be only one of the two. */
function elsewhere({ runLink }) {
    const link = runLink === '' ? '' : ` The registry links its run to ${shownLink(runLink)}.`;
    return `Where it is on another server, name that server in tracking-uri, and the server of this registry in registry-uri (a local store has to be served for that).${link}`;
}
/** A link as it may be printed: with the place in MLflow's page, which is the fragment, and without userinfo or query. */
function shownLink(link) {
    const url = URL.parse(link);
    if (url === null)
        return (0,redact/* excerpt */.K)(link);
    const [place = ''] = url.hash.split('?');
    return (0,redact/* excerpt */.K)(`${url.protocol}//${url.host}${url.pathname}${place}`);
}

// EXTERNAL MODULE: ./src/text/ends.ts
var ends = __webpack_require__(5285);
;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/source.ts

/**
 * Reads a source as MLflow does (`store/artifact/utils/models.py`, `_parse_model_uri`; names are taken literally, not
 * percent-decoded): one segment without `@` is a logged model, `name/digits` another version, anything else moves.
 * Other addresses name a logged model or a run by MLflow's own layout of artifacts.
 */
function parseSource(source) {
    const uri = /^models:\/+(.+)$/.exec(source)?.[1];
    if (uri !== undefined)
        return parseModelUri(uri);
    const [, run, artifact] = /^runs:\/+([0-9a-f]{32})(?:\/(.*))?$/.exec(source) ?? [];
    if (run !== undefined)
        return { kind: 'run', id: run, artifact: orNull(artifact) };
    const logged = /\/models\/(m-[0-9a-f]{32})\/artifacts(?:\/|$)/.exec(source)?.[1];
    if (logged !== undefined)
        return { kind: 'logged-model', id: logged };
    const [, folder, place] = /\/([0-9a-f]{32})\/artifacts(?:\/(.*))?$/.exec(source) ?? [];
    return folder === undefined ? { kind: 'unknown' } : { kind: 'run', id: folder, artifact: orNull(place) };
}
function parseModelUri(uri) {
    const [, model, version] = /^([^/]+)\/(\d+)$/.exec(uri) ?? [];
    if (model !== undefined && version !== undefined)
        return { kind: 'copy', model, version };
    return /^[^/@]+$/.test(uri) ? { kind: 'logged-model', id: uri } : { kind: 'moving', text: uri };
}
function orNull(text) {
    const name = (0,ends/* withoutTrailing */.h)(text ?? '', '/');
    return name === '' ? null : name;
}

;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/trace.ts


/** Copies whose own facts lead nowhere are followed this far. */
const MAX_COPIES = 8;
/**
 * Follows a version to *the* logged model that it is: by its source, by where its artifacts are (what a copy keeps when
 * its original is gone), or by its run and the place of the model in it; else to its run. How a version was registered
 * must not change what is found, so there is one rule for all, and what cannot be settled is a problem.
 */
async function traceVersion(records, version) {
    const { copiedFrom, ...clue } = await clueOf(records, version);
    const nothing = { loggedModel: null, run: null, runId: version.runId, problem: null };
    if (clue.lost !== null)
        return { ...nothing, copiedFrom, problem: untraceable(version, clue.lost) };
    const found = clue.loggedModelId === null
        ? await byRun(records, version, clue)
        : await byLoggedModel(records, version, clue.loggedModelId);
    return { ...nothing, ...found, copiedFrom };
}
async function byLoggedModel(records, version, id) {
    const [model, ownRun] = await Promise.all([
        records.loggedModel(id),
        version.runId === null ? null : records.run(version.runId),
    ]);
    if (model === null)
        return { run: ownRun, problem: loggedModelMissing(version, id, records.trackingLabel) };
    const { sourceRunId } = model;
    if (version.runId !== null && sourceRunId !== null && version.runId !== sourceRunId)
        return { problem: contradiction(version, `its logged model ${id}`, sourceRunId) };
    const runId = version.runId ?? sourceRunId;
    if (runId === null)
        return { loggedModel: model };
    const run = version.runId === null ? await records.run(runId) : ownRun;
    const problem = run === null ? runMissing(version, runId, records.trackingLabel) : null;
    return { loggedModel: model, run, runId, problem };
}
async function byRun(records, version, clue) {
    const runId = version.runId ?? clue.runId;
    if (runId === null)
        return { problem: untraceable(version, 'It names no run, and its source leads to none.') };
    if (clue.runId !== null && clue.runId !== runId)
        return { problem: contradiction(version, 'its source leads to an artifact', clue.runId) };
    const run = await records.run(runId);
    if (run === null)
        return { runId, problem: runMissing(version, runId, records.trackingLabel) };
    const [first, ...others] = run.loggedModelIds;
    if (first === undefined)
        return { run, runId };
    const made = others.length === 0 ? [await records.loggedModel(first)] : await records.loggedModelsOf(run);
    const there = made.filter((model) => model !== null);
    if (there.length === 0)
        return { run, problem: loggedModelMissing(version, first, records.trackingLabel) };
    const fitting = clue.artifact === null ? there : there.filter(({ name }) => name === clue.artifact);
    const [model, second] = fitting;
    if (model !== undefined && second === undefined)
        return { loggedModel: model, run, runId };
    return { run, runId, problem: undecided(version, run, clue.artifact, there) };
}
/** What a version says of itself, and where it does not say enough, what its originals say. */
async function clueOf(records, version) {
    const copiedFrom = [];
    let current = version;
    for (;;) {
        const source = parseSource(current.source);
        const own = sourceClue(source, copiedFrom);
        if (own !== null)
            return own;
        if (source.kind === 'copy')
            copiedFrom.push(`${source.model}/${source.version}`);
        const located = await locationClue(records, current, copiedFrom);
        if (located !== null)
            return located;
        if (source.kind !== 'copy')
            return lost(copiedFrom, lostWords(source));
        const label = `${source.model}/${source.version}`;
        if (copiedFrom.length > MAX_COPIES || copiedFrom.indexOf(label) < copiedFrom.length - 1)
            return lost(copiedFrom, `It is a copy of a copy without end ("${label}").`);
        const original = await records.version(source.model, source.version);
        if (original === null)
            return lost(copiedFrom, `It is a copy of "${label}", which no longer exists.`);
        current = original;
    }
}
function sourceClue(source, copiedFrom) {
    const nothing = { loggedModelId: null, runId: null, artifact: null, copiedFrom, lost: null };
    switch (source.kind) {
        case 'logged-model':
            return { ...nothing, loggedModelId: source.id };
        case 'run':
            return { ...nothing, runId: source.id, artifact: source.artifact };
        case 'unknown':
            return copiedFrom.length === 0 ? nothing : null;
        case 'copy':
        case 'moving':
            return null;
    }
}
/** Where its artifacts are was resolved when it was made, so it does not move and needs no original. */
async function locationClue(records, version, copiedFrom) {
    const [location] = await Promise.all([
        records.downloadUri(version),
        // On its way already, because it is asked for next.
        version.runId === null ? null : records.run(version.runId),
    ]);
    const clue = sourceClue(parseSource(location), copiedFrom);
    if (clue !== null && (clue.loggedModelId !== null || clue.runId !== null))
        return clue;
    const { runId } = version;
    return runId === null ? null : { loggedModelId: null, runId, artifact: null, copiedFrom, lost: null };
}
function lost(copiedFrom, why) {
    return { loggedModelId: null, runId: null, artifact: null, copiedFrom, lost: why };
}
function lostWords(source) {
    return source.kind === 'moving'
        ? `Its source "models:/${source.text}" names a stage or alias, which may hold another version by now.`
        : 'It names no run, and its source leads to none.';
}

;// CONCATENATED MODULE: ./src/registry/mlflow/evidence/evidence.ts




/**
 * Reads everything about one version that a gate may look at. Independent reads go out together; what `memory` knows
 * from an earlier look goes out at once.
 */
async function readEvidence(records, version, role, asked, memory) {
    const look = askedOnce(records);
    const key = JSON.stringify([version.model, version.version, version.source]);
    const known = memory.get(key);
    if (known !== undefined)
        askAhead(look, known);
    const trace = await traceVersion(look, version);
    memory.set(key, knownFrom(trace));
    return {
        version,
        lineage: lineageOf(trace, records.pages),
        measurements: trace.problem === null ? await measure(look, trace, asked) : [],
        problems: problemsOf(version, role, trace),
    };
}
function knownFrom({ runId, run, loggedModel }) {
    const told = run !== null && run.loggedModelIds.length > 1 ? run : null;
    return { runId, loggedModelId: loggedModel?.id ?? null, told };
}
function lineageOf(trace, pages) {
    const { runId, run, loggedModel, copiedFrom } = trace;
    return {
        runId,
        runStatus: run?.status ?? null,
        runDeleted: run?.deleted ?? false,
        experimentId: experimentOf(trace),
        loggedModelId: loggedModel?.id ?? null,
        commit: run?.commit ?? null,
        datasets: run?.datasets ?? [],
        copiedFrom,
        urls: urlsOf(trace, pages),
    };
}
/** The run's; of a model that was logged outside a run its own. */
function experimentOf({ run, loggedModel }) {
    const id = run?.experimentId ?? loggedModel?.experimentId ?? '';
    return id === '' ? null : id;
}
function urlsOf(trace, pages) {
    const { run, loggedModel } = trace;
    return {
        run: run === null ? null : pages.run(run.experimentId, run.id),
        experiment: pages.experiment(experimentOf(trace)),
        loggedModel: loggedModel === null ? null : pages.loggedModel(loggedModel.experimentId, loggedModel.id),
    };
}
/** Why a version is not to be believed. A baseline answers only for what is deleted, gone or not to be told. */
function problemsOf(version, role, { run, loggedModel, problem }) {
    const found = [problem, run?.deleted === true ? runDeleted(version, run) : null];
    const own = role === 'baseline'
        ? []
        : [
            version.status === 'READY' ? null : versionNotReady(version),
            run === null || run.deleted || run.status === 'FINISHED' ? null : runNotFinished(version, run),
            loggedModel === null || loggedModel.status === 'LOGGED_MODEL_READY'
                ? null
                : loggedModelNotReady(version, loggedModel),
        ];
    return [...found, ...own].filter((reason) => reason !== null);
}


/***/ }),

/***/ 7187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ NO_PAGES)
/* harmony export */ });
/** Where there are none: a store alone, and servers that have pages of another kind. */
const NO_PAGES = {
    version: () => null,
    run: () => null,
    experiment: () => null,
    loggedModel: () => null,
};


/***/ })

};
