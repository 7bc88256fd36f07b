export const id = 500;
export const ids = [500];
export const modules = {

/***/ 8962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt),
/* harmony export */   P: () => (/* binding */ safeUrl)
/* harmony export */ });
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4118);
/* harmony import */ var _text_ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5285);


/** How much of a foreign text a message may quote, in characters. */
const EXCERPT_LENGTH = 300;
/** A URL as it may be printed: without userinfo, query or fragment. */
function safeUrl(url) {
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}${(0,_text_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTrailing */ .h)(parsed.pathname, '/')}`;
}
/** Cuts a foreign text to one short line of visible characters. Of a page only the words stay. */
function excerpt(text) {
    const head = text.slice(0, EXCERPT_LENGTH * 8);
    const words = /^\s*<(!doctype|html)\b/i.test(head)
        ? head
            .replace(/<script\b[^]*?(?:<\/script>|$)/gi, ' ')
            .replace(/<style\b[^]*?(?:<\/style>|$)/gi, ' ')
            .replace(/<[^<>]*>/g, ' ')
        : head;
    return (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanAndCut */ .HX)(words.replace(/\s+/g, ' ').trim(), EXCERPT_LENGTH);
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

/***/ 1867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSqlite: () => (/* binding */ openSqlite)
});

// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/registry/mlflow/evidence/evidence.ts + 5 modules
var evidence = __webpack_require__(5702);
// EXTERNAL MODULE: ./src/registry/mlflow/no-pages.ts
var no_pages = __webpack_require__(7187);
// EXTERNAL MODULE: ./src/domain/deadline.ts
var deadline = __webpack_require__(1686);
// EXTERNAL MODULE: ./src/text/thrown.ts
var thrown = __webpack_require__(8101);
// EXTERNAL MODULE: ./src/registry/mlflow/store/protocol.ts
var protocol = __webpack_require__(8611);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/client.ts




/** A thread that works at all answers well within this after it was told to end. */
const PATIENCE_MS = 500;
/**
 * A store, from the run's side. SQLite blocks the thread that calls it, and what a file makes it do has no bound: a
 * crafted one can hold it for ever. So it is called in another thread, which is left behind when it does not answer in
 * time; what it has not committed by then is never committed.
 */
class StoreClient {
    #facts;
    #deps;
    #waiting = new Map();
    #thread = null;
    #calls = 0;
    constructor(facts, deps) {
        this.#facts = facts;
        this.#deps = deps;
    }
    /** Runs `work` on one moment of the file: whatever it asks, no write comes between. */
    read(work, signal) {
        return this.#during('read', work, signal);
    }
    /**
     * Runs `work` in one transaction that holds the only write lock from its start (`BEGIN IMMEDIATE`), on a
     * connection that nothing else uses. When `work` throws, nothing of it stays.
     */
    transact(work, signal) {
        return this.#during('write', work, signal);
    }
    close() {
        this.#thread?.end();
        this.#thread = null;
    }
    async #during(to, work, signal) {
        const begin = this.#call({ kind: 'begin', to, facts: this.#facts }, signal);
        const [moment, thread] = [this.#calls, this.#thread];
        await begin;
        let kept = false;
        try {
            const ask = (query, ...args) => 
            // What comes back is what that query returns: both ends are built together.
            this.#call({ kind: 'ask', moment, query, args }, signal);
            const result = await work(ask);
            kept = true;
            await this.#call({ kind: 'end', moment, keep: true }, signal, to === 'write' ? lostCommit : undefined);
            return result;
        }
        finally {
            if (!kept && this.#thread === thread)
                this.#post({ kind: 'end', moment, keep: false });
        }
    }
    /** `lost` says what it means when no answer comes. */
    async #call(call, signal, lost = unanswered) {
        (0,deadline/* throwIfAborted */.T)(signal);
        const { promise, resolve, reject } = Promise.withResolvers();
        const number = this.#post(call);
        this.#waiting.set(number, {
            resolve,
            reject: (error) => {
                reject(error instanceof Ended ? lost(this.#facts.uri, error.cause) : error);
            },
        });
        let patience;
        const abort = () => {
            this.#post({ kind: 'abort', call: number, why: (0,protocol/* sent */.t$)((0,deadline/* abortError */.v)(signal)) });
            patience = setTimeout(() => {
                this.#leave(new Ended((0,deadline/* abortError */.v)(signal)));
            }, PATIENCE_MS);
        };
        signal.addEventListener('abort', abort);
        try {
            return await promise;
        }
        finally {
            clearTimeout(patience);
            signal.removeEventListener('abort', abort);
            this.#waiting.delete(number);
        }
    }
    #post(call) {
        this.#calls += 1;
        const message = { ...call, number: this.#calls };
        this.#running().post(message);
        return message.number;
    }
    #running() {
        if (this.#thread !== null)
            return this.#thread;
        const thread = this.#deps.startThread();
        thread.onMessage((message) => {
            this.#take(message);
        });
        thread.onEnd((why) => {
            if (this.#thread === thread)
                this.#leave(new Ended(why));
        });
        this.#thread = thread;
        return thread;
    }
    #take(message) {
        switch (message.kind) {
            case 'answer':
                this.#waiting.get(message.number)?.resolve(message.value);
                return;
            case 'failure':
                this.#waiting.get(message.number)?.reject((0,protocol/* received */.ed)(message.error));
                return;
            case 'log':
                this.#deps.log.info(message.line);
        }
    }
    /** Nothing is waited for any more; the next call gets a thread of its own. */
    #leave(why) {
        this.close();
        for (const { reject } of this.#waiting.values())
            reject(why);
    }
}
/** The thread ended or was left behind, because of `cause`. */
class Ended extends Error {
    constructor(cause) {
        super('the thread of the store ended', { cause });
    }
}
const unanswered = (uri, cause) => cause instanceof domain_error/* PromotionError */.g
    ? cause
    : new domain_error/* PromotionError */.g('store-unusable', `The store "${uri}" could not be worked on: ${(0,thrown/* messageOf */.b)(cause)}.`, 'Check how large the file is and whether MLflow can read it, or restore it from a copy.', { cause });
const lostCommit = (uri, cause) => new domain_error/* PromotionError */.g('outcome-unknown', `The change to "${uri}" was being committed when the run had to end.`, 'List the versions to see which one holds the target.', { cause });

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

// EXTERNAL MODULE: ./src/registry/mlflow/store/missing.ts
var missing = __webpack_require__(6391);
;// CONCATENATED MODULE: ./src/registry/mlflow/store/location.ts





const PREFIX = 'sqlite:///';
/** The first bytes of every SQLite 3 database (https://www.sqlite.org/fileformat.html, 1.3.1). */
const MAGIC = 'SQLite format 3\0';
const FORMS = `Write ${missing/* SETTING */.H} as \`sqlite:///mlflow.db\` (relative to the workspace) or \`sqlite:////absolute/path/mlflow.db\`.`;
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
        throw new domain_error/* PromotionError */.g('store-unusable', `"${uri}" is a link that leaves the workspace, so it was not opened.`, `Put the store itself into the workspace, or name it in ${missing/* SETTING */.H} by its absolute path: \`sqlite:////absolute/path/mlflow.db\`.`);
    }
    await answered(found, () => mustBeSqlite(uri, real));
    return real;
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
        return (0,missing/* missingStore */.k)(place, error);
    return new domain_error/* PromotionError */.g('store-unusable', `The file of "${place.uri}" cannot be read (${code}).`, 'Give the user that runs this step read permission on the file and its folders.', { cause: error });
}
/** Looked at before SQLite opens it, because closing a file gives up every lock this process holds on it. */
async function mustBeSqlite(uri, path) {
    if (!(await (0,promises_.stat)(path)).isFile()) {
        throw new domain_error/* PromotionError */.g('store-unusable', `"${uri}" is not a file.`, `Name the database file itself in ${missing/* SETTING */.H}.`);
    }
    const file = await (0,promises_.open)(path, 'r');
    const start = Buffer.alloc(MAGIC.length);
    const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
    if (start.toString('latin1') !== MAGIC) {
        const what = bytesRead === 0 ? 'is empty' : 'is not a SQLite database';
        throw new domain_error/* PromotionError */.g('store-unusable', `The file of "${uri}" ${what}.`, `Check that ${missing/* SETTING */.H} names the store that MLflow wrote, and that it was restored completely (a Git LFS pointer or a failed download looks like this).`);
    }
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
    const facts = {
        uri: registryUri,
        path,
        workspace: workspace ?? protocol/* DEFAULT_WORKSPACE */.eo,
        recovers: deps.recovers,
    };
    return assemble(registryUri, new StoreClient(facts, deps));
}
function mustBeLocal({ registryUri, trackingUri }) {
    const local = (uri) => uri.startsWith('sqlite:');
    if (local(registryUri) && local(trackingUri))
        return;
    // Neither address is quoted: no one has looked yet at what stands before a path or behind it.
    const [store, server] = local(registryUri) ? ['registry', 'tracking'] : ['tracking', 'registry'];
    throw new domain_error/* PromotionError */.g('not-supported', `The ${store} address names a local store and the ${server} address a server, which cannot be used together.`, 'Give `tracking-uri` and `registry-uri` of one kind: two servers or one `sqlite:` store. Mostly one `tracking-uri` is enough.');
}
function assemble(label, store) {
    const asking = (signal) => (query, ...args) => store.read((ask) => ask(query, ...args), signal);
    return {
        label,
        records: (signal) => recordsOf(asking(signal), label),
        reader: (signal) => ({
            ...reader(asking(signal), label),
            // Everything about a version is of one moment, and the file is opened once for it.
            evidence: (version, role, asked) => store.read((ask) => reader(ask, label).evidence(version, role, asked), signal),
        }),
        writer: (signal) => ({
            commits: true,
            transact: (work) => store.transact((ask) => work(transaction(ask, label)), signal),
        }),
        close: () => {
            store.close();
            return Promise.resolve();
        },
    };
}
function transaction(ask, label) {
    return { reader: reader(ask, label), write: (write) => ask('write', write) };
}
function reader(ask, label) {
    const records = recordsOf(ask, label);
    return {
        model: (name) => ask('model', name),
        // Reading a file again costs no round trip, so nothing is remembered.
        evidence: (version, role, asked) => (0,evidence/* readEvidence */.A)(records, version, role, asked, new Map()),
    };
}
function recordsOf(ask, label) {
    return {
        version: (name, version) => ask('version', name, version),
        downloadUri: ({ model, version }) => ask('downloadUri', model, version),
        run: (id) => ask('run', id),
        loggedModel: (id) => ask('loggedModel', id),
        loggedModelsOf: ({ id }) => ask('loggedModels', id),
        metricHistory: (runId, key) => ask('history', runId, key),
        trackingLabel: label,
        pages: no_pages/* NO_PAGES */.t,
    };
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
