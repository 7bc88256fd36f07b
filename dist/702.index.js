export const id = 702;
export const ids = [702];
export const modules = {

/***/ 8702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendCheckRun: () => (/* binding */ sendCheckRun)
});

// EXTERNAL MODULE: ./src/domain/environment.ts
var environment = __webpack_require__(2309);
// EXTERNAL MODULE: ./src/net/clock.ts
var clock = __webpack_require__(2881);
// EXTERNAL MODULE: ./src/net/dispatcher.ts
var dispatcher = __webpack_require__(3926);
// EXTERNAL MODULE: ./src/net/undici.ts
var undici = __webpack_require__(2107);
;// CONCATENATED MODULE: ./src/net/fetch.ts


const CONNECT_TIMEOUT_MS = 10_000;
/**
 * A `fetch` for clients that make their own requests, by the same rules about proxies as every other request. Throws
 * `input-invalid` for a proxy variable that is not an http(s) URL.
 */
function createFetch(env) {
    const dispatchers = (0,dispatcher/* createDispatchers */.X)(env, { ca: null, clientCert: null }, CONNECT_TIMEOUT_MS);
    return {
        fetch: (url, init) => fetch(url, { ...init, dispatcher: new undici/* Dispatcher1Wrapper */.sY(dispatchers.for(new URL(url))) }),
        close: () => dispatchers.close(),
    };
}

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(5194);
// EXTERNAL MODULE: ./src/net/redact.ts
var redact = __webpack_require__(8962);
// EXTERNAL MODULE: ./src/net/retry.ts
var retry = __webpack_require__(7893);
// EXTERNAL MODULE: ./src/net/faults.ts
var faults = __webpack_require__(4026);
;// CONCATENATED MODULE: ./src/github/refusal.ts


const OWN_TOKEN = "Leave `github-token` out to use the job's own token.";
const LATER = 'Nothing has to be changed: the next run makes one again.';
/**
 * GitHub's words and headers, and what each means (docs.github.com, "Troubleshooting the REST API" and "Rate limits for
 * the REST API"). The first that fits counts: a 403 alone says nothing, since limits, allow lists and archived
 * repositories answer so as well.
 */
const CAUSES = [
    {
        fits: ({ status }) => status === 401,
        why: () => 'the token was refused (401): it is wrong, or it has expired',
        remedy: OWN_TOKEN,
    },
    {
        fits: (answer) => limited(answer) && answer.headers['x-ratelimit-remaining'] === '0',
        why: ({ status, headers }) => `the rate limit of the token is used up${until(headers)} (${status})`,
        remedy: 'Wait until then, or give the gate a token of its own.',
    },
    {
        fits: (answer) => limited(answer) && (said(answer, /secondary rate limit/i) || retryAfter(answer) !== null),
        why: (answer) => {
            const seconds = retryAfter(answer);
            return `GitHub asks to slow down${seconds === null ? '' : ` for ${seconds} s`}: a secondary rate limit (${answer.status})`;
        },
        remedy: 'Let fewer jobs report at the same moment.',
        // Where GitHub names no time it wants a minute of silence, and may ban who goes on asking.
        again: (answer) => retryAfter(answer) !== null,
    },
    {
        fits: ({ status }) => status === 429,
        why: () => 'GitHub asks to slow down (429)',
        remedy: LATER,
    },
    {
        fits: (answer) => said(answer, /IP allow list/i),
        why: ({ status }) => `the organization has an IP allow list, and this runner is not on it (${status})`,
        remedy: "Put the runner's address on the list, or run the job on a runner that is.",
    },
    {
        fits: (answer) => said(answer, /archived/i),
        why: ({ status }) => `the repository is archived and can only be read (${status})`,
        remedy: 'Run the gate from a repository that is in use.',
    },
    {
        fits: (answer) => said(answer, /SAML/),
        why: ({ status }) => `the organization wants single sign-on, and the token is not authorized for it (${status})`,
        remedy: `Authorize the token for the organization. ${OWN_TOKEN}`,
    },
    {
        fits: (answer) => said(answer, /personal access token|authenticate via a GitHub App/i),
        why: ({ status }) => `the token is a person's, and only Apps may create check runs (${status})`,
        remedy: OWN_TOKEN,
    },
    {
        fits: (answer) => [403, 404].includes(answer.status) && accepted(answer) !== null,
        why: (answer) => `the token may not (${answer.status}, GitHub wants ${accepted(answer) ?? ''})`,
        remedy: 'Add `permissions: checks: write` to the job. Pull requests from forks never get this permission.',
    },
    {
        fits: (answer) => said(answer, /not accessible by integration/i),
        why: ({ status }) => `the token may not (${status}, and GitHub does not say what is missing)`,
        remedy: 'Look at the `permissions:` of the job. Pull requests from forks only get those to read.',
    },
    {
        fits: ({ status }) => status === 404,
        why: () => 'GitHub knows no such repository, as far as this token may see (404)',
        remedy: `Give a token of this repository. ${OWN_TOKEN}`,
    },
    {
        fits: (answer) => answer.status === 422 && said(answer, /No commit found/i),
        why: () => 'the commit of this run is not in the repository (422)',
        remedy: 'Push the commit, or run the workflow on one that is there.',
    },
    {
        fits: ({ status }) => status >= 500,
        why: ({ status }) => `GitHub answered ${status}`,
        remedy: `See GitHub's status page. ${LATER}`,
        again: () => true,
    },
];
/** What an answer means, in GitHub's own words where it has some. */
function refusalOf(answer) {
    const cause = CAUSES.find(({ fits }) => fits(answer));
    const quoted = answer.message === '' ? '' : `; it says: ${(0,redact/* excerpt */.Kb)(answer.message)}`;
    if (cause === undefined)
        return { why: `GitHub answered ${answer.status}${quoted}`, remedy: LATER, again: false };
    return {
        why: `${cause.why(answer)}${quoted}`,
        remedy: cause.remedy,
        again: cause.again?.(answer) === true,
    };
}
/** What it means that there was no answer at all. */
function unreachable(thrown, url) {
    const settings = { ca: 'NODE_EXTRA_CA_CERTS', clientCert: 'none is sent to GitHub' };
    const fault = (0,faults/* faultOf */.K)(thrown, { url, proxies: [], settings, connectTimeoutMs: 10_000 });
    const { message, remedy } = fault.error;
    return { why: `GitHub could not be reached; ${message.replace(/\.$/, '')}`, remedy, again: fault.retry };
}
function said({ message }, words) {
    return words.test(message);
}
function limited({ status }) {
    return status === 403 || status === 429;
}
function retryAfter({ headers }) {
    const text = headers['retry-after'] ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
function until(headers) {
    const text = headers['x-ratelimit-reset'] ?? '';
    return /^\d{1,11}$/.test(text) ? ` until ${new Date(Number(text) * 1000).toISOString()}` : '';
}
/** GitHub names the exact permission in a header, and only there. */
function accepted({ headers }) {
    const text = headers['x-accepted-github-permissions'] ?? '';
    return /^[\w=,; ]{1,100}$/.test(text) ? text : null;
}

;// CONCATENATED MODULE: ./src/github/check-run.ts




/** The summary is there whatever becomes of the check run. */
const WITHOUT = 'Set `check-name: ""` to do without; the summary has the same text.';
const NO_TOKEN = 'No check run was created: the input `github-token` is empty. ' +
    `Leave the input out to use the job's own token. ${WITHOUT}`;
/** Longer waits are for the next run: the decision is out, and the job waits for this alone. */
const LONGEST_WAIT_MS = 8_000;
/**
 * Creates the check run. What may pass is asked for again, until the signal aborts. The decision stands whatever GitHub
 * answers, so a refusal comes back as a sentence that says why and what to do.
 */
async function createCheckRun(place, check, api, signal) {
    if (place.token === '')
        return NO_TOKEN;
    const octokit = new dist_src/* Octokit */.E({ auth: place.token, baseUrl: api.url, request: { fetch: api.fetch } });
    for (let attempt = 1;; attempt += 1) {
        const failed = await ask(octokit, place, check, signal);
        if (failed === null)
            return null;
        const refusal = failed.answer === null ? lost(failed.thrown, api.url, signal) : refusalOf(failed.answer);
        const wait = (0,retry/* waitBefore */.fI)(attempt, failed.answer?.headers['retry-after'], api.clock);
        if (!refusal.again ||
            attempt === retry/* ATTEMPTS */.PY ||
            wait > LONGEST_WAIT_MS ||
            !(await waited(wait, api, signal))) {
            return (0,redact/* createScrub */.EN)([place.token])(`No check run was created at ${hostOf(api.url)}: ${refusal.why}. ${refusal.remedy} ${WITHOUT}`);
        }
    }
}
async function ask(octokit, place, check, signal) {
    const [owner = '', repo = ''] = place.repository.split('/');
    try {
        await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
            owner,
            repo,
            name: place.name,
            head_sha: place.sha,
            status: 'completed',
            conclusion: check.conclusion,
            started_at: place.startedAt,
            completed_at: place.completedAt,
            external_id: place.externalId,
            output: { title: check.title, summary: check.summary, text: check.text },
            ...(place.detailsUrl === null ? {} : { details_url: place.detailsUrl }),
            request: { signal },
        });
        return null;
    }
    catch (thrown) {
        return { thrown, answer: answerOf(thrown) };
    }
}
function answerOf(thrown) {
    const { status, response } = thrown;
    if (response === undefined || typeof status !== 'number')
        return null;
    const message = response.data?.message;
    return { status, message: typeof message === 'string' ? message : '', headers: response.headers ?? {} };
}
function lost(thrown, url, signal) {
    if (!signal.aborted)
        return unreachable(thrown, url);
    return {
        why: 'GitHub could not be reached; it did not answer in time',
        remedy: 'The next run makes one again.',
        again: false,
    };
}
/** False when there is no time left. */
async function waited(ms, api, signal) {
    try {
        await api.clock.sleep(ms, signal);
        return true;
    }
    catch {
        return false;
    }
}
function hostOf(url) {
    return URL.parse(url)?.host ?? 'GitHub';
}

;// CONCATENATED MODULE: ./src/github/client.ts




/**
 * Creates one check run at the GitHub of this run, over a connection of its own. Throws `input-invalid` for a proxy
 * variable that cannot be used; what GitHub refuses comes back as a sentence.
 */
async function sendCheckRun(place, check, env, signal) {
    const connection = createFetch(env);
    try {
        const url = (0,environment/* given */.g)(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
        return await createCheckRun(place, check, { url, fetch: connection.fetch, clock: clock/* REAL_CLOCK */.I }, signal);
    }
    finally {
        await connection.close();
    }
}


/***/ }),

/***/ 2881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ REAL_CLOCK)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const REAL_CLOCK = {
    sleep: (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal }),
    random: Math.random,
    now: Date.now,
};


/***/ }),

/***/ 3926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   X: () => (/* binding */ createDispatchers)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _undici_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2107);


const LOOPBACK = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/i;
/** True for hosts that never leave this machine. */
function isLoopback(url) {
    return LOOPBACK.test(url.hostname);
}
const KEEP_ALIVE_MS = 1_000;
/**
 * One connection pool per run. Proxies come from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case, by the rules
 * of undici's `EnvHttpProxyAgent`; without `HTTPS_PROXY` the http one serves https too. Idle connections live one
 * second, less than any registry server's own limit, so that a write never meets a connection that the server is just
 * closing. Throws `input-invalid` for a proxy variable that is not an http(s) URL, never quoting it.
 */
function createDispatchers(env, tls, connectTimeoutMs) {
    const httpProxy = proxyUrl(env, 'HTTP_PROXY');
    const httpsProxy = proxyUrl(env, 'HTTPS_PROXY') ?? httpProxy;
    const options = connectionOptions(tls, connectTimeoutMs);
    const proxyOptions = {
        ...options,
        httpProxy: httpProxy?.href ?? '',
        httpsProxy: httpsProxy?.href ?? '',
        noProxy: variable(env, 'NO_PROXY') ?? '',
    };
    const direct = new _undici_js__WEBPACK_IMPORTED_MODULE_1__/* .Agent */ .g6(options);
    const proxied = httpsProxy === null ? null : new _undici_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvHttpProxyAgent */ .J2(proxyOptions);
    const takesProxy = httpsProxy === null ? () => false : proxyQuestion(proxyOptions);
    return {
        for: (url) => (proxied === null || isLoopback(url) ? direct : proxied),
        proxiesFor(url) {
            const proxy = url.protocol === 'https:' ? httpsProxy : httpProxy;
            return proxy !== null && !isLoopback(url) && takesProxy(url) ? [proxy.host] : [];
        },
        async close() {
            await Promise.all([direct.destroy(), proxied?.destroy()]);
        },
    };
}
function connectionOptions(tls, connectTimeoutMs) {
    const trust = tls.ca === null ? {} : { ca: tls.ca };
    const identity = tls.clientCert === null ? {} : { cert: tls.clientCert, key: tls.clientCert };
    const endpoint = { ...trust, ...identity, timeout: connectTimeoutMs, allowH2: false };
    return {
        allowH2: false,
        headersTimeout: 0,
        bodyTimeout: 0,
        keepAliveTimeout: KEEP_ALIVE_MS,
        keepAliveMaxTimeout: KEEP_ALIVE_MS,
        connect: endpoint,
        connectTimeout: connectTimeoutMs,
        requestTls: endpoint,
        proxyTls: { ...trust, timeout: connectTimeoutMs, allowH2: false },
    };
}
/**
 * Whether undici's agent takes a proxy to a URL. It has no question for that, so an agent with the same options is asked
 * to send and stopped where it makes its connection: one through a proxy has a `connect` function of the proxy's.
 */
function proxyQuestion(options) {
    let takesProxy = false;
    const agent = new _undici_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvHttpProxyAgent */ .J2({
        ...options,
        factory: (_origin, { connect }) => {
            takesProxy = typeof connect === 'function';
            throw new Error('asked, not sent');
        },
    });
    return (url) => {
        agent.dispatch({ origin: url.origin, path: '/', method: 'GET' }, { onResponseError: () => undefined });
        return takesProxy;
    };
}
/** The lower-case form wins, as in curl and undici. */
function variable(env, name) {
    return env[name.toLowerCase()] ?? env[name];
}
function proxyUrl(env, name) {
    const value = variable(env, name)?.trim() ?? '';
    if (value === '')
        return null;
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && ['http:', 'https:'].includes(url.protocol))
        return url;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('input-invalid', `The environment variable ${name} is not the address of an http proxy.`, `Write it as http://host:port, or unset ${name}.`);
}


/***/ }),

/***/ 4026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ faultOf)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8962);


/** Verification fails before a byte of the request is sent. */
const UNTRUSTED = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_ALTNAME|UND_ERR_PRX_TLS)/;
const TLS = /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$)/;
const UNREACHABLE = /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
/** Says in our words why undici or Node could not get a reply. */
function faultOf(thrown, place) {
    const code = find(thrown, 'code');
    const rule = connecting(code, thrown, place) ?? tls(code, place) ?? proxy(thrown, place) ?? broken(code);
    const error = new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g(rule.code, `${place.url}: ${rule.what}`, rule.remedy, { cause: thrown });
    return { error, retry: rule.retry, maybeSent: rule.maybeSent };
}
/** A word of an error, of its cause, or of the first of several errors. A socket error of undici tells only by its cause. */
function find(thrown, name) {
    let last = '';
    let error = thrown;
    for (let depth = 0; typeof error === 'object' && error !== null && depth < 5; depth += 1) {
        const word = property(error, name);
        if (word !== undefined && word !== 'UND_ERR_SOCKET')
            return word;
        last = word ?? last;
        error = error.cause ?? error.errors?.[0];
    }
    return last;
}
function property(thrown, name) {
    if (typeof thrown !== 'object' || thrown === null)
        return undefined;
    const value = thrown[name];
    return typeof value === 'string' ? value : undefined;
}
function connecting(code, thrown, place) {
    const through = place.proxies.length === 0 ? '' : ` (proxy: ${place.proxies.join(', ')})`;
    if (code === 'ECONNREFUSED') {
        return {
            code: 'connection-refused',
            what: `nothing listens there, the connection was refused${through}.`,
            remedy: 'Check host and port of the URI, and that the server is running and reachable from this runner.',
            retry: true,
            maybeSent: false,
        };
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_FAIL' || code === 'ENODATA') {
        return {
            code: 'dns-failed',
            what: `the host name could not be resolved${through}.`,
            remedy: 'Check the spelling of the host, and that this runner can resolve names of its network.',
            retry: code === 'EAI_AGAIN',
            maybeSent: false,
        };
    }
    if (!UNREACHABLE.test(code))
        return null;
    // A connection that stood may end with these codes too; only the system call tells.
    const whileConnecting = code === 'UND_ERR_CONNECT_TIMEOUT' || find(thrown, 'syscall') === 'connect';
    return {
        code: code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT' ? 'timeout' : 'connection-failed',
        what: `no connection within ${place.connectTimeoutMs / 1000} s, or no route to the host${through}.`,
        remedy: 'Check that firewalls and proxies let this runner reach the server.',
        retry: true,
        maybeSent: !whileConnecting,
    };
}
function tls(code, place) {
    if (UNTRUSTED.test(code)) {
        return {
            code: 'tls-failed',
            what: `the server's certificate is not to be trusted (${code}).`,
            remedy: `If the server's CA is your own, name its PEM file in ${place.settings.ca}; else renew or correct the certificate.`,
            retry: false,
            maybeSent: false,
        };
    }
    if (!TLS.test(code))
        return null;
    return {
        code: 'tls-failed',
        what: `the TLS connection failed (${code}).`,
        remedy: `Check that the server speaks https on this port, and whether it wants a client certificate (${place.settings.clientCert}).`,
        retry: false,
        maybeSent: true,
    };
}
/** undici reports these with a text only. */
function proxy(thrown, place) {
    const text = property(thrown, 'message') ?? '';
    const status = /^Proxy response \((\d{3})\)/.exec(text)?.[1] ??
        /^Proxy Authentication Required \((407)\)/.exec(text)?.[1];
    if (status === undefined)
        return null;
    return {
        code: 'connection-failed',
        what: `the proxy ${place.proxies.join(', ')} answered ${status} instead of connecting.`,
        remedy: status === '407'
            ? 'Put the proxy’s user and password into HTTP_PROXY and HTTPS_PROXY.'
            : 'Check that the proxy may reach the server, or list the host in NO_PROXY.',
        retry: status.startsWith('5'),
        maybeSent: false,
    };
}
function broken(code) {
    return {
        code: 'connection-failed',
        what: `the connection broke before the reply was complete${code === '' ? '' : ` (${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .Kb)(code)})`}.`,
        remedy: 'Try again; if it stays, look at the server’s log and at whatever stands between it and this runner.',
        retry: true,
        maybeSent: true,
    };
}


/***/ }),

/***/ 8962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ createScrub),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   Pl: () => (/* binding */ safeUrl)
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
/** A scrubber for these secrets, raw and as URLs, JSON and HTML write them. Longest first, so that no part stays. */
function createScrub(secrets) {
    const forms = [...new Set(secrets.flatMap(formsOf))]
        .filter((form) => form !== '')
        .sort((a, b) => b.length - a.length);
    return (text) => forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
function formsOf(secret) {
    const url = encodeURIComponent(secret.toWellFormed());
    const json = JSON.stringify(secret).slice(1, -1);
    const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quoted = html.replaceAll('"', '&#34;').replaceAll("'", '&#39;');
    const named = html.replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
    return [secret, url, json, html, quoted, named];
}


/***/ }),

/***/ 7893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PY: () => (/* binding */ ATTEMPTS),
/* harmony export */   Pu: () => (/* binding */ isRetryStatus),
/* harmony export */   fI: () => (/* binding */ waitBefore)
/* harmony export */ });
/** Replies to a read that a second try may turn into an answer. A 500 is not among them: some servers use it for misuse. */
const RETRY_STATUSES = new Set([
    ...[408, 429, 502, 503, 504],
    // A gateway's own words for a server that it cannot reach, as Cloudflare has them (520 to 527, 530).
    ...[520, 521, 522, 523, 524, 525, 526, 527, 530],
]);
/** First try included. */
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const LONGEST_RETRY_AFTER_MS = 30_000;
function isRetryStatus(status) {
    return RETRY_STATUSES.has(status);
}
/**
 * How long to wait before try `attempt + 1`, in milliseconds: what `Retry-After` says (seconds or an HTTP date, RFC
 * 9110 §10.2.3, at most 30 s), else 0.5, 1, 2, 4 … 8 s, of which a random half is taken off so that callers do not
 * come back together.
 */
function waitBefore(attempt, retryAfter, clock) {
    const asked = retryAfter === undefined ? null : retryAfterMs(retryAfter, clock.now());
    if (asked !== null)
        return Math.min(asked, LONGEST_RETRY_AFTER_MS);
    const step = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    return Math.round(step * (1 - clock.random() / 2));
}
function retryAfterMs(value, now) {
    const text = value.trim();
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}


/***/ }),

/***/ 2107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* reexport default from dynamic */ undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_5___default.a),
/* harmony export */   g6: () => (/* reexport default from dynamic */ undici_lib_dispatcher_agent_js__WEBPACK_IMPORTED_MODULE_3___default.a),
/* harmony export */   sY: () => (/* reexport default from dynamic */ undici_lib_dispatcher_dispatcher1_wrapper_js__WEBPACK_IMPORTED_MODULE_4___default.a)
/* harmony export */ });
/* harmony import */ var undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4660);
/* harmony import */ var undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6424);
/* harmony import */ var undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(883);
/* harmony import */ var undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var undici_lib_dispatcher_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7405);
/* harmony import */ var undici_lib_dispatcher_agent_js__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(undici_lib_dispatcher_agent_js__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var undici_lib_dispatcher_dispatcher1_wrapper_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3650);
/* harmony import */ var undici_lib_dispatcher_dispatcher1_wrapper_js__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(undici_lib_dispatcher_dispatcher1_wrapper_js__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3137);
/* harmony import */ var undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_5__);
// The client of undici and nothing else of it: what is imported here is compiled by every run that talks to a server
// (docs/decisions/packages-by-parts.md).



// As undici's own entry does: `request` is ours to call, `connect` is how its proxy agent opens a tunnel.
Object.assign((undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_2___default().prototype), { connect: (undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0___default()), request: (undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1___default()) });





/***/ })

};
