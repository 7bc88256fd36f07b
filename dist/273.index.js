export const id = 273;
export const ids = [273];
export const modules = {

/***/ 6273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendCheckRun: () => (/* binding */ sendCheckRun)
});

// EXTERNAL MODULE: ./src/domain/environment.ts
var environment = __webpack_require__(2309);
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
;// CONCATENATED MODULE: ./src/github/check-run.ts

const NO_TOKEN = 'No check run was created: the input `github-token` is empty. ' +
    'Leave the input out to use the job\'s own token, or set `check-name: ""` to do without; the summary has the same text.';
/**
 * Creates the check run, in one request. The decision stands whatever GitHub answers, so a refusal comes back as a
 * sentence that says which permission to add.
 */
async function createCheckRun(place, check, api, signal) {
    const [owner = '', repo = ''] = place.repository.split('/');
    if (place.token === '')
        return NO_TOKEN;
    const octokit = new dist_src/* Octokit */.E({ auth: place.token, baseUrl: api.url, request: { fetch: api.fetch } });
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
    catch (error) {
        return refusal(error);
    }
}
function refusal(error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) {
        const accepted = acceptedPermissions(error) ?? 'checks=write';
        return (`No check run was created: the token may not (${status}, GitHub wants ${accepted}). ` +
            'Add `permissions: checks: write` to the job, or set `check-name: ""` to do without; the summary has the same text. ' +
            'Pull requests from forks never get this permission.');
    }
    const why = status === null ? 'GitHub could not be reached' : `GitHub answered ${status}`;
    return `No check run was created: ${why}. The summary has the same text.`;
}
function statusOf(error) {
    const status = error.status;
    const answered = error.response !== undefined;
    return answered && typeof status === 'number' ? status : null;
}
/** GitHub names the exact permission in a header. */
function acceptedPermissions(error) {
    const headers = error.response?.headers;
    const accepted = headers?.['x-accepted-github-permissions'];
    return typeof accepted === 'string' && /^[\w=,; ]{1,100}$/.test(accepted) ? accepted : null;
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
        return await createCheckRun(place, check, { url, fetch: connection.fetch }, signal);
    }
    finally {
        await connection.close();
    }
}


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
