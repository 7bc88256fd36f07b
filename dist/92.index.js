export const id = 92;
export const ids = [92];
export const modules = {

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

/***/ 92:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMlflow: () => (/* binding */ openMlflow)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./src/domain/error.ts
var domain_error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/domain/deadline.ts
var deadline = __webpack_require__(1686);
// EXTERNAL MODULE: ./src/net/clock.ts
var clock = __webpack_require__(2881);
// EXTERNAL MODULE: ./src/net/dispatcher.ts + 2 modules
var dispatcher = __webpack_require__(7074);
;// CONCATENATED MODULE: ./src/net/limits.ts
/** Most bytes of a reply's body. Replies are asked for uncompressed, and a compressed one is refused. */
const BODY_LIMIT = 8 * 1024 * 1024;
/** Most bytes of a reply that lists things. */
const LIST_LIMIT = 64 * 1024 * 1024;
/** Most objects and lists of a reply: so many take some hundred megabytes, however few bytes they were. */
const MOST_PARTS = 2_000_000;
/** Whether a JSON text would become more than can be held. Short ones cannot. */
function hasTooManyParts(json) {
    if (json.length < MOST_PARTS)
        return false;
    let parts = 0;
    for (const opening of ['{', '['])
        for (let at = json.indexOf(opening); at >= 0; at = json.indexOf(opening, at + 1))
            parts += 1;
    return parts > MOST_PARTS;
}
/** Reads a body as UTF-8 text; null as soon as it is larger than `limit` bytes. */
async function readText(body, limit) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > limit)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, size).toString('utf8');
}

// EXTERNAL MODULE: ./src/net/redact.ts
var redact = __webpack_require__(8962);
;// CONCATENATED MODULE: ./src/net/exchange.ts



const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;
/** One request and its reply, following same-origin redirects of reads by hand. Throws what undici throws. */
async function exchange(dispatchers, request, signal) {
    let url = withQuery(request);
    for (let hop = 0;; hop += 1) {
        const target = { origin: url.origin, path: url.pathname + url.search };
        const data = await dispatchers.send(url, (dispatcher) => dispatcher.request({ ...target, ...options(request), signal }));
        const headers = firstOfEach(data.headers);
        if (REDIRECTS.has(data.statusCode)) {
            await data.body.dump();
            url = redirectTarget(request, url, headers['location'], hop);
            continue;
        }
        const text = await body(data, headers, request);
        return { status: data.statusCode, headers, text };
    }
}
/** What is so now, and no copy that something in between has kept. */
const HEADERS = { accept: 'application/json', 'accept-encoding': 'identity', 'cache-control': 'no-cache' };
function options(request) {
    const json = request.json === undefined ? {} : { 'content-type': 'application/json' };
    return {
        method: request.method,
        headers: { ...HEADERS, ...json, ...request.headers },
        ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
    };
}
function withQuery(request) {
    const url = new URL(request.url);
    url.search = (request.query ?? [])
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
        .join('&');
    return url;
}
function firstOfEach(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}
function redirectTarget(request, from, location, hop) {
    const to = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : null;
    if (to?.origin === from.origin && request.idempotent && hop < MOST_REDIRECTS)
        return to;
    const where = to === null ? 'nowhere' : to.origin === from.origin ? (0,redact/* safeUrl */.P)(to) : to.origin;
    throw new domain_error/* PromotionError */.g('redirect-refused', `${(0,redact/* safeUrl */.P)(from)} redirects to ${where}, which is not followed.`, 'Give the address that the server itself answers at (scheme, host, port and path); a sign-in page needs other credentials.');
}
async function body(data, headers, request) {
    const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
    const limit = request.bodyLimit ?? BODY_LIMIT;
    if (encoding !== 'identity') {
        data.body.on('error', () => undefined).destroy();
        throw new domain_error/* PromotionError */.g('unexpected-reply', `${(0,redact/* safeUrl */.P)(request.url)} sent a compressed reply, although none was asked for.`, 'Let the proxy in front of the server honour "accept-encoding: identity".');
    }
    const text = await readText(data.body, limit);
    if (text !== null)
        return text;
    throw new domain_error/* PromotionError */.g('reply-too-large', `${(0,redact/* safeUrl */.P)(request.url)} sent more than ${limit / (1024 * 1024)} MiB.`, 'Check that the address is the registry itself; a reply of that size is not read.');
}

// EXTERNAL MODULE: ./src/net/faults.ts
var faults = __webpack_require__(4026);
// EXTERNAL MODULE: ./src/net/retry.ts
var retry = __webpack_require__(7893);
;// CONCATENATED MODULE: ./src/net/turns.ts
/** Lets at most so many pieces of work be under way at once. */
function takeTurns(most) {
    let free = most;
    const waiting = [];
    return async (work) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((go) => waiting.push(go));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}

;// CONCATENATED MODULE: ./src/net/http.ts









/** Requests under way at the same moment, whatever a model has: a server is not there for us alone. */
const AT_ONCE = 8;
/** Throws as `createDispatchers`. */
function createHttp(options) {
    const connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
    const door = {
        dispatchers: (0,dispatcher/* createDispatchers */.X)(options.env, options.tls, connectTimeoutMs),
        closing: new AbortController(),
        log: options.log,
        clock: { ...clock/* REAL_CLOCK */.I, ...options.clock },
        settings: options.settings,
        requestTimeoutMs: options.requestTimeoutMs ?? 60_000,
        turns: takeTurns(AT_ONCE),
    };
    return {
        request(request) {
            const signal = AbortSignal.any([request.signal, door.closing.signal]);
            return request.idempotent ? read(door, { ...request, signal }) : write(door, { ...request, signal });
        },
        proxyFor: (url) => door.dispatchers.proxyFor(new URL(url)),
        close() {
            door.closing.abort();
            return door.dispatchers.close();
        },
    };
}
async function read(door, request) {
    for (let attempt = 1;; attempt += 1) {
        const result = await door.turns(() => attemptOnce(door, request));
        const again = 'error' in result ? result.retry : (0,retry/* isRetryStatus */.Pu)(result.status);
        if (!again || attempt === retry/* ATTEMPTS */.PY) {
            if ('error' in result)
                throw result.error;
            return result;
        }
        const retryAfter = 'error' in result ? undefined : result.headers['retry-after'];
        const ms = (0,retry/* waitBefore */.fI)(attempt, retryAfter, door.clock);
        const what = 'error' in result ? result.error.message : `${(0,redact/* safeUrl */.P)(request.url)} answered ${result.status}.`;
        door.log.info(`${what} Trying again in ${ms / 1000} s (${attempt + 1} of ${retry/* ATTEMPTS */.PY}).`);
        await pause(door.clock, ms, request.signal);
    }
}
async function write(door, request) {
    const result = await door.turns(() => attemptOnce(door, request));
    if (!('error' in result))
        return result;
    if (!result.maybeSent) {
        const { code, message, remedy } = result.error;
        throw new domain_error/* PromotionError */.g(code, message, remedy, { cause: result.error, unsent: true });
    }
    throw new domain_error/* PromotionError */.g('outcome-unknown', `The answer to POST ${(0,redact/* safeUrl */.P)(request.url)} was lost, so it may have been done or not. ${result.error.message}`, 'Look at the registry before you run again.', { cause: result.error });
}
async function attemptOnce(door, request) {
    (0,deadline/* throwIfAborted */.T)(request.signal);
    const late = AbortSignal.timeout(door.requestTimeoutMs);
    try {
        return await exchange(door.dispatchers, request, AbortSignal.any([request.signal, late]));
    }
    catch (thrown) {
        if (thrown instanceof domain_error/* PromotionError */.g) {
            return {
                error: thrown,
                retry: false,
                // A server may act and then lead elsewhere.
                maybeSent: thrown.code !== 'input-invalid',
            };
        }
        if (isAborted(request.signal))
            return { error: (0,deadline/* abortError */.v)(request.signal), retry: false, maybeSent: true };
        if (late.aborted)
            return { error: tooSlow(door, request), retry: false, maybeSent: true };
        const circumstances = await door.dispatchers.circumstances(new URL(request.url), thrown);
        return (0,faults/* faultOf */.Kl)(thrown, { url: (0,redact/* safeUrl */.P)(request.url), settings: door.settings, ...circumstances });
    }
}
function isAborted(signal) {
    return signal.aborted;
}
function tooSlow(door, request) {
    return new domain_error/* PromotionError */.g('timeout', `${(0,redact/* safeUrl */.P)(request.url)} did not answer within ${door.requestTimeoutMs / 1000} s.`, 'Look at the load of the server and of its database, then run again.', { passing: true });
}
async function pause(clock, ms, signal) {
    try {
        await clock.sleep(ms, signal);
    }
    catch (thrown) {
        if (!signal.aborted)
            throw thrown;
    }
    (0,deadline/* throwIfAborted */.T)(signal);
}

// EXTERNAL MODULE: ./src/net/proxies.ts
var proxies = __webpack_require__(4131);
// EXTERNAL MODULE: ./src/text/scrub.ts
var text_scrub = __webpack_require__(8328);
// EXTERNAL MODULE: ./src/registry/mlflow/words.ts
var words = __webpack_require__(5824);
// EXTERNAL MODULE: ./src/registry/mlflow/evidence/evidence.ts + 5 modules
var evidence = __webpack_require__(5702);
;// CONCATENATED MODULE: ./src/registry/mlflow/rest/answers.ts


/** A read below `/api/2.0/mlflow/`. */
function get(endpoint, query, subject, signal) {
    return { method: 'GET', path: `2.0/mlflow/${endpoint}`, query, permission: 'READ', subject, signal };
}
/** The answer in its expected shape. Throws the server's refusal, or `unexpected-reply`. */
function take(answer, schema) {
    if (!answer.ok)
        throw answer.error;
    const parsed = schema.safeParse(answer.value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const where = issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
    throw unexpected(answer.url, where);
}
/** The server must answer about what it was asked: anything else is not evidence. */
function mustBe(answer, asked, answered) {
    if (asked !== answered && answer.ok)
        throw unexpected(answer.url, `asked about ${asked}, it answers about ${answered}`);
}
function unexpected(url, what) {
    return new domain_error/* PromotionError */.g('unexpected-reply', `${url} answered in a shape that MLflow does not use (${(0,redact/* excerpt */.K)(what)}).`, 'Check that the URI is an MLflow server of release 2.9 or newer; if it is, report this message as a bug.');
}

// EXTERNAL MODULE: ./src/text/emptied.ts
var emptied = __webpack_require__(1695);
;// CONCATENATED MODULE: ./src/registry/mlflow/rest/faults.ts



const CREDENTIAL_SETTINGS = {
    none: 'tracking-token, or tracking-username and tracking-password (MLFLOW_TRACKING_TOKEN, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD)',
    basic: 'tracking-username and tracking-password (MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD)',
    bearer: 'tracking-token (MLFLOW_TRACKING_TOKEN)',
};
/** The error that a refused call means. */
function errorOf(refused) {
    if (refused.write)
        return mayBeMade(refused) ? unknownOutcome(refused) : readError(refused);
    const error = readError(refused);
    if (!(0,retry/* isRetryStatus */.Pu)(refused.status))
        return error;
    return new domain_error/* PromotionError */.g(error.code, error.message, error.remedy, { cause: error, passing: true });
}
function isMissingModel(refused) {
    return isGone(refused, /^Registered Model with name=/);
}
function isMissingVersion(refused) {
    return isGone(refused, /^Model Version \(name=/);
}
function isMissingRun(refused) {
    return isGone(refused, /^Run (with id=|')/);
}
function isMissingLoggedModel(refused) {
    return isGone(refused, /^Logged model with ID /i);
}
/** The error of a call that changed nothing. */
function readError(refused) {
    if (refused.status === 401)
        return unauthorized(refused);
    if (refused.status === 403)
        return forbidden(refused);
    if (isWorkspaceProblem(refused)) {
        return new domain_error/* PromotionError */.g('workspace-unknown', `${refused.url}: ${quoted(refused)}`, 'Check MLFLOW_WORKSPACE: the workspace must exist, and the server must run with --enable-workspaces.');
    }
    return refused.errorCode === null ? notMlflow(refused) : byStatus(refused);
}
/**
 * Whether a write may have been made although the answer is no success. Only MLflow's own refusal of what was asked for
 * says that it was not: any other answer may be somebody's in between, who let the write pass. MLflow commits before it
 * answers, and reports a connection lost during the commit as 400 `BAD_REQUEST` or 503 like any other database error.
 * Concurrent first writes of one alias answer 400 with the database's integrity error.
 */
function mayBeMade(refused) {
    const { status, errorCode } = refused;
    if (isOwnRefusal(refused))
        return false;
    if (errorCode === null || errorCode === 'BAD_REQUEST')
        return true;
    return ![400, 401, 403, 404, 409, 501].includes(status);
}
function unknownOutcome(refused) {
    return new domain_error/* PromotionError */.g('outcome-unknown', `${refused.url} answered ${refused.status}, so the change may have been made or not. ${quoted(refused)}`, 'Look at the registry before you run again.');
}
function quoted(refused) {
    if (refused.message === '')
        return 'The reply was empty.';
    // Other sentences may follow.
    const end = /[.!?…]$/.test(refused.message) ? '' : '.';
    return `The reply says: ${refused.message}${end}`;
}
function unauthorized(refused) {
    const sent = {
        none: 'got no credentials and wants some',
        basic: 'refused the username and password',
        bearer: 'refused the token',
    };
    const settings = CREDENTIAL_SETTINGS[refused.credentials];
    const basicWanted = refused.credentials === 'bearer' && /^basic\b/i.test(refused.authenticate);
    return new domain_error/* PromotionError */.g('unauthorized', `${refused.url} ${sent[refused.credentials]} (401).`, basicWanted
        ? `This server wants a username and password: set ${CREDENTIAL_SETTINGS.basic} instead of the token.`
        : refused.credentials === 'none'
            ? `Set ${settings}. ${emptied/* NO_SECRETS */.g}`
            : `Check ${settings}, whichever you set.`);
}
function forbidden(refused) {
    if (/^Invalid Host header/i.test(refused.message))
        return hostRefused(refused);
    if (/^Cross-origin request blocked/i.test(refused.message)) {
        return new domain_error/* PromotionError */.g('forbidden', `${refused.url} took the request for a browser's from another site (403). ${quoted(refused)}`, 'No Origin header is sent from here: look at the proxy in between, or allow its origin with --cors-allowed-origins.');
    }
    if (!isMlflowsOwn(refused))
        return refusedInFront(refused);
    const { permission, credentials } = refused;
    const who = credentials === 'none' ? 'Set' : 'Grant the user of';
    const grant = `${who} ${CREDENTIAL_SETTINGS[credentials]}${credentials === 'none' ? ' of a user with' : ''} the MLflow permission ${permission}`;
    return new domain_error/* PromotionError */.g('forbidden', `The permission ${permission} on ${refused.subject} is missing (403). ${quoted(refused)}`, permission === 'READ'
        ? `${grant}; or check the name, since MLflow may answer so for what does not exist.`
        : `${grant}: moving stages, aliases and tags takes ${permission}.`);
}
/** Said before anything was done: by its basic-auth app (`make_basic_auth_response`, 2.5 to 3.18), or for want of a feature. */
function isOwnRefusal(refused) {
    const { status, errorCode, message } = refused;
    if (status === 401)
        return /^You are not authenticated/i.test(message);
    return errorCode === 'FEATURE_DISABLED' || (status === 403 && isMlflowsOwn(refused));
}
/** The text of its basic-auth app, the same from 2.5 to 3.18 (`make_forbidden_response`), or its code. */
function isMlflowsOwn({ errorCode, message }) {
    return errorCode === 'PERMISSION_DENIED' || /^Permission denied\.?$/i.test(message);
}
/** A firewall, an access proxy, a load balancer: whoever it was, MLflow was not asked. */
function refusedInFront(refused) {
    return new domain_error/* PromotionError */.g('refused-in-front', `Something in front of MLflow refused this runner: ${refused.url} answered 403, and not in MLflow's own words. ${quoted(refused)}`, 'Put the address of this runner on the allow list of whatever stands there (a firewall, an access proxy, a load balancer), or send what it asks for with `tracking-headers` (one `Name: value` a line, values from secrets); its log says which rule it was.');
}
/** MLflow ≥ 3.5 on uvicorn. The list matches the host with its port, and replaces the defaults. */
function hostRefused(refused) {
    return new domain_error/* PromotionError */.g('host-refused', `The MLflow server does not answer to the host name ${refused.host} (403, its protection against DNS rebinding).`, `Start it with --allowed-hosts 'localhost:*,127.0.0.1:*,${refused.host}' (host and port as here; the list replaces the defaults), or reach it as localhost.`);
}
function isWorkspaceProblem(refused) {
    if (refused.errorCode === 'FEATURE_DISABLED')
        return /workspace/i.test(refused.message);
    return ((refused.status === 404 || refused.status === 400) &&
        /^(Workspace '|Invalid workspace|Workspace name)/i.test(refused.message));
}
/** The reply is a page, or another program's. */
function notMlflow(refused) {
    const { status, url } = refused;
    if (status === 429)
        return byStatus(refused);
    if (status >= 500) {
        return new domain_error/* PromotionError */.g('server-error', `${url} answered ${status}, and not in MLflow's own words. ${quoted(refused)}`, 'Look at the proxy in front of MLflow and at the log of both.');
    }
    return new domain_error/* PromotionError */.g('not-an-api', `${url} answered ${status} with something other than MLflow's JSON. ${quoted(refused)}`, notAnApiRemedy(status));
}
/** A page that came with success is mostly one to sign in on; a refusal is somebody's own. */
function notAnApiRemedy(status) {
    if (status < 400)
        return 'This is often a sign-in page: check the URI, and that a token rather than a browser session opens it.';
    if (status === 404 || status === 405)
        return 'Check the path of the URI: it ends where /api/2.0/mlflow begins, and includes the --static-prefix or the proxy’s prefix if there is one.';
    if (status === 407)
        return 'Put the proxy’s user and password into the variable that names the proxy.';
    return 'This is the answer of a proxy, a firewall or another program: check scheme, host and port of the URI, and look at the log of whatever stands in front of MLflow.';
}
function byStatus(refused) {
    const text = `${refused.url} answered ${refused.status}. ${quoted(refused)}`;
    if (refused.status === 404)
        return missing(refused, text);
    if (refused.status === 429) {
        return new domain_error/* PromotionError */.g('rate-limited', text, 'Wait a little and run again, or raise the limit of the server.');
    }
    if (refused.status === 501)
        return new domain_error/* PromotionError */.g('not-supported', text, 'This registry cannot do that; see what it supports.');
    if (refused.status >= 500) {
        return new domain_error/* PromotionError */.g('server-error', text, 'Look at the log of the MLflow server and at its database.');
    }
    return new domain_error/* PromotionError */.g('request-refused', text, 'Correct what the server names, then run again.');
}
function missing(refused, text) {
    if (isMissingVersion(refused))
        return new domain_error/* PromotionError */.g('version-unknown', text, 'Name a version that exists; mode "list" shows them.');
    if (isMissingModel(refused)) {
        return new domain_error/* PromotionError */.g('model-unknown', text, 'Check model-name, and the workspace if the server has them.');
    }
    if (refused.errorCode === 'ENDPOINT_NOT_FOUND') {
        return new domain_error/* PromotionError */.g('not-supported', text, 'This registry does not have that call; check the URI and its release.');
    }
    return new domain_error/* PromotionError */.g('request-refused', text, 'Check that what the server names still exists.');
}
// "There is none" is believed only in MLflow's own words: a 404 alone may be a proxy's, or another workspace's.
function isGone(refused, words) {
    return (refused.status === 404 && refused.errorCode === 'RESOURCE_DOES_NOT_EXIST' && words.test(refused.message));
}

// EXTERNAL MODULE: ./src/text/near.ts
var near = __webpack_require__(525);
;// CONCATENATED MODULE: ./src/registry/mlflow/rest/names.ts
/**
 * A search filter that finds every version of a model. MLflow's filter strings have no escape: a name is put in the
 * quotes it does not contain. A name with both kinds is searched by `LIKE`, with the one-character wildcard for what
 * cannot be written; such a filter may find other names too, which the caller drops.
 */
function nameFilter(name) {
    if (!name.includes("'"))
        return `name='${name}'`;
    if (!name.includes('"'))
        return `name="${name}"`;
    return `name LIKE '${name.replace(/['"\\]/g, '_')}'`;
}
/** Highest version number first. */
function byNumberDescending(a, b) {
    const [left, right] = [BigInt(a), BigInt(b)];
    return left === right ? 0 : left < right ? 1 : -1;
}

// EXTERNAL MODULE: ./src/zod.ts
var zod = __webpack_require__(6778);
// EXTERNAL MODULE: ./src/domain/version.ts
var version = __webpack_require__(3356);
;// CONCATENATED MODULE: ./src/registry/mlflow/rest/schemas.ts


// MLflow's JSON is protobuf's: unset and empty fields are left out. Unknown fields are ignored: every release adds some.
function numeric(schema) {
    return zod/* pipe */.FsL(schema, zod/* transform */.pdi(Number));
}
/**
 * A list; left out where it is empty. Its items are looked at one by one, and the first bad one is the last: a list of
 * very many bad ones would be a list of as many complaints.
 */
function many(schema) {
    const items = zod/* transform */.pdi((all, context) => {
        const read = [];
        for (const [at, item] of all.entries()) {
            const parsed = schema.safeParse(item);
            if (!parsed.success) {
                const [issue] = parsed.error.issues;
                context.issues.push({
                    code: 'custom',
                    input: item,
                    message: issue?.message ?? '',
                    path: [at, ...(issue?.path ?? [])],
                });
                return zod/* NEVER */.tmp;
            }
            read.push(parsed.data);
        }
        return read;
    });
    return zod/* _default */.Rvf(zod/* pipe */.FsL(zod/* array */.YOg(zod/* unknown */.L5J()), items), []);
}
/** A protobuf double: a number, or the name of a value that JSON has no number for. */
const schemas_double = numeric(zod/* union */.KCZ([zod/* number */.aig(), zod/* enum */.k5n(['NaN', 'Infinity', '-Infinity'])]));
/**
 * A protobuf int64: MLflow writes a number, protobuf's own mapping a string. Beyond 2^53 (a time in nanoseconds) it
 * becomes the nearest double; rounding keeps the order, so at most neighbours become equal.
 */
const int64 = numeric(zod/* union */.KCZ([
    zod/* number */.aig()
        .check(zod/* refine */.YPB((value) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63, 'is not an int64')),
    zod/* string */.YjP().check(zod/* regex */.yGV(/^-?\d{1,19}$/)),
]));
/** An absent text and an empty one mean the same. */
const optionalText = zod/* pipe */.FsL(zod/* nullish */.cl6(zod/* string */.YjP()), zod/* transform */.pdi((text) => (text === undefined || text === null || text === '' ? null : text)));
const tags = many(zod/* object */.Ikc({ key: zod/* string */.YjP(), value: zod/* _default */.Rvf(zod/* string */.YjP(), '') }));
const versionNumber = zod/* string */.YjP().check(zod/* regex */.yGV(/^\d+$/, 'is not a version number'));
const modelVersionSchema = zod/* object */.Ikc({
    name: zod/* string */.YjP(),
    version: versionNumber,
    creation_timestamp: int64,
    last_updated_timestamp: zod/* _default */.Rvf(zod/* nullable */.mee(int64), null),
    current_stage: zod/* enum */.k5n(version/* STAGES */.an),
    description: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
    source: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
    run_id: optionalText,
    run_link: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
    status: zod/* string */.YjP().check(zod/* minLength */.BpQ(1)),
    tags,
});
/** `model-versions/get`. */
const versionReply = zod/* object */.Ikc({ model_version: modelVersionSchema });
/** `model-versions/search`. */
const versionsReply = zod/* object */.Ikc({ model_versions: many(modelVersionSchema) });
/** What every list says of itself. */
const pageReply = zod/* object */.Ikc({ next_page_token: optionalText });
/** `registered-models/get`. The latest versions are the highest of each stage. */
const registeredModelReply = zod/* object */.Ikc({
    registered_model: zod/* object */.Ikc({
        name: zod/* string */.YjP(),
        tags,
        aliases: many(zod/* object */.Ikc({ alias: zod/* string */.YjP(), version: versionNumber })),
        latest_versions: many(zod/* object */.Ikc({ version: versionNumber })),
    }),
});
/** `registered-models/search`. */
const modelNamesReply = zod/* object */.Ikc({
    registered_models: many(zod/* object */.Ikc({ name: zod/* string */.YjP() })),
});
const metric = zod/* object */.Ikc({
    key: zod/* string */.YjP(),
    value: schemas_double,
    timestamp: int64,
    step: zod/* _default */.Rvf(int64, 0),
    dataset_name: optionalText,
    dataset_digest: optionalText,
    run_id: optionalText,
});
/** `metrics/get-history`. */
const historyReply = zod/* object */.Ikc({ metrics: many(metric) });
const modelId = zod/* object */.Ikc({ model_id: zod/* string */.YjP() });
const dataset = zod/* object */.Ikc({ name: zod/* string */.YjP(), digest: optionalText });
/** `runs/get`. */
const runReply = zod/* object */.Ikc({
    run: zod/* object */.Ikc({
        info: zod/* object */.Ikc({
            run_id: zod/* string */.YjP(),
            experiment_id: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
            status: zod/* string */.YjP(),
            lifecycle_stage: zod/* enum */.k5n(['active', 'deleted']),
        }),
        data: zod/* _default */.Rvf(zod/* object */.Ikc({ metrics: many(metric), tags }), { metrics: [], tags: [] }),
        inputs: zod/* _default */.Rvf(zod/* object */.Ikc({ dataset_inputs: many(zod/* object */.Ikc({ dataset })), model_inputs: many(modelId) }), {
            dataset_inputs: [],
            model_inputs: [],
        }),
        outputs: zod/* _default */.Rvf(zod/* object */.Ikc({ model_outputs: many(modelId) }), { model_outputs: [] }),
    }),
});
const loggedModel = zod/* object */.Ikc({
    info: zod/* object */.Ikc({
        model_id: zod/* string */.YjP(),
        experiment_id: optionalText,
        name: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
        status: zod/* _default */.Rvf(zod/* string */.YjP(), ''),
        source_run_id: optionalText,
    }),
    data: zod/* _default */.Rvf(zod/* object */.Ikc({ metrics: many(metric) }), { metrics: [] }),
});
/** `logged-models/{id}`, MLflow ≥ 3.0. */
const loggedModelReply = zod/* object */.Ikc({ model: loggedModel });
/** `logged-models/search`, MLflow ≥ 3.0. */
const loggedModelsReply = zod/* object */.Ikc({ models: many(loggedModel) });
/** `model-versions/get-download-uri`. */
const downloadUriReply = zod/* object */.Ikc({ artifact_uri: zod/* _default */.Rvf(zod/* string */.YjP(), '') });
/** `server-info`, MLflow ≥ 3.10. */
const serverInfoReply = zod/* object */.Ikc({ workspaces_enabled: zod/* _default */.Rvf(zod/* boolean */.zMY(), false) });
/** Every error that MLflow itself answers. */
const errorReply = zod/* object */.Ikc({ error_code: zod/* string */.YjP(), message: zod/* _default */.Rvf(zod/* string */.YjP(), '') });

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/pages.ts


/** One page of a list; `read` takes its items out of the answer. Throws where there is none. */
function pageOf(answer, url, read) {
    return { items: read, next: take(answer, pageReply).next_page_token, url };
}
/**
 * Reads page after page; each is asked for before the one in front of it is read. An empty page that promises more, or
 * a token that leads to itself, throws `unexpected-reply`: MLflow 3.1 to 3.13 answer so when they answer nothing
 * (mlflow#23916).
 */
async function allPages(page) {
    const all = [];
    let token = null;
    let coming = page(null);
    while (coming !== null) {
        const { items, next, url } = await coming;
        const endless = () => unexpected(url, 'it promises more pages and does not go on');
        if (next !== null && next === token)
            throw endless();
        coming = next === null ? null : page(next);
        if (coming !== null)
            await sent(coming);
        const read = items();
        if (next !== null && read.length === 0)
            throw endless();
        for (const item of read)
            all.push(item);
        token = next;
    }
    return all;
}
/** Until a request has left the process. What becomes of it is told where it is awaited. */
async function sent(request) {
    request.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
}

// EXTERNAL MODULE: ./src/registry/mlflow/evidence/model-paths.ts
var model_paths = __webpack_require__(3839);
;// CONCATENATED MODULE: ./src/registry/mlflow/rest/wire.ts


function toModelVersion(wire, pages) {
    return {
        model: wire.name,
        version: wire.version,
        stage: wire.current_stage,
        status: wire.status,
        runId: wire.run_id,
        source: wire.source,
        runLink: wire.run_link,
        description: wire.description,
        tags: Object.fromEntries(wire.tags.map((tag) => [tag.key, tag.value])),
        createdAt: wire.creation_timestamp,
        updatedAt: wire.last_updated_timestamp,
        url: pages.version(wire.name, wire.version),
    };
}
/** `runId`: the run these rows were asked of; null where each row says its own. */
function toMetricRow(wire, runId) {
    return {
        key: wire.key,
        value: wire.value,
        step: wire.step,
        timestamp: wire.timestamp,
        dataset: wire.dataset_name === null ? null : { name: wire.dataset_name, digest: wire.dataset_digest },
        runId: runId ?? wire.run_id,
    };
}
function toRun(wire) {
    const id = wire.info.run_id;
    const commit = wire.data.tags.find((tag) => tag.key === words/* COMMIT_TAG */.z2)?.value ?? '';
    return {
        id,
        experimentId: wire.info.experiment_id,
        status: wire.info.status,
        deleted: wire.info.lifecycle_stage === 'deleted',
        commit: commit === '' ? null : commit,
        metrics: wire.data.metrics.map((row) => toMetricRow(row, id)),
        datasets: wire.inputs.dataset_inputs.map((input) => input.dataset),
        loggedModelIds: [...new Set(wire.outputs.model_outputs.map((output) => output.model_id))],
        usedModelIds: [...new Set(wire.inputs.model_inputs.map((input) => input.model_id))],
        modelPaths: (0,model_paths/* modelPaths */.C)(wire.data.tags.find((tag) => tag.key === model_paths/* HISTORY_TAG */.q)?.value ?? ''),
    };
}
function toLoggedModel(wire) {
    return {
        id: wire.info.model_id,
        experimentId: wire.info.experiment_id,
        name: wire.info.name,
        status: wire.info.status,
        sourceRunId: wire.info.source_run_id,
        metrics: wire.data.metrics.map((row) => toMetricRow(row, null)),
    };
}

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/model.ts









/** MLflow's default, and Databricks' most. One page is one round trip, and nothing can move between pages. */
const VERSIONS_PAGE = '10000';
const NAMES_PAGE = '1000';
/**
 * A model with all its versions and aliases. Two calls at once, because neither knows it all: the search of SQL stores
 * leaves aliases out (mlflow#9783), the model itself leaves all but the highest version of each stage out. Some
 * releases answer a forbidden search with an empty list: a version that the model knows and the search does not is
 * looked for once more, and then an error, never "no such version".
 */
async function readModel(server, name, signal) {
    for (let look = 1;; look += 1) {
        const { registered, versions } = await lookOnce(server, name, signal);
        const listed = new Set(versions.map((version) => version.version));
        const lost = registered.known.filter((version) => !listed.has(version));
        if (lost.length === 0)
            return { name, versions, aliases: registered.aliases };
        if (look === 2) {
            throw unexpected(server.label, `version ${lost.join(', ')} of the model exists and its search does not find it`);
        }
    }
}
async function lookOnce(server, name, signal) {
    // The search ends when the model itself is refused.
    const stop = new AbortController();
    const search = searchVersions(server, name, AbortSignal.any([signal, stop.signal]));
    search.catch(() => undefined);
    try {
        const registered = await getRegistered(server, name, signal);
        return { registered, versions: await search };
    }
    finally {
        stop.abort();
    }
}
async function getRegistered(server, name, signal) {
    const answer = await server.call(get('registered-models/get', [['name', name]], `model '${name}'`, signal));
    if (!answer.ok && isMissingModel(answer.refused))
        throw await missingModel(server, name, signal);
    const model = take(answer, registeredModelReply).registered_model;
    // Databases that compare without regard to case find what was not asked for.
    if (model.name !== name)
        throw (0,words/* unknownModel */.w2)(name, placeOf(server), [model.name]);
    if (model.tags.some((tag) => tag.key === words/* PROMPT_TAG */.Ke && (0,words/* saysPrompt */.n0)(tag.value)))
        throw (0,words/* promptRefused */.RS)(name);
    return {
        aliases: new Map(model.aliases.map(({ alias, version }) => [alias, version])),
        known: model.latest_versions.map(({ version }) => version),
    };
}
async function searchVersions(server, name, signal) {
    const base = [
        ['filter', nameFilter(name)],
        ['order_by', 'version_number DESC'],
        ['max_results', VERSIONS_PAGE],
    ];
    const found = await allPages(async (token) => {
        const query = token === null ? base : [...base, ['page_token', token]];
        const call = { ...get('model-versions/search', query, `model '${name}'`, signal), bodyLimit: LIST_LIMIT };
        const answer = await server.call(call);
        return pageOf(answer, server.label, () => take(answer, versionsReply).model_versions.map((version) => toModelVersion(version, server.pages)));
    });
    // A version that appears between two pages shows the last one of the first page again.
    const own = new Map(found.filter(({ model }) => model === name).map((version) => [version.version, version]));
    return [...own.values()].sort((a, b) => byNumberDescending(a.version, b.version));
}
async function missingModel(server, name, signal) {
    const call = get('registered-models/search', [['max_results', NAMES_PAGE]], 'the registry', signal);
    const answer = await server.call(call);
    const reply = answer.ok ? modelNamesReply.safeParse(answer.value).data : undefined;
    const names = (reply?.registered_models ?? []).map((model) => model.name);
    return (0,words/* unknownModel */.w2)(name, placeOf(server), (0,near/* nearest */.p)(name, names));
}
function placeOf(server) {
    return { where: `on ${server.label}`, setting: 'the registry URI' };
}

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/reader.ts









/** The most rows of one page that MLflow takes; up to 2.22 it sends all rows at once. */
const HISTORY_PAGE = '25000';
function createReader(servers, signal) {
    const records = createRecords(servers, signal);
    return {
        model: (name) => readModel(servers.registry, name, signal),
        evidence: (version, role, asked) => (0,evidence/* readEvidence */.A)(records, version, role, asked, servers.memory),
    };
}
/** What MLflow's REST API tells of runs, logged models and versions. */
function createRecords({ tracking, registry }, signal) {
    return {
        version: (name, version) => readVersion(registry, name, version, signal),
        downloadUri: ({ model, version }) => readDownloadUri(registry, model, version, signal),
        run: (id) => readRun(tracking, id, signal),
        loggedModel: (id) => readLoggedModel(tracking, id, signal),
        loggedModelsOf: (run) => readLoggedModels(tracking, run, signal),
        metricHistory: (runId, key) => readHistory(tracking, runId, key, signal),
        trackingLabel: tracking.label,
        pages: tracking.pages,
    };
}
async function readVersion(server, name, version, signal) {
    const query = [
        ['name', name],
        ['version', version],
    ];
    const answer = await server.call(get('model-versions/get', query, `model '${name}'`, signal));
    if (!answer.ok && (isMissingVersion(answer.refused) || isMissingModel(answer.refused)))
        return null;
    const found = take(answer, versionReply).model_version;
    mustBe(answer, `${name}/${version}`, `${found.name}/${found.version}`);
    return toModelVersion(found, server.pages);
}
async function readDownloadUri(server, name, version, signal) {
    const query = [
        ['name', name],
        ['version', version],
    ];
    const call = get('model-versions/get-download-uri', query, `model '${name}'`, signal);
    return take(await server.call(call), downloadUriReply).artifact_uri;
}
/** A search, because only that tells their names in one answer. */
async function readLoggedModels(server, run, signal) {
    const search = { experiment_ids: [run.experimentId], filter: `source_run_id = '${run.id}'` };
    return await allPages(async (token) => {
        const answer = await server.call({
            method: 'POST',
            reads: true,
            path: '2.0/mlflow/logged-models/search',
            json: token === null ? search : { ...search, page_token: token },
            permission: 'READ',
            subject: experimentOf(run.id),
            bodyLimit: LIST_LIMIT,
            signal,
        });
        return pageOf(answer, server.label, () => take(answer, loggedModelsReply).models.map(toLoggedModel));
    });
}
async function readRun(server, id, signal) {
    const answer = await server.call(get('runs/get', [['run_id', id]], experimentOf(id), signal));
    if (!answer.ok && isMissingRun(answer.refused))
        return null;
    const { run } = take(answer, runReply);
    mustBe(answer, id, run.info.run_id);
    return toRun(run);
}
async function readLoggedModel(server, id, signal) {
    // It comes from a version's source and becomes part of a path.
    if (!/^[\w-]+$/.test(id))
        throw unexpected(server.label, `'${id}' is not the id of a logged model`);
    const answer = await server.call({
        ...get(`logged-models/${id}`, [], `logged model ${id}`, signal),
        // Every value ever logged on it is in the one answer.
        bodyLimit: LIST_LIMIT,
    });
    if (!answer.ok && isMissingLoggedModel(answer.refused))
        return null;
    if (!answer.ok && answer.refused.status === 404 && answer.refused.errorCode === null) {
        throw new domain_error/* PromotionError */.g('not-supported', `The metrics are those of logged model ${id}, and ${server.label} has no call for logged models.`, 'They came with MLflow 3.0: check that tracking-uri is the server the model was logged to, or upgrade that server.', { cause: answer.error });
    }
    const { model } = take(answer, loggedModelReply);
    mustBe(answer, id, model.info.model_id);
    return toLoggedModel(model);
}
async function readHistory(server, runId, key, signal) {
    const base = [
        ['run_id', runId],
        ['metric_key', key],
        ['max_results', HISTORY_PAGE],
    ];
    return await allPages(async (token) => {
        const query = token === null ? base : [...base, ['page_token', token]];
        const call = { ...get('metrics/get-history', query, experimentOf(runId), signal), bodyLimit: LIST_LIMIT };
        const answer = await server.call(call);
        return pageOf(answer, server.label, () => {
            const { metrics } = take(answer, historyReply);
            for (const row of metrics)
                mustBe(answer, key, row.key);
            return metrics.map((row) => toMetricRow(row, runId));
        });
    });
}
function experimentOf(runId) {
    return `the experiment of run ${runId}`;
}

// EXTERNAL MODULE: ./src/registry/mlflow/no-pages.ts
var no_pages = __webpack_require__(7187);
;// CONCATENATED MODULE: ./src/registry/mlflow/pages.ts

const ID = /^[\w-]+$/;
/** They answer MLflow's API and have pages of their own. */
const OTHER_PAGES = /(?:^|\.)(?:databricks\.com|azuredatabricks\.net)$/;
/**
 * The pages at the address of a server (without query and fragment). The routes are those of MLflow's pages
 * (`mlflow/server/js/src/{model-registry,experiment-tracking}/routes.ts`, 1.x to 3.x; logged models since 3.0; the
 * workspace as a parameter since 3.10, `workspaces/utils/WorkspaceUtils.ts`).
 */
function pagesAt(address, workspace) {
    if (OTHER_PAGES.test(new URL(address).hostname))
        return no_pages/* NO_PAGES */.t;
    const within = workspace === null ? '' : `?workspace=${encodeURIComponent(workspace)}`;
    return pagesWhere((route) => `${address}/#/${route}${within}`);
}
/** Only ids become part of a route; the name of a model is the one that was asked for, and encoded. */
function pagesWhere(at) {
    const route = (ids, write) => {
        const known = ids.filter((id) => id !== null && ID.test(id));
        return known.length < ids.length ? null : at(write(...known));
    };
    return {
        version: (model, version) => route([version], (number) => `models/${encodeURIComponent(model)}/versions/${number}`),
        run: (experimentId, id) => route([experimentId, id], (experiment, run) => `experiments/${experiment}/runs/${run}`),
        experiment: (id) => route([id], (experiment) => `experiments/${experiment}`),
        loggedModel: (experimentId, id) => route([experimentId, id], (experiment, model) => `experiments/${experiment}/models/${model}`),
    };
}

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/server.ts






/**
 * A server at its URI. MLflow before 3.12 puts its UI and `/ajax-api` under `--static-prefix`, but not `/api`; the two
 * answer the same calls. So when the URI has a path and `/api` is not under it, `/ajax-api` is tried once. Nothing
 * outside the URI's own path is ever asked: another MLflow may live there.
 */
function createServer(options) {
    const label = (0,redact/* safeUrl */.P)(options.uri);
    const prefixed = new URL(label).pathname !== '/';
    const roots = prefixed ? [`${label}/api`, `${label}/ajax-api`] : [`${label}/api`];
    const state = { ...options, label, roots, root: null, workspaces: null };
    return {
        label,
        pages: pagesAt(label, options.workspace),
        async call(call) {
            if (state.workspace === null)
                return await send(state, call, {});
            await ensureWorkspaces(state, call.signal);
            return await send(state, call, { 'x-mlflow-workspace': state.workspace });
        },
    };
}
/** RFC 7617 in UTF-8, as MLflow's client sends it. */
function basicToken(username, password) {
    return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}
async function send(state, call, headers) {
    const candidates = state.root === null ? state.roots : [state.root];
    let first = null;
    for (const root of candidates) {
        const answer = await sendTo(state, `${root}/${call.path}`, call, headers);
        if (!isElsewhere(answer)) {
            if (isMlflow(answer))
                state.root = root;
            return answer;
        }
        first ??= answer;
        // A write never looks for the right place.
        if (isWrite(call))
            break;
    }
    if (first === null)
        throw new TypeError('a server has at least one root');
    return first;
}
async function sendTo(state, url, call, headers) {
    const reply = await state.http.request({
        method: call.method,
        url,
        headers: { ...authorization(state.credentials), ...state.headers, ...headers },
        idempotent: !isWrite(call),
        signal: call.signal,
        ...(call.query === undefined ? {} : { query: call.query }),
        ...(call.json === undefined ? {} : { json: call.json }),
        ...(call.bodyLimit === undefined ? {} : { bodyLimit: call.bodyLimit }),
    });
    // What a write did, an answer of any size does not tell.
    if (!isWrite(call) && hasTooManyParts(reply.text))
        throw tooManyParts(url);
    return answerOf(state, url, call, reply);
}
function authorization(credentials) {
    if (credentials.kind === 'none')
        return {};
    if (credentials.kind === 'bearer')
        return { authorization: `Bearer ${credentials.token}` };
    return { authorization: `Basic ${basicToken(credentials.username, credentials.password)}` };
}
function isWrite(call) {
    return call.method === 'POST' && call.reads !== true;
}
function answerOf(state, url, call, reply) {
    const json = jsonOf(reply.text);
    const value = reply.status >= 200 && reply.status < 300 ? messageOf(reply.text, json, call) : null;
    if (value !== null)
        return { ok: true, value, url };
    const own = reply.status < 400 ? undefined : errorReply.safeParse(json).data;
    const refused = {
        status: reply.status,
        errorCode: own?.error_code ?? null,
        message: (0,redact/* excerpt */.K)(state.scrub(own?.message ?? reply.text)),
        authenticate: reply.headers['www-authenticate'] ?? '',
        write: isWrite(call),
        url,
        host: new URL(url).host,
        credentials: state.credentials.kind,
        permission: call.permission,
        subject: (0,redact/* excerpt */.K)(call.subject),
    };
    return { ok: false, refused, error: errorOf(refused) };
}
function tooManyParts(url) {
    return new domain_error/* PromotionError */.g('reply-too-large', `${url} answered with more objects than any list of MLflow has.`, 'Check that the address is the registry itself; a reply of that size is not read.');
}
/** Undefined when it is no JSON, or too much of it. */
function jsonOf(text) {
    if (hasTooManyParts(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function messageOf(text, json, call) {
    // MLflow's own client takes these two for an empty message (verify_rest_response). To a read that is no answer.
    if (isWrite(call) && ['', '200 OK'].includes(text.trim()))
        return {};
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null;
}
function isElsewhere(answer) {
    return !answer.ok && answer.refused.status === 404 && answer.refused.errorCode === null;
}
function isMlflow(answer) {
    return answer.ok || answer.refused.errorCode !== null;
}
/** Asked once, and before anything else: a server without workspaces answers the header with a misleading 500. */
async function ensureWorkspaces(state, signal) {
    state.workspaces ??= askForWorkspaces(state, signal);
    try {
        await state.workspaces;
    }
    catch (error) {
        state.workspaces = null;
        throw error;
    }
}
async function askForWorkspaces(state, signal) {
    const subject = 'the server';
    const call = { method: 'GET', path: '3.0/mlflow/server-info', permission: 'READ', subject, signal };
    const answer = await send(state, call, {});
    if (!answer.ok && answer.refused.status !== 404)
        throw answer.error;
    if (answer.ok && serverInfoReply.safeParse(answer.value).data?.workspaces_enabled === true)
        return;
    throw new domain_error/* PromotionError */.g('workspace-unknown', `The server ${state.label} has no workspaces.`, 'Unset MLFLOW_WORKSPACE, or start MLflow (3.10 or newer) with --enable-workspaces.');
}

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/writer.ts

/** MLflow has no transactions: `work` runs as it is. */
function createWriter(servers, signal) {
    const reader = createReader(servers, signal);
    return {
        commits: false,
        transact: (work) => work({ reader, write: (write) => make(servers.registry, write, signal) }),
    };
}
/** What the reply says is not looked at: two promotions at once both get a 200 that names their version. */
async function make(server, write, signal) {
    const answer = await server.call({
        ...requestOf(write),
        method: 'POST',
        permission: 'EDIT',
        subject: `model '${write.model}'`,
        signal,
    });
    if (!answer.ok)
        throw answer.error;
}
function requestOf(write) {
    const { model: name, version } = write;
    switch (write.kind) {
        case 'alias':
            return { path: '2.0/mlflow/registered-models/alias', json: { name, version, alias: write.alias } };
        case 'transition':
            return {
                path: '2.0/mlflow/model-versions/transition-stage',
                json: {
                    name,
                    version,
                    stage: write.stage,
                    // MLflow refuses to archive for a stage that is no place to serve from, with a 500.
                    archive_existing_versions: write.archiveExisting && write.stage !== 'Archived',
                },
            };
    }
}

;// CONCATENATED MODULE: ./src/registry/mlflow/rest/open.ts













/**
 * An MLflow server over REST, releases 2.9 to 3.x; nothing is sent yet. Throws `not-supported` for a URI that is not
 * http(s), `plaintext-credentials`, and `input-invalid` for certificates, credentials or proxy variables that cannot
 * be used.
 */
async function openMlflow(connection, deps) {
    const { trackingUri, registryUri, credentials } = connection;
    for (const uri of [trackingUri, registryUri])
        checkUri(uri, connection);
    checkCredentials(credentials);
    const http = createHttp({ ...deps, tls: await readCertificates(connection), settings: words/* CERTIFICATES */.$b });
    const scrub = (0,text_scrub/* createScrub */.E)([...secretsOf(credentials), ...Object.values(connection.headers)]);
    const open = (uri) => createServer({
        uri,
        http,
        credentials,
        headers: headersFor(uri, connection),
        workspace: connection.workspace,
        scrub,
    });
    const registry = open(registryUri);
    const tracking = (0,redact/* safeUrl */.P)(trackingUri) === registry.label ? registry : open(trackingUri);
    const proxies = [trackingUri, registryUri].flatMap((uri) => http.proxyFor(uri) ?? []);
    const named = new Set(proxies.map(({ host, variable }) => `${host} (from ${variable})`));
    if (named.size > 0)
        deps.log.info(`Proxy for requests to MLflow: ${[...named].join(', ')}.`);
    const servers = { tracking, registry, memory: new Map() };
    return {
        label: registry.label,
        records: (signal) => createRecords(servers, signal),
        reader: (signal) => createReader(servers, signal),
        writer: (signal) => createWriter(servers, signal),
        close: () => http.close(),
    };
}
/** They are for whatever stands in front of the tracking server, and go to its origin alone. */
function headersFor(uri, { trackingUri, headers }) {
    return new URL(uri).origin === new URL(trackingUri).origin ? headers : {};
}
function checkUri(uri, connection) {
    const url = URL.canParse(uri) ? new URL(uri) : null;
    if (url === null || !['http:', 'https:'].includes(url.protocol)) {
        throw new domain_error/* PromotionError */.g('not-supported', `A registry at a ${url === null ? 'URI without a scheme' : `${url.protocol} URI`} cannot be reached over REST.`, 'Give the http or https address of an MLflow server.');
    }
    const secret = connection.credentials.kind !== 'none' || Object.keys(headersFor(uri, connection)).length > 0;
    const exposed = url.protocol === 'http:' && secret && !(0,proxies/* isLoopback */.U9)(url);
    if (!exposed || connection.allowHttp)
        return;
    throw new domain_error/* PromotionError */.g('plaintext-credentials', `The credentials would go to ${(0,redact/* safeUrl */.P)(url)} unencrypted.`, 'Use https, or set allow-http: true where the network in between is trusted.');
}
/** A header cannot carry every text; undici would quote the one it refuses. */
function checkCredentials(credentials) {
    if (credentials.kind === 'bearer' && !/^[\x21-\x7e]+$/.test(credentials.token)) {
        throw new domain_error/* PromotionError */.g('input-invalid', 'The token contains a space, a line break or another character that no token has.', 'Store the secret behind tracking-token or MLFLOW_TRACKING_TOKEN, whichever you set, again without a trailing newline.');
    }
    if (credentials.kind === 'basic' && credentials.username.includes(':')) {
        throw new domain_error/* PromotionError */.g('input-invalid', 'The username contains a colon, which Basic authentication cannot carry.', 'Correct tracking-username or MLFLOW_TRACKING_USERNAME, whichever you set.');
    }
}
function secretsOf(credentials) {
    if (credentials.kind === 'none')
        return [];
    if (credentials.kind === 'bearer')
        return [credentials.token];
    const { username, password } = credentials;
    // Without a password the username is the secret: https://token@host.
    return [password === '' ? username : password, basicToken(username, password)];
}
async function readCertificates(connection) {
    const { caFile, clientCertFile, workingDirectory } = connection;
    return {
        ca: caFile === null
            ? null
            : await readPem((0,external_node_path_.resolve)(workingDirectory, caFile), words/* CERTIFICATES */.$b.ca, (ca) => ({ ca })),
        clientCert: clientCertFile === null
            ? null
            : await readPem((0,external_node_path_.resolve)(workingDirectory, clientCertFile), words/* CERTIFICATES */.$b.clientCert, (pem) => ({
                cert: pem,
                key: pem,
            })),
    };
}
async function readPem(path, setting, use) {
    try {
        const pem = await (0,promises_.readFile)(path, 'utf8');
        // A secure context takes any text for a CA; only this looks at it.
        new external_node_crypto_.X509Certificate(pem);
        (0,external_node_tls_.createSecureContext)(use(pem));
        return pem;
    }
    catch (cause) {
        const reason = Error.isError(cause) ? cause.message : 'it cannot be read';
        throw new domain_error/* PromotionError */.g('input-invalid', `The file that ${setting} names cannot be used: ${reason}.`, setting === words/* CERTIFICATES */.$b.ca
            ? 'It must be one file with the CA certificates in PEM form.'
            : 'It must be one PEM file with the certificate and its unencrypted key.', { cause });
    }
}


/***/ })

};
