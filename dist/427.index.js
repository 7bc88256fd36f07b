export const id = 427;
export const ids = [427];
export const modules = {

/***/ 9427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSqlite: () => (/* binding */ openSqlite)
});

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/domain/deadline.ts
var deadline = __webpack_require__(1686);
// EXTERNAL MODULE: ./src/registry/mlflow/evidence/evidence.ts + 5 modules
var evidence = __webpack_require__(5702);
// EXTERNAL MODULE: ./src/registry/mlflow/no-pages.ts
var no_pages = __webpack_require__(7187);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/text/quote.ts
var quote = __webpack_require__(5383);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/text/list.ts
var list = __webpack_require__(2807);
// EXTERNAL MODULE: ./src/text/near.ts
var near = __webpack_require__(525);
// EXTERNAL MODULE: ./src/registry/mlflow/words.ts
var words = __webpack_require__(5824);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/elsewhere.ts





/** Of a folder with very many entries no more are looked at: this is help, not a search. */
const MOST_ENTRIES = 500;
const MOST_SHOWN = 3;
/** What may have been meant, a sentence each: how the path was written, and what is one folder up or down. */
function elsewhere(missing) {
    return [home, variable, escaped, around, fileStore].flatMap((hint) => hint(missing) ?? []);
}
function home({ text }) {
    return text.startsWith('~')
        ? 'A `~` is not read as the home folder: write the absolute path, after four slashes.'
        : null;
}
function variable({ text }) {
    const name = /\$\{?([A-Za-z_]\w*)|%([A-Za-z_]\w*)%/.exec(text)?.slice(1).find(Boolean);
    if (name === undefined)
        return null;
    return `A variable is not read in an address: in a workflow write \`\${{ env.${name} }}\` in its place.`;
}
function escaped({ text, workingDirectory }) {
    const path = (0,external_node_path_.resolve)(workingDirectory, decoded(text));
    if (decoded(text) === text || !(0,external_node_fs_.existsSync)(path))
        return null;
    return `Escapes such as \`%20\` are not read in an address of a store: write \`${address(path, workingDirectory)}\`.`;
}
function around({ text, workingDirectory }) {
    const path = (0,external_node_path_.resolve)(workingDirectory, text);
    const [folder, name] = [(0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path)];
    const below = entries(folder).filter((entry) => entry.isDirectory());
    const found = [
        (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), name),
        ...below.map((entry) => (0,external_node_path_.join)(folder, entry.name, name)),
        ...nearStores(folder, name),
    ].filter((place) => (0,external_node_fs_.existsSync)(place));
    if (found.length === 0)
        return null;
    const addresses = found.map((place) => `\`${address(place, workingDirectory)}\``);
    return `There is ${(0,list/* listed */.K)(addresses, MOST_SHOWN)}.`;
}
function nearStores(folder, name) {
    const stores = entries(folder).filter((entry) => entry.isFile() && /\.(db|sqlite3?)$/.test(entry.name));
    const names = stores.map((entry) => entry.name);
    return (0,near/* nearest */.p)(name, names).map((near) => (0,external_node_path_.join)(folder, near));
}
function fileStore({ text, workingDirectory }) {
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workingDirectory, text));
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'mlruns')) ? `There is a folder "mlruns". ${words/* MIGRATE_FILE_STORE */.f4}` : null;
}
function entries(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).slice(0, MOST_ENTRIES);
    }
    catch {
        return [];
    }
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** Three slashes and a path inside the workspace, four and an absolute one elsewhere. */
function address(path, workingDirectory) {
    const way = (0,external_node_path_.relative)(workingDirectory, path);
    return `sqlite:///${way.startsWith('..') || (0,external_node_path_.isAbsolute)(way) ? path : way}`;
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/location.ts





const PREFIX = 'sqlite:///';
/** The first bytes of every SQLite 3 database (https://www.sqlite.org/fileformat.html, 1.3.1). */
const MAGIC = 'SQLite format 3\0';
/** The input that names a store. The address may come from either. */
const SETTING = '`tracking-uri` (or `registry-uri`, where only that is set)';
const FORMS = `Write ${SETTING} as \`sqlite:///mlflow.db\` (relative to the workspace) or \`sqlite:////absolute/path/mlflow.db\`.`;
/**
 * The real path of the store a `sqlite:` URI names, links followed. A relative path starts at the working
 * directory and may not leave it, by `..` or by a link. The file is looked at and never made.
 *
 * @throws PromotionError `input-invalid`, `not-supported`, `store-missing` or `store-unusable`.
 */
async function locateStore(uri, workingDirectory) {
    const text = pathIn(uri);
    const named = (0,external_node_path_.resolve)(workingDirectory, text);
    if (!(0,external_node_path_.isAbsolute)(text) && !isInside((0,external_node_path_.resolve)(workingDirectory), named))
        throw new domain_error/* PromotionError */.g('input-invalid', `"${uri}" leads out of the workspace.`, FORMS);
    const found = { uri, path: named, hints: () => elsewhere({ text, workingDirectory }) };
    const real = await answered(found, () => (0,promises_.realpath)(named));
    if (!(0,external_node_path_.isAbsolute)(text) && !isInside(await answered(found, () => (0,promises_.realpath)(workingDirectory)), real)) {
        throw new domain_error/* PromotionError */.g('store-unusable', `"${uri}" is a link that leaves the workspace, so it was not opened.`, `Put the store itself into the workspace, or name it in ${SETTING} by its absolute path: \`sqlite:////absolute/path/mlflow.db\`.`);
    }
    await answered(found, () => mustBeSqlite(uri, real));
    return real;
}
/** The store is not there; it is never created. */
function missingStore({ uri, path, hints }, cause) {
    const usual = `Check ${SETTING}: a relative path starts at the workspace, and the file must be written or restored before this step. It is never created here.`;
    return new domain_error/* PromotionError */.g('store-missing', `There is no store at "${uri}". It was looked for as ${(0,quote/* quote */.h)(path)}.`, [...hints(), usual].join(' '), { cause });
}
/**
 * The text of the file path in a `sqlite:` URI, in SQLAlchemy's reading: all that follows three slashes. A text of
 * another form and a query are never quoted: they may hold a user and a password.
 */
function pathIn(uri) {
    const shown = uri.split('?', 1)[0] ?? '';
    if (!uri.startsWith(PREFIX) && uri !== 'sqlite://')
        throw new domain_error/* PromotionError */.g('input-invalid', `The address of the store is not one of a SQLite file.`, FORMS);
    const path = uri.slice(PREFIX.length);
    if (path === '' || path === '/' || /^\/?:memory:/.test(path)) {
        throw new domain_error/* PromotionError */.g('not-supported', `"${shown}" names a store in memory, which is empty at every start.`, FORMS);
    }
    if (uri.includes('?') || path.startsWith('file:') || path.includes('\0')) {
        throw new domain_error/* PromotionError */.g('not-supported', `"${shown}" carries options, and only a plain path can be opened.`, FORMS);
    }
    return path;
}
function isInside(directory, path) {
    const way = (0,external_node_path_.relative)(directory, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
async function answered(place, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof domain_error/* PromotionError */.g)
            throw error;
        throw fileError(place, error);
    }
}
function fileError(place, error) {
    const code = error.code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return missingStore(place, error);
    return new domain_error/* PromotionError */.g('store-unusable', `The file of "${place.uri}" cannot be read (${code}).`, 'Give the user that runs this step read permission on the file and its folders.', { cause: error });
}
/** Looked at before SQLite opens it, because closing a file gives up every lock this process holds on it. */
async function mustBeSqlite(uri, path) {
    if (!(await (0,promises_.stat)(path)).isFile()) {
        throw new domain_error/* PromotionError */.g('store-unusable', `"${uri}" is not a file.`, `Name the database file itself in ${SETTING}.`);
    }
    const file = await (0,promises_.open)(path, 'r');
    const start = Buffer.alloc(MAGIC.length);
    const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
    if (start.toString('latin1') !== MAGIC) {
        const what = bytesRead === 0 ? 'is empty' : 'is not a SQLite database';
        throw new domain_error/* PromotionError */.g('store-unusable', `The file of "${uri}" ${what}.`, `Check that ${SETTING} names the store that MLflow wrote, and that it was restored completely (a Git LFS pointer or a failed download looks like this).`);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
        return missingStore({ ...store, hints: () => [] }, error);
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

;// CONCATENATED MODULE: ./src/registry/mlflow/store/waiting.ts




/** How long MLflow itself waits for a lock (`PRAGMA busy_timeout = 20000` in every release from 2.9). */
const LONGEST_WAIT_MS = 20_000;
const SHORTEST_SLICE_MS = 10;
const LONGEST_SLICE_MS = 60;
const sleep = (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
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
            waiting.log.info(`Another process is writing to "${waiting.uri}"; waiting for it.`);
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

// EXTERNAL MODULE: ./src/domain/version.ts
var version = __webpack_require__(3356);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/session.ts

/** One open connection with what is known about its store. */
class Session {
    /** The store's address, for messages. */
    uri;
    schema;
    #database;
    #workspace;
    constructor(database, schema, uri, workspace) {
        this.#database = database;
        this.schema = schema;
        this.uri = uri;
        this.#workspace = workspace;
    }
    /** The rows of a query. Integers are bigints, so that none is rounded. */
    rows(sql, values) {
        return this.#statement(sql).all(this.#bound(values));
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
const COLUMNS = 'name, version, creation_time, description, current_stage, source, run_id, run_link, status';
/** All versions of a model that are not deleted, highest number first, and all its aliases. */
function readModel(session, name) {
    if (!modelExists(session, name)) {
        const place = { where: `in the store "${session.uri}"`, setting: SETTING };
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
 * caller, because SQLite's own waiting would stop every timer and signal of this process. `frozen` reads the file alone,
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
/**
 * Reads which tables and columns are there and refuses a store that lacks one that is needed. Views do not
 * count as tables: MLflow makes none, and one could run anything. What was read `before` from the same store spares
 * the columns, which take as long as everything else that a read does.
 *
 * @throws PromotionError `store-schema`, naming the table or column and the MLflow release that adds it.
 */
function inspect(database, uri, before) {
    const found = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
    const statements = found.map(({ sql }) => String(sql)).join(';\n');
    if (before?.statements === statements)
        return { ...before, revision: revisionOf(database) };
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
      WHERE tables.type = 'table' GROUP BY tables.name`;
    const rows = database.prepare(sql).all();
    return new Map(rows.map(({ name, columns }) => [String(name), new Set(JSON.parse(String(columns)))]));
}
function revisionOf(database) {
    const rows = database.prepare('SELECT version_num FROM alembic_version ORDER BY version_num').all();
    return rows.map((row) => String(row['version_num'])).join(', ');
}
function demand(need, tables, uri) {
    const columns = tables.get(need.table);
    const lacking = columns === undefined ? undefined : need.columns.find((column) => !columns.has(column));
    if (columns !== undefined && lacking === undefined)
        return;
    const what = lacking === undefined ? `table "${need.table}"` : `column "${lacking}" of table "${need.table}"`;
    throw new domain_error/* PromotionError */.g('store-schema', `The store "${uri}" lacks the ${what}, which stores of MLflow ${need.since} and later have.`, `If it is an MLflow store, bring it up to date with "mlflow db upgrade ${uri}" of a current MLflow (keep a copy); else name the right file in ${SETTING}.`);
}

;// CONCATENATED MODULE: ./src/registry/mlflow/store/store.ts








/** Where everything lives that was made without a workspace (MLflow 3.10). */
const DEFAULT_WORKSPACE = 'default';
/**
 * One database file. Every read opens it read-only, sees one moment of it and closes it: nothing is locked
 * between reads, and a file that was replaced meanwhile is seen.
 */
class Store {
    #facts;
    #revision = null;
    /** As the last connection found it. */
    #schema = null;
    constructor(facts) {
        this.#facts = facts;
    }
    /** Runs `work` on one moment of the file: whatever it asks, no write comes between. */
    async read(work, signal) {
        return this.#translating(async () => {
            const { database, session, frozen } = await this.#openForReading(signal);
            try {
                const result = await work(session);
                if (frozen !== null)
                    demandFrozen(this.#facts, frozen);
                return result;
            }
            finally {
                database.close();
            }
        });
    }
    /**
     * Runs `work` in one transaction that holds the only write lock from its start (`BEGIN IMMEDIATE`), on a
     * connection that nothing else uses. When `work` throws, nothing of it stays.
     */
    async transact(work, signal) {
        return this.#translating(async () => {
            const database = openDatabase(this.#facts.path, 'rw');
            try {
                await retryWhileBusy(() => {
                    database.exec('BEGIN IMMEDIATE');
                }, signal, this.#facts);
                const session = this.#session(database);
                this.#demandSameRevision(session.schema.revision);
                const result = await work(session);
                await this.#commit(database, signal);
                return result;
            }
            finally {
                // Closing takes back whatever was not committed.
                database.close();
            }
        });
    }
    async #openForReading(signal) {
        const attempt = (frozen) => retryWhileBusy(() => this.#beginReading(frozen), signal, this.#facts);
        try {
            return await attempt(null);
        }
        catch (error) {
            if (needsFolder(error) && (0,external_node_fs_.existsSync)(this.#facts.path))
                return attempt(frozenState(this.#facts, error));
            if (!needsRecovery(error))
                throw error;
        }
        await this.#recover(signal);
        return attempt(null);
    }
    /** The first look at the file takes the lock that keeps its moment: nothing after it has to wait. */
    #beginReading(frozen) {
        const database = openDatabase(this.#facts.path, frozen === null ? 'ro' : 'frozen');
        try {
            database.exec('BEGIN');
            const session = this.#session(database);
            this.#revision ??= session.schema.revision;
            return { database, session, frozen };
        }
        catch (error) {
            database.close();
            throw error;
        }
    }
    #session(database) {
        const { uri, workspace } = this.#facts;
        this.#schema = inspect(database, uri, this.#schema);
        const session = new Session(database, this.#schema, uri, workspace);
        demandWorkspace(session, workspace);
        return session;
    }
    /** Tables may only change between runs: a migration meanwhile makes what was read worthless. */
    #demandSameRevision(revision) {
        this.#revision ??= revision;
        if (this.#revision === revision)
            return;
        throw new domain_error/* PromotionError */.g('store-schema', `The store "${this.#facts.uri}" was migrated from ${this.#revision} to ${revision} during this run; nothing was changed.`, 'Let the migration finish and run again.');
    }
    async #commit(database, signal) {
        try {
            // Readers hold a commit up; the transaction stays as it is while they do.
            await retryWhileBusy(() => {
                database.exec('COMMIT');
            }, signal, this.#facts);
        }
        catch (error) {
            if (!isDiskFailure(error))
                throw error;
            throw new domain_error/* PromotionError */.g('outcome-unknown', `The disk failed while the change to "${this.#facts.uri}" was being committed.`, 'Check the disk, then list the versions to see which one holds the target.', { cause: error });
        }
    }
    /** Takes back the half-made write of a killed process, as the next writer would: what was committed stays. */
    async #recover(signal) {
        this.#facts.log.info(`A process was killed while it wrote to "${this.#facts.uri}"; its unfinished change is taken back.`);
        await this.#translating(() => retryWhileBusy(() => {
            const database = openDatabase(this.#facts.path, 'rw');
            try {
                database.exec('SELECT count(*) FROM sqlite_schema');
            }
            catch (error) {
                throw isBusy(error) ? error : (unsettled(this.#facts, error) ?? error);
            }
            finally {
                database.close();
            }
        }, signal, this.#facts));
    }
    async #translating(work) {
        try {
            return await work();
        }
        catch (error) {
            throw translated(error, this.#facts);
        }
    }
}
/** A name nobody made is a slip, not an empty workspace. Every store has the one named `default`. */
function demandWorkspace(session, workspace) {
    if (workspace === DEFAULT_WORKSPACE)
        return;
    const sql = 'SELECT 1 FROM workspaces WHERE name = :workspace';
    if (session.hasTable('workspaces') && session.rows(sql, {}).length > 0)
        return;
    throw new domain_error/* PromotionError */.g('workspace-unknown', `The store "${session.uri}" has no workspace "${workspace}".`, 'Correct or unset MLFLOW_WORKSPACE. Workspaces came with MLflow 3.10.');
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

;// CONCATENATED MODULE: ./src/registry/mlflow/store/writes.ts



/**
 * Changes the rows that MLflow's server changes for the same call, and no others (compared cell by cell with
 * 2.9.2, 2.22.5 and 3.17.2). Runs inside the caller's transaction.
 *
 * @param now Epoch milliseconds, one value for all rows, as in MLflow.
 */
function makeWrite(session, write, now) {
    mustExist(session, write.model, write.version);
    switch (write.kind) {
        case 'transition':
            transition(session, write, now);
            break;
        case 'alias':
            setAlias(session, write);
            break;
    }
}
function mustExist(session, model, version) {
    if (readVersion(session, model, version) !== null)
        return;
    throw new domain_error/* PromotionError */.g('version-unknown', `Model "${model}" has no version ${version} in the store "${session.uri}".`, 'List the versions with `mode: list` and name one of them.');
}
function transition(session, write, now) {
    if (write.archiveExisting && write.stage === 'Archived') {
        throw new domain_error/* PromotionError */.g('request-refused', 'Existing versions can be archived only for Staging and Production.', 'Move to Archived without archiving existing versions.');
    }
    const values = { name: write.model, version: BigInt(write.version), stage: write.stage, now: BigInt(now) };
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

;// CONCATENATED MODULE: ./src/registry/mlflow/store/open.ts










/**
 * Opens a local MLflow store (SQLite, written by MLflow 2.4 or later) as a registry. Nothing is opened for
 * writing before a writer is used, and a missing file is never made.
 *
 * @throws PromotionError `store-missing`, `store-unusable`, `not-supported` or `input-invalid`. What is in the
 *   file is judged at the first read: `store-schema`, `store-unusable`, `workspace-unknown`.
 */
async function openSqlite(connection, deps) {
    const { registryUri, trackingUri, workingDirectory, workspace } = connection;
    mustBeLocal(connection);
    const path = await locateStore(registryUri, workingDirectory);
    if (registryUri !== trackingUri && (await locateStore(trackingUri, workingDirectory)) !== path) {
        throw new domain_error/* PromotionError */.g('not-supported', 'Tracking and registry are two local stores, which cannot be used together.', 'Give one store that holds models and runs as `tracking-uri`, and leave `registry-uri` out.');
    }
    const store = new Store({
        uri: registryUri,
        path,
        workspace: workspace ?? DEFAULT_WORKSPACE,
        log: deps.log,
        sleep: deps.sleep ?? sleep,
    });
    return assemble(registryUri, store, deps.now ?? Date.now);
}
function mustBeLocal({ registryUri, trackingUri }) {
    const local = (uri) => uri.startsWith('sqlite:');
    if (local(registryUri) && local(trackingUri))
        return;
    // Neither address is quoted: no one has looked yet at what stands before a path or behind it.
    const [store, server] = local(registryUri) ? ['registry', 'tracking'] : ['tracking', 'registry'];
    throw new domain_error/* PromotionError */.g('not-supported', `The ${store} address names a local store and the ${server} address a server, which cannot be used together.`, 'Give `tracking-uri` and `registry-uri` of one kind: two servers or one `sqlite:` store. Mostly one `tracking-uri` is enough.');
}
function assemble(label, store, now) {
    const asking = (signal) => (query) => store.read(query, signal);
    return {
        label,
        records: (signal) => recordsOf(asking(signal), label),
        reader: (signal) => ({
            ...reader(asking(signal), label),
            // Everything about a version is of one moment, and the file is opened once for it.
            evidence: (version, role, asked) => store.read((session) => reader(within(session, signal), label).evidence(version, role, asked), signal),
        }),
        writer: (signal) => ({
            commits: true,
            transact: (work) => store.transact((session) => work(transaction(within(session, signal), label, now)), signal),
        }),
        // Every connection is closed by the call that opened it.
        close: () => Promise.resolve(),
    };
}
/** Queries on a connection that the caller holds, so there is nothing to wait for. */
function within(session, signal) {
    // Through a promise, because the port rejects and never throws at once.
    return (query) => Promise.resolve().then(() => {
        (0,deadline/* throwIfAborted */.T)(signal);
        return query(session);
    });
}
function transaction(ask, label, now) {
    return {
        reader: reader(ask, label),
        write: (write) => ask((session) => {
            makeWrite(session, write, now());
        }),
    };
}
function reader(ask, label) {
    const records = recordsOf(ask, label);
    return {
        model: (name) => ask((session) => readModel(session, name)),
        // Reading a file again costs no round trip, so nothing is remembered.
        evidence: (version, role, asked) => (0,evidence/* readEvidence */.A)(records, version, role, asked, new Map()),
    };
}
function recordsOf(ask, label) {
    return {
        version: (name, version) => ask((session) => readVersion(session, name, version)),
        downloadUri: ({ model, version }) => ask((session) => readDownloadUri(session, model, version)),
        run: (id) => ask((session) => readRun(session, id)),
        loggedModel: (id) => ask((session) => readLoggedModel(session, id)),
        loggedModelsOf: ({ id }) => ask((session) => readLoggedModels(session, id)),
        metricHistory: (runId, key) => ask((session) => readHistory(session, runId, key)),
        trackingLabel: label,
        pages: no_pages/* NO_PAGES */.t,
    };
}


/***/ })

};
