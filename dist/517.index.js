export const id = 517;
export const ids = [517];
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

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ modelPaths),
/* harmony export */   q: () => (/* binding */ HISTORY_TAG)
/* harmony export */ });
/** The tag in which MLflow 1 and 2 keep which models a run logged: a JSON list with one entry per `log_model`. */
const HISTORY_TAG = 'mlflow.log-model.history';
/** The places of models in a run, each once; empty for a tag that is not what MLflow writes. */
function modelPaths(history) {
    const entries = parsed(history);
    if (!Array.isArray(entries))
        return [];
    return [...new Set(entries.map(pathOf).filter((path) => path !== null))];
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function pathOf(entry) {
    const path = typeof entry === 'object' && entry !== null && 'artifact_path' in entry ? entry.artifact_path : null;
    return typeof path === 'string' ? path : null;
}


/***/ }),

/***/ 6391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ SETTING),
/* harmony export */   k: () => (/* binding */ missingStore)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5383);


/** The input that names a store. The address may come from either. */
const SETTING = '`tracking-uri` (or `registry-uri`, where only that is set)';
/** The store is not there; it is never created. */
function missingStore({ uri, path, hints }, cause) {
    const usual = `Check ${SETTING}: a relative path starts at the workspace, and the file must be written or restored before this step. It is never created here.`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('store-missing', `There is no store at "${uri}". It was looked for as ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}.`, [...hints(), usual].join(' '), { cause });
}


/***/ }),

/***/ 8611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ed: () => (/* binding */ received),
/* harmony export */   eo: () => (/* binding */ DEFAULT_WORKSPACE),
/* harmony export */   t$: () => (/* binding */ sent)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _text_thrown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8101);


// What goes between the run and the thread that works on its store. Everything here can be copied.
/** Where everything lives that was made without a workspace (MLflow 3.10). */
const DEFAULT_WORKSPACE = 'default';
function sent(error) {
    const ours = error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g ? error : null;
    return {
        code: ours?.code ?? null,
        message: (0,_text_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error),
        remedy: ours?.remedy ?? '',
        stack: Error.isError(error) ? String(error.stack) : '',
    };
}
function received({ code, message, remedy, stack }) {
    const there = Object.assign(new Error(message), { stack });
    return code === null ? there : new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g(code, message, remedy, { cause: there });
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

/***/ 8517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* reexport */ serveStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/registry/mlflow/store/missing.ts
var missing = __webpack_require__(6391);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/errors.ts



/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** A reader met the journal of a writer that was killed: extended codes of READONLY. */
const READONLY_RECOVERY = 264;
const READONLY_ROLLBACK = 776;
/** Reading needs a file beside the store, and the folder takes none. */
const READONLY_DIRECTORY = 1544;
const DAMAGED = {
    code: 'store-unusable',
    what: 'is damaged or cut short',
    remedy: 'Restore the file from a copy (check that the download, cache or checkout that brought it was complete).',
};
const FAULTS = {
    [CORRUPT]: DAMAGED,
    [NOTADB]: DAMAGED,
    [READONLY]: {
        code: 'store-read-only',
        what: 'cannot be written: the file, its folder or its disk is read-only',
        remedy: 'Give the user that runs this step write permission on the file and on its folder (SQLite keeps its journal beside the file). Evaluate and list need none.',
    },
    [CANTOPEN]: {
        code: 'store-read-only',
        what: 'or the journal that SQLite keeps beside it could not be opened',
        remedy: 'Give the user that runs this step permission on the file and on its folder.',
    },
    [FULL]: {
        code: 'store-unusable',
        what: 'is on a full disk; nothing was changed',
        remedy: 'Free some space and run again.',
    },
    [IOERR]: {
        code: 'store-unusable',
        what: 'is on a disk that failed while it was used',
        remedy: 'Check the disk, or copy the store to a local one (network folders are known for this), and run again.',
    },
};
/** Somebody else holds a lock that we need: worth another try. */
function isBusy(error) {
    const primary = (resultCode(error) ?? 0) & 0xff;
    return primary === BUSY || primary === LOCKED;
}
/** The disk failed: whether a commit took hold can only be told by reading. */
function isDiskFailure(error) {
    return ((resultCode(error) ?? 0) & 0xff) === IOERR;
}
/** Only a connection that may write can take back the half-made write of a killed process. */
function needsRecovery(error) {
    const code = resultCode(error);
    return code === READONLY_ROLLBACK || code === READONLY_RECOVERY;
}
/** A store in WAL mode, in a folder that cannot be written. */
function needsFolder(error) {
    const code = resultCode(error);
    return code === READONLY_DIRECTORY || code === CANTOPEN;
}
/** What SQLite said, as this project says it. Anything that is not SQLite's comes back as it is. */
function translated(error, store) {
    const code = resultCode(error);
    if (code === null)
        return error;
    const primary = code & 0xff;
    if (primary === CANTOPEN && !(0,external_node_fs_.existsSync)(store.path))
        return (0,missing/* missingStore */.k)({ ...store, hints: () => [] }, error);
    const found = FAULTS[primary] ?? {
        code: 'store-unusable',
        what: `was refused by SQLite: ${error.message}`,
        remedy: 'Open it with "mlflow server --backend-store-uri" to see whether MLflow can read it.',
    };
    return new domain_error/* PromotionError */.g(found.code, `The store "${store.uri}" ${found.what}.`, found.remedy, {
        cause: error,
    });
}
/** SQLite's extended result code, or null when the error is not SQLite's. */
function resultCode(error) {
    if (typeof error !== 'object' || error === null)
        return null;
    const { code, errcode } = error;
    return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode : null;
}

// EXTERNAL MODULE: ./src/registry/mlflow/store/protocol.ts
var protocol = __webpack_require__(8611);
// EXTERNAL MODULE: ./src/domain/version.ts
var version = __webpack_require__(3356);
// EXTERNAL MODULE: ./src/text/near.ts
var near = __webpack_require__(525);
// EXTERNAL MODULE: ./src/registry/mlflow/words.ts
var words = __webpack_require__(5824);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/session.ts

/** Far beyond what a model or a metric has; what a page that leads back to itself makes of one row has no bound. */
const MOST_ROWS = 1_000_000;
/** One open connection with what is known about its store. */
class Session {
    /** The store's address, for messages. */
    uri;
    schema;
    #database;
    /** Epoch milliseconds. */
    now;
    #workspace;
    constructor(database, schema, about) {
        this.#database = database;
        this.schema = schema;
        this.uri = about.uri;
        this.now = about.now;
        this.#workspace = about.workspace;
    }
    /** The rows of a query. Integers are bigints, so that none is rounded. */
    rows(sql, values) {
        const rows = this.#statement(`${sql} LIMIT ${MOST_ROWS + 1}`).all(this.#bound(values));
        if (rows.length <= MOST_ROWS)
            return rows;
        throw new domain_error/* PromotionError */.g('store-unusable', `The store "${this.uri}" has more than ${MOST_ROWS} rows for one question.`, 'Check whether it is the store you mean; SQLite can be made to read the same page again and again: restore it from a copy.');
    }
    /** Makes a change and says how many rows it touched. */
    change(sql, values) {
        return Number(this.#statement(sql).run(this.#bound(values)).changes);
    }
    hasTable(table) {
        return this.schema.tables.has(table);
    }
    hasWorkspace(table) {
        return this.schema.tables.get(table)?.has('workspace') === true;
    }
    /** ` AND workspace = …` for a table that has that column (MLflow 3.10 and later), else nothing. */
    within(table) {
        return this.hasWorkspace(table) ? ' AND workspace = :workspace' : '';
    }
    /** The same for tables whose workspace is that of their experiment. */
    withinExperiment() {
        return this.hasWorkspace('experiments')
            ? ' AND experiment_id IN (SELECT experiment_id FROM experiments WHERE workspace = :workspace)'
            : '';
    }
    #statement(sql) {
        const statement = this.#database.prepare(sql);
        statement.setReadBigInts(true);
        statement.setAllowUnknownNamedParameters(true);
        return statement;
    }
    #bound(values) {
        return { ...values, workspace: this.#workspace };
    }
}
/** Text of a cell; null stays null. A BLOB is not text. */
function textOrNull(row, column) {
    const value = row[column];
    if (value === null || typeof value === 'string')
        return value;
    throw strange(column, 'text');
}
function session_text(row, column) {
    return textOrNull(row, column) ?? '';
}
/** A number of a cell; null is given as `absent`. Integers beyond 2^53 become the nearest double. */
function number(row, column, absent) {
    const value = row[column];
    if (value === null)
        return absent;
    if (typeof value === 'bigint' || typeof value === 'number')
        return Number(value);
    throw strange(column, 'a number');
}
/** As `number`, for what is counted or dated: an infinity, which SQLite keeps and MLflow never writes, is none. */
function finite(row, column, absent) {
    const value = number(row, column, absent);
    if (Number.isFinite(value))
        return value;
    throw strange(column, 'a finite number');
}
/** The exact digits of an integer cell. */
function digits(row, column) {
    const value = row[column];
    if (typeof value === 'bigint')
        return String(value);
    throw strange(column, 'an integer');
}
function strange(column, wanted) {
    return new domain_error/* PromotionError */.g('store-unusable', `The store has something else than ${wanted} in column "${column}".`, 'MLflow never writes that: restore the store from a copy.');
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/registry-queries.ts






/** SQLite's largest integer has 19 digits; MLflow counts versions from 1. */
const VERSION = /^[1-9]\d{0,17}$/;
/** Deleting a version in MLflow only renames its stage; a stage that was never written is NULL. */
const VISIBLE = "current_stage IS NOT 'Deleted_Internal'";
const COLUMNS = 'name, version, creation_time, last_updated_time, description, current_stage, source, run_id, run_link, status';
/** All versions of a model that are not deleted, highest number first, and all its aliases. */
function readModel(session, name) {
    if (!modelExists(session, name)) {
        const place = { where: `in the store "${session.uri}"`, setting: missing/* SETTING */.H };
        throw (0,words/* unknownModel */.w2)(name, place, (0,near/* nearest */.p)(name, modelNames(session)));
    }
    if (isPrompt(session, name))
        throw (0,words/* promptRefused */.RS)(name);
    const tags = tagsByVersion(session, name);
    const versions = session.rows(`SELECT ${COLUMNS} FROM model_versions WHERE name = :name AND ${VISIBLE}${session.within('model_versions')} ORDER BY version DESC`, { name });
    const aliases = session.rows(`SELECT alias, version FROM registered_model_aliases WHERE name = :name${session.within('registered_model_aliases')} ORDER BY alias`, { name });
    return {
        name,
        versions: versions.map((row) => toVersion(row, tags.get(digits(row, 'version')) ?? new Map())),
        aliases: new Map(aliases.map((row) => [session_text(row, 'alias'), digits(row, 'version')])),
    };
}
/** One version, or null when it does not exist or was deleted. */
function readVersion(session, name, version) {
    if (!VERSION.test(version))
        return null;
    const [row] = session.rows(`SELECT ${COLUMNS} FROM model_versions WHERE name = :name AND version = :version AND ${VISIBLE}${session.within('model_versions')}`, { name, version: BigInt(version) });
    return row === undefined ? null : toVersion(row, tagsByVersion(session, name).get(version) ?? new Map());
}
/** What MLflow's server answers for it: where the artifacts are, else the source. */
function readDownloadUri(session, name, version) {
    if (!VERSION.test(version))
        return '';
    // Stores of MLflow before 2.8 have no column for it.
    const located = session.schema.tables.get('model_versions')?.has('storage_location') === true;
    const [row] = session.rows(`SELECT source, ${located ? 'storage_location' : 'NULL AS storage_location'} FROM model_versions WHERE name = :name AND version = :version${session.within('model_versions')}`, { name, version: BigInt(version) });
    if (row === undefined)
        return '';
    return textOrNull(row, 'storage_location') ?? session_text(row, 'source');
}
function modelExists(session, name) {
    const sql = `SELECT 1 FROM registered_models WHERE name = :name${session.within('registered_models')}`;
    return session.rows(sql, { name }).length > 0;
}
function isPrompt(session, name) {
    const sql = `SELECT value FROM registered_model_tags WHERE name = :name AND key = '${words/* PROMPT_TAG */.Ke}'${session.within('registered_model_tags')}`;
    return session.rows(sql, { name }).some((row) => (0,words/* saysPrompt */.n0)(session_text(row, 'value')));
}
function modelNames(session) {
    const sql = `SELECT name FROM registered_models WHERE true${session.within('registered_models')} ORDER BY name`;
    return session.rows(sql, {}).map((row) => session_text(row, 'name'));
}
function tagsByVersion(session, name) {
    const found = new Map();
    const sql = `SELECT version, key, value FROM model_version_tags WHERE name = :name${session.within('model_version_tags')} ORDER BY key`;
    for (const row of session.rows(sql, { name })) {
        const version = digits(row, 'version');
        const tags = found.get(version) ?? new Map();
        found.set(version, tags.set(session_text(row, 'key'), session_text(row, 'value')));
    }
    return found;
}
function toVersion(row, tags) {
    const runId = session_text(row, 'run_id');
    return {
        model: session_text(row, 'name'),
        version: digits(row, 'version'),
        stage: toStage(row),
        status: session_text(row, 'status'),
        runId: runId === '' ? null : runId,
        source: session_text(row, 'source'),
        runLink: session_text(row, 'run_link'),
        description: session_text(row, 'description'),
        tags: Object.fromEntries(tags),
        createdAt: finite(row, 'creation_time', 0),
        updatedAt: row['last_updated_time'] === null ? null : finite(row, 'last_updated_time', 0),
        url: null,
    };
}
function toStage(row) {
    // MLflow fills in 'None' itself; NULL is a row that another tool wrote without a stage.
    const stored = textOrNull(row, 'current_stage') ?? 'None';
    const stage = version/* STAGES */.an.find((known) => known === stored);
    if (stage !== undefined)
        return stage;
    throw new domain_error/* PromotionError */.g('store-unusable', `Version ${digits(row, 'version')} of "${session_text(row, 'name')}" has the stage "${stored}", which MLflow does not know.`, 'Move that version to a stage of MLflow (None, Staging, Production, Archived) with the MLflow client.');
}

// EXTERNAL MODULE: ./src/registry/mlflow/evidence/model-paths.ts
var model_paths = __webpack_require__(3839);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/tracking-queries.ts



const LOGGED_COLUMNS = 'model_id, experiment_id, name, status, source_run_id';
/** MLflow's numbers for the states of a logged model (`entities/logged_model_status.py`). */
const LOGGED_STATUS = {
    '1': 'LOGGED_MODEL_PENDING',
    '2': 'LOGGED_MODEL_READY',
    '3': 'LOGGED_MODEL_UPLOAD_FAILED',
};
/**
 * Logged models keep a NaN as 0 and no mark of it. The run that logged it has the mark: where that row is NaN
 * and no real 0 was logged at the same step and time, the value was NaN.
 */
const LOGGED_METRICS = `
  SELECT metric_name, metric_value, metric_timestamp_ms, metric_step, run_id, dataset_name, dataset_digest,
         metric_value = 0 AND coalesce(
           (SELECT min(is_nan) FROM metrics
             WHERE run_uuid = run_id AND key = metric_name AND step = metric_step
               AND timestamp = metric_timestamp_ms AND value = 0), 0) AS was_nan
    FROM logged_model_metrics WHERE model_id = :id`;
/** A run, deleted or not, with the last row of every metric as MLflow itself keeps it; null when unknown. */
function readRun(session, id) {
    const [run] = session.rows(`SELECT status, lifecycle_stage, experiment_id FROM runs WHERE run_uuid = :id${session.withinExperiment()}`, { id });
    if (run === undefined)
        return null;
    const metrics = session.rows('SELECT key, value, timestamp, step, is_nan FROM latest_metrics WHERE run_uuid = :id ORDER BY key', { id });
    return {
        id,
        experimentId: digits(run, 'experiment_id'),
        status: session_text(run, 'status'),
        deleted: session_text(run, 'lifecycle_stage') !== 'active',
        commit: filled(tagOf(session, id, words/* COMMIT_TAG */.z2)),
        metrics: metrics.map((row) => runMetric(row, id)),
        datasets: datasetsOf(session, id),
        loggedModelIds: modelsOf(session, id, 'OUTPUT'),
        usedModelIds: modelsOf(session, id, 'INPUT'),
        modelPaths: (0,model_paths/* modelPaths */.C)(tagOf(session, id, model_paths/* HISTORY_TAG */.q) ?? ''),
    };
}
/** Every row of a metric in a run. */
function readHistory(session, runId, key) {
    const rows = session.rows(`SELECT key, value, timestamp, step, is_nan FROM metrics WHERE run_uuid = :runId AND key = :key
        AND run_uuid IN (SELECT run_uuid FROM runs WHERE true${session.withinExperiment()})`, { runId, key });
    return rows.map((row) => runMetric(row, runId));
}
/** A logged model that is not deleted; null when unknown, and in stores older than MLflow 3. */
function readLoggedModel(session, id) {
    if (!session.hasTable('logged_models'))
        return null;
    const [model] = session.rows(`SELECT ${LOGGED_COLUMNS} FROM logged_models
      WHERE model_id = :id AND lifecycle_stage <> 'deleted'${session.withinExperiment()}`, { id });
    return model === undefined ? null : loggedModel(session, model);
}
/** Every logged model that a run made and that is not deleted. */
function readLoggedModels(session, runId) {
    if (!session.hasTable('logged_models'))
        return [];
    const rows = session.rows(`SELECT ${LOGGED_COLUMNS} FROM logged_models
      WHERE source_run_id = :runId AND lifecycle_stage <> 'deleted'${session.withinExperiment()} ORDER BY model_id`, { runId });
    return rows.map((row) => loggedModel(session, row));
}
function filled(value) {
    return value === '' ? null : value;
}
function tagOf(session, runId, key) {
    const [row] = session.rows('SELECT value FROM tags WHERE run_uuid = :runId AND key = :key', { runId, key });
    return row === undefined ? null : textOrNull(row, 'value');
}
/** MLflow writes a NaN as 0 with `is_nan`. */
function runMetric(row, runId) {
    return {
        key: session_text(row, 'key'),
        value: number(row, 'is_nan', 1) === 0 ? number(row, 'value', NaN) : NaN,
        step: finite(row, 'step', 0),
        timestamp: finite(row, 'timestamp', 0),
        dataset: null,
        runId,
    };
}
/**
 * The datasets a run says it used. Joined by `dataset_uuid`: MLflow 2.x reuses a row of the same name and
 * digest from another experiment.
 */
function datasetsOf(session, runId) {
    const rows = session.rows(`SELECT DISTINCT datasets.name AS name, datasets.digest AS digest
       FROM inputs JOIN datasets ON datasets.dataset_uuid = inputs.source_id
      WHERE inputs.source_type = 'DATASET' AND inputs.destination_type = 'RUN' AND inputs.destination_id = :runId
      ORDER BY 1, 2`, { runId });
    return rows.map((row) => ({ name: session_text(row, 'name'), digest: filled(textOrNull(row, 'digest')) }));
}
/** The logged models a run made or used (MLflow 3 keeps them beside the datasets it used). */
function modelsOf(session, runId, as) {
    const rows = session.rows(`SELECT DISTINCT destination_id AS id FROM inputs
      WHERE source_type = 'RUN_${as}' AND source_id = :runId AND destination_type = 'MODEL_${as}' ORDER BY 1`, { runId });
    return rows.map((row) => session_text(row, 'id'));
}
function loggedModel(session, row) {
    const id = session_text(row, 'model_id');
    const status = digits(row, 'status');
    return {
        id,
        experimentId: digits(row, 'experiment_id'),
        name: session_text(row, 'name'),
        status: LOGGED_STATUS[status] ?? `in state ${status}`,
        sourceRunId: filled(textOrNull(row, 'source_run_id')),
        metrics: session.rows(LOGGED_METRICS, { id }).map(loggedMetric),
    };
}
function loggedMetric(row) {
    const dataset = filled(textOrNull(row, 'dataset_name'));
    return {
        key: session_text(row, 'metric_name'),
        value: row['was_nan'] === 1n ? NaN : number(row, 'metric_value', NaN),
        step: finite(row, 'metric_step', 0),
        timestamp: finite(row, 'metric_timestamp_ms', 0),
        dataset: dataset === null ? null : { name: dataset, digest: filled(textOrNull(row, 'dataset_digest')) },
        runId: filled(textOrNull(row, 'run_id')),
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/writes.ts




/**
 * Changes the rows that MLflow's server changes for the same call, and no others (compared cell by cell with
 * 2.9.2, 2.22.5 and 3.17.2). Runs inside the caller's transaction, and looks in it at what became of the model: a store
 * can be made so that a change of one row changes others.
 *
 * @throws PromotionError `store-unusable` when anything but the write happened; the caller takes all of it back.
 */
function makeWrite(session, write) {
    mustExist(session, write.model, write.version);
    const before = standingOf(session, write.model);
    switch (write.kind) {
        case 'transition':
            transition(session, write);
            break;
        case 'alias':
            setAlias(session, write);
            break;
    }
    const after = standingOf(session, write.model);
    if ((0,external_node_util_.isDeepStrictEqual)(after, planned(before, write)))
        return;
    throw new domain_error/* PromotionError */.g('store-unusable', `The store "${session.uri}" did something else than was asked when ${describe(write)}; all of it was taken back.`, 'Compare its tables (.schema in sqlite3) with those of a store that MLflow makes, or restore the store from a copy.');
}
function standingOf(session, name) {
    const pairs = (table, key, value) => new Map(session
        .rows(`SELECT ${key}, ${value} FROM ${table} WHERE name = :name${session.within(table)}`, { name })
        .map((row) => [row[key], row[value]]));
    return {
        stages: pairs('model_versions', 'version', 'current_stage'),
        aliases: pairs('registered_model_aliases', 'alias', 'version'),
    };
}
function planned({ stages, aliases }, write) {
    const version = BigInt(write.version);
    if (write.kind === 'alias')
        return { stages, aliases: new Map(aliases).set(write.alias, version) };
    const moved = [...stages].map(([each, stage]) => {
        if (each === version)
            return [each, write.stage];
        return [each, write.archiveExisting && stage === write.stage ? 'Archived' : stage];
    });
    return { stages: new Map(moved), aliases };
}
function describe(write) {
    const to = write.kind === 'alias' ? `the alias "${write.alias}"` : write.stage;
    return `version ${write.version} was moved to ${to}`;
}
function mustExist(session, model, version) {
    if (readVersion(session, model, version) !== null)
        return;
    throw new domain_error/* PromotionError */.g('version-unknown', `Model "${model}" has no version ${version} in the store "${session.uri}".`, 'List the versions with `mode: list` and name one of them.');
}
function transition(session, write) {
    if (write.archiveExisting && write.stage === 'Archived') {
        throw new domain_error/* PromotionError */.g('request-refused', 'Existing versions can be archived only for Staging and Production.', 'Move to Archived without archiving existing versions.');
    }
    const values = {
        name: write.model,
        version: BigInt(write.version),
        stage: write.stage,
        now: BigInt(session.now()),
    };
    const scope = session.within('model_versions');
    if (write.archiveExisting) {
        session.change(`UPDATE model_versions SET current_stage = 'Archived', last_updated_time = :now
        WHERE name = :name AND version <> :version AND current_stage = :stage${scope}`, values);
    }
    session.change(`UPDATE model_versions SET current_stage = :stage, last_updated_time = :now
      WHERE name = :name AND version = :version${scope}`, values);
    session.change(`UPDATE registered_models SET last_updated_time = :now WHERE name = :name${session.within('registered_models')}`, values);
}
function setAlias(session, write) {
    const problem = (0,words/* aliasProblem */.C1)(write.alias);
    if (problem !== null) {
        throw new domain_error/* PromotionError */.g('request-refused', `MLflow does not take "${write.alias}" as an alias: ${problem}.`, 'Use letters, digits, "_" and "-"; `latest` and `v<number>` are reserved.');
    }
    upsert(session, 'registered_model_aliases', ['name', 'alias'], {
        name: write.model,
        alias: write.alias,
        version: BigInt(write.version),
    });
}
/** Inserts a row or, where its key is there, sets what is not key. */
function upsert(session, table, key, values) {
    const scoped = session.hasWorkspace(table) ? ['workspace'] : [];
    const columns = [...Object.keys(values), ...scoped];
    const target = [...scoped, ...key];
    const rest = columns.filter((column) => !target.includes(column));
    session.change(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
       ON CONFLICT (${target.join(', ')}) DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`, values);
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/queries.ts



/** Everything that is ever asked of a store, by name, because a name can be sent to another thread. */
const QUERIES = {
    model: readModel,
    version: readVersion,
    downloadUri: readDownloadUri,
    run: readRun,
    loggedModel: readLoggedModel,
    loggedModels: readLoggedModels,
    history: readHistory,
    write: makeWrite,
};
/** As it comes out of a message. */
function answer(session, query, args) {
    const ask = QUERIES[query];
    return ask(session, ...args);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/beside.ts



// SQLite keeps files of its own beside a store and believes them: it writes back what a journal holds, through links too.
const RESTORE = 'MLflow never leaves such a file: remove it if you know where it comes from, or restore the store from a copy.';
/** @throws PromotionError `store-unusable` where a file of SQLite's beside the store is not one that SQLite makes. */
function demandPlain({ uri, path }) {
    for (const file of [`${path}-journal`, `${path}-wal`, `${path}-shm`]) {
        const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (found === undefined || found.isFile())
            continue;
        const what = found.isSymbolicLink() ? 'a link' : 'not a file';
        throw new domain_error/* PromotionError */.g('store-unusable', `Beside the store "${uri}" there is "${(0,external_node_path_.basename)(file)}", which is ${what}; SQLite would use it as its own.`, RESTORE);
    }
    if (!namesAnotherFile(`${path}-journal`))
        return;
    throw new domain_error/* PromotionError */.g('store-unusable', `Beside the store "${uri}" there is "${(0,external_node_path_.basename)(path)}-journal", which names another file; SQLite would delete that one with it.`, RESTORE);
}
/** What a killed process left half done, for whoever changes nothing. */
function unfinished({ uri, path }, cause) {
    const name = (0,external_node_path_.basename)(path);
    return new domain_error/* PromotionError */.g('store-unusable', `A process was killed while it wrote to "${uri}", and its unfinished change has to be taken back from "${name}-journal" first. This mode changes nothing, so it did not.`, 'If the journal is yours, run `sqlite3 mlflow.db "SELECT count(*) FROM sqlite_schema"` on the store as a user that may write it (any writer takes back the change, `mode: promote` too); else restore the store from a copy.', { cause });
}
/**
 * The end of a journal that belongs to a transaction over several files (SQLite, pager.c, `readSuperJournal`): a name,
 * its length, a sum, and eight bytes of magic. MLflow's transactions are over one.
 */
const MAGIC = 'd9d505f920a163d7';
function namesAnotherFile(journal) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(journal, 'r');
    }
    catch {
        // There is none, or SQLite cannot open it either, and says so.
        return false;
    }
    try {
        const end = Buffer.alloc(MAGIC.length / 2);
        (0,external_node_fs_.readSync)(file, end, 0, end.length, Math.max(0, (0,external_node_fs_.fstatSync)(file).size - end.length));
        return end.toString('hex') === MAGIC;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/driver.ts

/**
 * Runs `load` without the warning that Node up to 24.1x prints when `node:sqlite` is first loaded. Every other
 * warning goes through, and the emitter is put back.
 */
function withoutSqliteWarning(load, host = process) {
    const emit = host.emitWarning;
    const filtered = (...args) => {
        const known = args[1] === 'ExperimentalWarning' && String(args[0]).startsWith('SQLite ');
        if (!known)
            Reflect.apply(emit, host, args);
    };
    host.emitWarning = filtered;
    try {
        return load();
    }
    finally {
        host.emitWarning = emit;
    }
}
/**
 * Opens an existing database; a missing one is an error and never made. Waiting for locks is left to the
 * caller, because a thread in which SQLite itself waits cannot be told to end. `frozen` reads the file alone,
 * without locks and without what is pending beside it.
 */
function openDatabase(path, mode) {
    const { DatabaseSync: Database } = withoutSqliteWarning(() => process.getBuiltinModule('node:sqlite'));
    const url = (0,external_node_url_.pathToFileURL)(path);
    url.searchParams.set('mode', mode === 'rw' ? 'rw' : 'ro');
    if (mode === 'frozen')
        url.searchParams.set('immutable', '1');
    const database = new Database(url, { timeout: 0 });
    try {
        // The first two are what MLflow sets itself; the third keeps a crafted schema from calling functions.
        database.exec('PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = true; PRAGMA trusted_schema = OFF');
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/frozen.ts



/** The state of a store whose file alone is all there is. @throws PromotionError `store-read-only` where it is not. */
function frozenState(place, cause) {
    const pending = pendingBeside(place.path);
    if (pending !== null)
        throw cannotSettle(place, pending, cause);
    const { ino, size, mtimeNs } = (0,external_node_fs_.statSync)(place.path, { bigint: true });
    return [ino, size, mtimeNs].join(' ');
}
/** @throws PromotionError `store-busy` where a store that was read as frozen has changed meanwhile. */
function demandFrozen(place, state) {
    if (pendingBeside(place.path) === null && frozenState(place, null) === state)
        return;
    throw new domain_error/* PromotionError */.g('store-busy', `The store "${place.uri}" was changed by another process while it was read; nothing was decided by it.`, 'Let the other process finish and run again.');
}
/** What is pending, and whose permission is missing to settle it. Null when nothing is. */
function unsettled(place, cause) {
    const pending = pendingBeside(place.path);
    return pending === null ? null : cannotSettle(place, pending, cause);
}
function pendingBeside(path) {
    for (const file of [`${path}-wal`, `${path}-journal`]) {
        const bytes = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.statSync)(file).size : 0;
        if (bytes > 0)
            return { file, bytes };
    }
    return null;
}
function cannotSettle({ uri, path }, { file, bytes }, cause) {
    const folder = (0,external_node_path_.dirname)(path);
    const { uid, mode } = (0,external_node_fs_.statSync)(folder);
    const who = process.getuid?.();
    const user = who === undefined ? 'the user of this step' : `user ${who}`;
    const rights = `owner ${uid}, mode ${(mode & 0o777).toString(8)}`;
    return new domain_error/* PromotionError */.g('store-read-only', `The store "${uri}" has changes pending in "${(0,external_node_path_.basename)(file)}" (${bytes} bytes), and ${user} may not write in its folder "${folder}" (${rights}), which reading them needs.`, 'Give that user write permission on the folder and its files, or let the owner settle the store first: end what writes to it, then run `sqlite3 mlflow.db "PRAGMA wal_checkpoint(TRUNCATE)"` on it.', { cause });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/domain/deadline.ts
var deadline = __webpack_require__(1686);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/waiting.ts




/** How long MLflow itself waits for a lock (`PRAGMA busy_timeout = 20000` in every release from 2.9). */
const LONGEST_WAIT_MS = 20_000;
const SHORTEST_SLICE_MS = 10;
const LONGEST_SLICE_MS = 60;
const sleep = (ms, signal) => (0,promises_.setTimeout)(ms, undefined, { signal });
/**
 * Tries until the store is free, in short slices so that signals and the time limit still work.
 *
 * @throws PromotionError `store-busy` after as long as MLflow itself would wait.
 */
async function retryWhileBusy(attempt, signal, waiting) {
    for (let waited = 0;;) {
        (0,deadline/* throwIfAborted */.T)(signal);
        try {
            return attempt();
        }
        catch (error) {
            if (!isBusy(error))
                throw error;
            if (waited >= LONGEST_WAIT_MS)
                throw busy(waiting.uri, error);
        }
        if (waited === 0)
            waiting.log(`Another process is writing to "${waiting.uri}"; waiting for it.`);
        // Waiters that are not in step do not starve each other.
        const slice = SHORTEST_SLICE_MS + Math.random() * (LONGEST_SLICE_MS - SHORTEST_SLICE_MS);
        await waiting.sleep(slice, signal).catch((error) => {
            (0,deadline/* throwIfAborted */.T)(signal);
            throw error;
        });
        waited += slice;
    }
}
function busy(uri, cause) {
    return new domain_error/* PromotionError */.g('store-busy', `The store "${uri}" stayed locked by another process for ${LONGEST_WAIT_MS / 1000} seconds; nothing was changed.`, 'Find what holds it (a training job, an MLflow server, a database browser with an open edit), let it finish, and run again.', { cause });
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/schema.ts


const VERSION_COLUMNS = [
    'name',
    'version',
    'creation_time',
    'last_updated_time',
    'description',
    'current_stage',
    'source',
    'run_id',
    'run_link',
    'status',
];
const EVERY = [{ table: 'alembic_version', columns: ['version_num'], since: '1.3' }];
const REGISTRY = [
    { table: 'registered_models', columns: ['name', 'last_updated_time'], since: '1.4' },
    { table: 'registered_model_tags', columns: ['key', 'value', 'name'], since: '1.10' },
    { table: 'model_versions', columns: VERSION_COLUMNS, since: '1.4' },
    { table: 'model_version_tags', columns: ['key', 'value', 'name', 'version'], since: '1.10' },
    { table: 'registered_model_aliases', columns: ['alias', 'version', 'name'], since: '2.3' },
];
const METRIC_COLUMNS = ['key', 'value', 'timestamp', 'step', 'is_nan', 'run_uuid'];
const TRACKING = [
    { table: 'runs', columns: ['run_uuid', 'status', 'lifecycle_stage', 'experiment_id'], since: '1.3' },
    { table: 'tags', columns: ['key', 'value', 'run_uuid'], since: '1.3' },
    { table: 'metrics', columns: METRIC_COLUMNS, since: '1.3' },
    { table: 'latest_metrics', columns: METRIC_COLUMNS, since: '1.3' },
    {
        table: 'inputs',
        columns: ['source_type', 'source_id', 'destination_type', 'destination_id'],
        since: '2.4',
    },
    { table: 'datasets', columns: ['dataset_uuid', 'name', 'digest'], since: '2.4' },
];
/** Logged models came with MLflow 3: a store without their table simply has none. */
const LOGGED_MODELS = [
    {
        table: 'logged_models',
        columns: ['model_id', 'experiment_id', 'lifecycle_stage', 'source_run_id', 'name', 'status'],
        since: '3.0',
    },
    {
        table: 'logged_model_metrics',
        columns: [
            'model_id',
            'metric_name',
            'metric_timestamp_ms',
            'metric_step',
            'metric_value',
            'run_id',
            'dataset_name',
            'dataset_digest',
        ],
        since: '3.0',
    },
];
/** What a promotion changes. A trigger runs only with a change of its own table. */
const WRITTEN = ['registered_models', 'model_versions', 'registered_model_aliases'];
/** A virtual table has no page of its own. */
const OWN_TABLE = "tables.type = 'table' AND tables.rootpage > 0";
/**
 * Reads which tables and columns are there and refuses a store that lacks one that is needed. Views and virtual tables do
 * not count as tables: MLflow makes none, and one could run anything. So could a trigger on what a promotion changes:
 * MLflow has one trigger, on its secrets (3.17.2). What was read `before` from the same store spares the columns,
 * which take as long as everything else that a read does.
 *
 * @throws PromotionError `store-schema`, naming the table or column and the MLflow release that adds it;
 *   `store-unusable`, naming the trigger.
 */
function inspect(database, uri, before) {
    const sql = `SELECT type, name, tbl_name, sql FROM sqlite_schema AS tables
    WHERE type = 'trigger' OR ${OWN_TABLE}`;
    const found = database.prepare(sql).all();
    const statements = found.map((row) => String(row['sql'])).join(';\n');
    if (before?.statements === statements)
        return { ...before, revision: revisionOf(database) };
    for (const { type, name, tbl_name, sql } of found)
        if (type === 'trigger')
            demandElsewhere(String(name), `${String(tbl_name)} ${String(sql)}`, uri);
    const tables = columnsByTable(database);
    const tracking = tables.has('logged_models') ? [...TRACKING, ...LOGGED_MODELS] : TRACKING;
    for (const need of [...EVERY, ...REGISTRY, ...tracking])
        demand(need, tables, uri);
    return { tables, revision: revisionOf(database), statements };
}
/** In one query: one for each table took longer than everything else that a read does. */
function columnsByTable(database) {
    const sql = `SELECT tables.name AS name, json_group_array(columns.name) AS columns
      FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
      WHERE ${OWN_TABLE} GROUP BY tables.name`;
    const rows = database.prepare(sql).all();
    return new Map(rows.map(({ name, columns }) => [String(name), new Set(JSON.parse(String(columns)))]));
}
function revisionOf(database) {
    const rows = database
        .prepare('SELECT version_num FROM alembic_version ORDER BY version_num LIMIT 100')
        .all();
    return rows.map((row) => String(row['version_num'])).join(', ');
}
/** A name has one spelling in SQL, but for upper and lower case: a trigger on a table has it somewhere. */
function demandElsewhere(trigger, text, uri) {
    const lower = text.toLowerCase();
    const table = WRITTEN.find((name) => lower.includes(name));
    if (table === undefined)
        return;
    throw new domain_error/* PromotionError */.g('store-unusable', `The store "${uri}" has a trigger "${trigger}" that concerns "${table}": with a promotion it could change anything else. MLflow makes none there.`, 'Look what it does (.schema in sqlite3) and who made it; then drop it with `DROP TRIGGER` and run again, or restore the store from a copy.');
}
function demand(need, tables, uri) {
    const columns = tables.get(need.table);
    const lacking = columns === undefined ? undefined : need.columns.find((column) => !columns.has(column));
    if (columns !== undefined && lacking === undefined)
        return;
    const what = lacking === undefined ? `table "${need.table}"` : `column "${lacking}" of table "${need.table}"`;
    throw new domain_error/* PromotionError */.g('store-schema', `The store "${uri}" lacks the ${what}, which stores of MLflow ${need.since} and later have.`, `If it is an MLflow store, bring it up to date with "mlflow db upgrade ${uri}" of a current MLflow (keep a copy); else name the right file in ${missing/* SETTING */.H}.`);
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/store.ts










/**
 * One database file. Every read opens it read-only, sees one moment of it and closes it: nothing is locked
 * between reads, and a file that was replaced meanwhile is seen.
 */
class Store {
    facts;
    #deps;
    #revision = null;
    /** As the last connection found it. */
    #schema = null;
    constructor(facts, deps) {
        this.facts = facts;
        this.#deps = deps;
    }
    /** A moment to read in: whatever is asked, no write comes between. */
    async beginReading(signal) {
        demandPlain(this.facts);
        const attempt = (frozen) => this.#retrying(() => this.#reading(frozen), signal);
        try {
            return await attempt(null);
        }
        catch (error) {
            if (needsFolder(error) && (0,external_node_fs_.existsSync)(this.facts.path))
                return attempt(frozenState(this.facts, error));
            if (!needsRecovery(error))
                throw error;
            if (!this.facts.recovers)
                throw unfinished(this.facts, error);
        }
        await this.#recover(signal);
        return attempt(null);
    }
    /** A moment to write in, holding the only write lock from its start (`BEGIN IMMEDIATE`). */
    async beginWriting(signal) {
        demandPlain(this.facts);
        const database = openDatabase(this.facts.path, 'rw');
        try {
            await this.#retrying(() => {
                database.exec('BEGIN IMMEDIATE');
            }, signal);
            const session = this.#session(database);
            this.#demandSameRevision(session.schema.revision);
            return {
                session,
                keep: (until) => this.#commit(database, until),
                close: () => {
                    database.close();
                },
            };
        }
        catch (error) {
            database.close();
            throw error;
        }
    }
    /** The first look at the file takes the lock that keeps its moment: nothing after it has to wait. */
    #reading(frozen) {
        const database = openDatabase(this.facts.path, frozen === null ? 'ro' : 'frozen');
        try {
            database.exec('BEGIN');
            const session = this.#session(database);
            this.#revision ??= session.schema.revision;
            return {
                session,
                keep: () => {
                    if (frozen !== null)
                        demandFrozen(this.facts, frozen);
                    return Promise.resolve();
                },
                close: () => {
                    database.close();
                },
            };
        }
        catch (error) {
            database.close();
            throw error;
        }
    }
    #session(database) {
        const { uri, workspace } = this.facts;
        this.#schema = inspect(database, uri, this.#schema);
        const session = new Session(database, this.#schema, { uri, workspace, now: this.#deps.now });
        demandWorkspace(session, workspace);
        return session;
    }
    /** Tables may only change between runs: a migration meanwhile makes what was read worthless. */
    #demandSameRevision(revision) {
        this.#revision ??= revision;
        if (this.#revision === revision)
            return;
        throw new domain_error/* PromotionError */.g('store-schema', `The store "${this.facts.uri}" was migrated from ${this.#revision} to ${revision} during this run; nothing was changed.`, 'Let the migration finish and run again.');
    }
    async #commit(database, signal) {
        try {
            // Readers hold a commit up; the transaction stays as it is while they do.
            await this.#retrying(() => {
                database.exec('COMMIT');
            }, signal);
        }
        catch (error) {
            if (!isDiskFailure(error))
                throw error;
            throw new domain_error/* PromotionError */.g('outcome-unknown', `The disk failed while the change to "${this.facts.uri}" was being committed.`, 'Check the disk, then list the versions to see which one holds the target.', { cause: error });
        }
    }
    /** Takes back the half-made write of a killed process, as the next writer would: what was committed stays. */
    async #recover(signal) {
        this.#deps.log(`A process was killed while it wrote to "${this.facts.uri}"; its unfinished change is taken back.`);
        await this.#retrying(() => {
            const database = openDatabase(this.facts.path, 'rw');
            try {
                database.exec('SELECT count(*) FROM sqlite_schema');
            }
            catch (error) {
                throw isBusy(error) ? error : (unsettled(this.facts, error) ?? error);
            }
            finally {
                database.close();
            }
        }, signal);
    }
    #retrying(attempt, signal) {
        return retryWhileBusy(attempt, signal, { ...this.#deps, uri: this.facts.uri });
    }
}
/** A name nobody made is a slip, not an empty workspace. Every store has the one named `default`. */
function demandWorkspace(session, workspace) {
    if (workspace === protocol/* DEFAULT_WORKSPACE */.eo)
        return;
    const sql = 'SELECT 1 FROM workspaces WHERE name = :workspace';
    if (session.hasTable('workspaces') && session.rows(sql, {}).length > 0)
        return;
    throw new domain_error/* PromotionError */.g('workspace-unknown', `The store "${session.uri}" has no workspace "${workspace}".`, 'Correct or unset MLFLOW_WORKSPACE. Workspaces came with MLflow 3.10.');
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/serve.ts





/** Works on one store for whoever is at the other end of the port. */
function serveStore(port, deps = {}) {
    const post = (message) => {
        port.post(message);
    };
    const server = new StoreServer((line) => {
        post({ kind: 'log', line });
    }, deps);
    port.onMessage((message) => {
        const call = message;
        server.work(call).then((value) => {
            post({ kind: 'answer', number: call.number, value });
        }, (error) => {
            post({ kind: 'failure', number: call.number, error: (0,protocol/* sent */.t$)(error) });
        });
    });
}
class StoreServer {
    #log;
    #deps;
    #moments = new Map();
    #waiting = new Map();
    #store = null;
    constructor(log, deps) {
        this.#log = log;
        this.#deps = { sleep: deps.sleep ?? sleep, now: deps.now ?? Date.now };
    }
    async work({ number, ...call }) {
        const ending = new AbortController();
        this.#waiting.set(number, ending);
        try {
            return await this.#answer(number, call, ending.signal);
        }
        catch (error) {
            throw this.#store === null ? error : translated(error, this.#store.facts);
        }
        finally {
            this.#waiting.delete(number);
        }
    }
    async #answer(number, call, signal) {
        switch (call.kind) {
            case 'begin':
                this.#moments.set(number, await this.#begin(call.to, call.facts, signal));
                return null;
            case 'ask':
                return answer(this.#moment(call.moment).session, call.query, call.args);
            case 'end':
                await this.#end(call.moment, call.keep, signal);
                return null;
            case 'abort':
                this.#waiting.get(call.call)?.abort((0,protocol/* received */.ed)(call.why));
                return null;
        }
    }
    #begin(to, facts, signal) {
        this.#store ??= new Store(facts, { log: this.#log, ...this.#deps });
        return to === 'read' ? this.#store.beginReading(signal) : this.#store.beginWriting(signal);
    }
    async #end(number, keep, signal) {
        const moment = this.#moment(number);
        try {
            if (keep)
                await moment.keep(signal);
        }
        finally {
            this.#moments.delete(number);
            moment.close();
        }
    }
    #moment(number) {
        const moment = this.#moments.get(number);
        if (moment === undefined)
            throw new Error(`no moment ${number} of the store is open`);
        return moment;
    }
}

;// CONCATENATED MODULE: ./src/registry/serve.ts
// What the other thread of a run does. Only stores have one.



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


/***/ })

};
