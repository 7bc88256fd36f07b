export const id = 770;
export const ids = [770];
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

/***/ 6161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kA: () => (/* binding */ ask),
  w4: () => (/* binding */ hostOf),
  d_: () => (/* binding */ octokitFor)
});

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(5194);
// EXTERNAL MODULE: ./src/net/retry.ts
var retry = __webpack_require__(7893);
// EXTERNAL MODULE: ./src/net/redact.ts
var redact = __webpack_require__(8962);
;// CONCATENATED MODULE: ./src/github/refusal.ts

const OWN_TOKEN = "Leave `github-token` out to use the job's own token.";
const LATER = 'Nothing has to be changed: the next run tries again.';
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
        why: ({ status }) => `the token is a person's, and may not; check runs are for Apps alone (${status})`,
        remedy: OWN_TOKEN,
    },
    {
        fits: (answer) => [403, 404].includes(answer.status) && accepted(answer) !== null,
        why: (answer) => `the token may not (${answer.status}, GitHub wants ${accepted(answer) ?? ''})`,
        remedy: (answer) => permissionRemedy(accepted(answer) ?? ''),
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
    const quoted = answer.message === '' ? '' : `; it says: ${(0,redact/* excerpt */.K)(answer.message)}`;
    if (cause === undefined)
        return { why: `GitHub answered ${answer.status}${quoted}`, remedy: LATER, again: false };
    return {
        why: `${cause.why(answer)}${quoted}`,
        remedy: typeof cause.remedy === 'string' ? cause.remedy : cause.remedy(answer),
        again: cause.again?.(answer) === true,
    };
}
/** What it means that there was no answer at all. */
function unreachable({ error, retry }) {
    const { message, remedy } = error;
    return { why: `GitHub could not be reached; ${message.replace(/\.$/, '')}`, remedy, again: retry };
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
/** `checks=write` is what a workflow writes as `checks: write`. */
function permissionRemedy(wanted) {
    const [first = ''] = wanted.split(/[,;] */);
    const forks = first.endsWith('=write') ? ' Pull requests from forks never get this one.' : '';
    return `Give the job the permission \`${first.replace('=', ': ')}\`, and beside it what its steps need (\`contents: read\` for a checkout).${forks}`;
}

;// CONCATENATED MODULE: ./src/github/asking.ts



/** Longer waits are for the next run: the job waits for this alone. */
const LONGEST_WAIT_MS = 8_000;
/** GitHub's client with a token; an empty one asks as nobody. */
function octokitFor(api, token) {
    const auth = token === '' ? {} : { auth: token };
    return new dist_src/* Octokit */.E({ ...auth, baseUrl: api.url, request: { fetch: api.fetch } });
}
/** Asks for one thing. What may pass is asked for again, until the signal aborts. Never throws. */
async function ask(request, api, signal) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const { data } = await request();
            return { ok: true, data };
        }
        catch (thrown) {
            const answer = answerOf(thrown);
            const refusal = answer === null ? await lost(thrown, api, signal) : refusalOf(answer);
            const wait = (0,retry/* waitBefore */.fI)(attempt, answer?.headers['retry-after'], api.clock);
            const again = refusal.again && attempt < retry/* ATTEMPTS */.PY && wait <= LONGEST_WAIT_MS;
            if (!again || !(await waited(wait, api, signal)))
                return { ok: false, status: answer?.status ?? null, refusal };
        }
    }
}
/** For messages. */
function hostOf(url) {
    return URL.parse(url)?.host ?? 'GitHub';
}
function answerOf(thrown) {
    const { status, response } = thrown;
    if (response === undefined || typeof status !== 'number')
        return null;
    const message = response.data?.message;
    return { status, message: typeof message === 'string' ? message : '', headers: response.headers ?? {} };
}
async function lost(thrown, api, signal) {
    if (!signal.aborted)
        return unreachable(await api.explain(thrown, api.url));
    return {
        why: 'GitHub could not be reached; it did not answer in time',
        remedy: 'The next run tries again.',
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


/***/ }),

/***/ 6205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ connected)
});

// EXTERNAL MODULE: ./src/domain/environment.ts
var environment = __webpack_require__(2309);
// EXTERNAL MODULE: ./src/net/clock.ts
var clock = __webpack_require__(2881);
// EXTERNAL MODULE: ./src/net/dispatcher.ts + 2 modules
var dispatcher = __webpack_require__(7074);
// EXTERNAL MODULE: ./src/net/faults.ts
var faults = __webpack_require__(4026);
// EXTERNAL MODULE: ./src/net/undici.ts
var undici = __webpack_require__(2107);
;// CONCATENATED MODULE: ./src/net/fetch.ts



const CONNECT_TIMEOUT_MS = 10_000;
/** What a user can set for a client that has no settings of its own. */
const SETTINGS = { ca: 'NODE_EXTRA_CA_CERTS', clientCert: 'none is sent to GitHub' };
/** An address that is none was never on the way. */
const NOWHERE = {
    ...{ proxy: null, certificate: null, places: [], connectTimeoutMs: CONNECT_TIMEOUT_MS },
};
/**
 * A `fetch` for clients that make their own requests to `origin`, by the same rules about proxies and certificates as
 * every other request. Throws `input-invalid` for a proxy variable that counts there and is not an http(s) URL.
 */
function createFetch(env, origin) {
    const dispatchers = (0,dispatcher/* createDispatchers */.X)(env, { ca: null, clientCert: null }, CONNECT_TIMEOUT_MS);
    const place = URL.parse(origin);
    if (place !== null)
        dispatchers.proxyFor(place);
    return {
        fetch: (url, init) => dispatchers.send(new URL(url), (dispatcher) => fetch(url, { ...init, dispatcher: new undici/* Dispatcher1Wrapper */.sY(dispatcher) })),
        explain: async (thrown, url) => {
            const at = URL.parse(url);
            const circumstances = at === null ? NOWHERE : await dispatchers.circumstances(at, thrown);
            return (0,faults/* faultOf */.Kl)(thrown, { url, settings: SETTINGS, ...circumstances });
        },
        close: () => dispatchers.close(),
    };
}

;// CONCATENATED MODULE: ./src/github/connected.ts



/**
 * Works with the GitHub of this run, over a connection of its own. Throws `input-invalid` for a proxy variable that
 * counts there and cannot be used.
 */
async function connected(env, work) {
    const url = (0,environment/* given */.g)(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
    const connection = createFetch(env, url);
    try {
        const { fetch, explain } = connection;
        return await work({ url, fetch, explain, clock: clock/* REAL_CLOCK */.I });
    }
    finally {
        await connection.close();
    }
}


/***/ }),

/***/ 6770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchFile: () => (/* binding */ fetchFile)
/* harmony export */ });
/* unused harmony export readRepositoryFile */
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _domain_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4596);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5383);
/* harmony import */ var _text_scrub_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8328);
/* harmony import */ var _zod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6778);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6161);
/* harmony import */ var _connected_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6205);







const repository = _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ default_branch: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const commit = _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/)) });
const tree = _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ tree: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ path: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) });
const file = _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    type: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('file'),
    encoding: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    size: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    content: _zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Reads a file of the repository at the GitHub of this run. Throws what `connected` and `readRepositoryFile` throw. */
async function fetchFile(place, env, signal) {
    return await (0,_connected_js__WEBPACK_IMPORTED_MODULE_4__/* .connected */ .a)(env, (api) => readRepositoryFile(place, api, signal));
}
/**
 * Reads one file of a repository at one commit: the newest of `ref`, or of the default branch. A text of null is proven:
 * GitHub answers 404 to a missing permission too, so that a file is not there is believed only after the same token has
 * read the root of the repository at that commit. Throws `policy-unreadable` for everything else.
 */
async function readRepositoryFile(place, api, signal) {
    const octokit = (0,_asking_js__WEBPACK_IMPORTED_MODULE_3__/* .octokitFor */ .d_)(api, place.token);
    const [owner = '', repo = ''] = place.repository.split('/');
    const get = async (route, more, schema) => {
        const asked = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(() => octokit.request(`GET /repos/{owner}/{repo}${route}`, { owner, repo, ...more, request: { signal } }), api, signal);
        return understood(asked, schema);
    };
    const ref = place.ref ?? told(await get('', {}, repository), place, api).default_branch;
    const { sha } = told(named(ref, await get('/commits/{ref}', { ref, per_page: 1 }, commit)), place, api);
    const found = await get('/contents/{path}', { path: place.path, ref: sha }, file);
    if (found.ok || found.status !== 404)
        return { ref, commit: sha, text: textOf(told(found, place, api), place) };
    told(await get('/git/trees/{sha}', { sha }, tree), place, api);
    return { ref, commit: sha, text: null };
}
function understood(asked, schema) {
    if (!asked.ok)
        return asked;
    const read = schema.safeParse(asked.data);
    if (read.success)
        return { ok: true, data: read.data };
    const refusal = {
        why: 'GitHub answered something else than was asked for: no file, or an answer of another service',
        remedy: 'See that the path names a file, and that GITHUB_API_URL leads to GitHub.',
        again: false,
    };
    return { ok: false, status: null, refusal };
}
/** A branch that is not there, or that this token does not see. */
function named(ref, asked) {
    if (asked.ok || asked.status !== 404)
        return asked;
    const why = `GitHub knows no branch, tag or commit ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(ref)} in this repository, as far as this token may see (404)`;
    const remedy = 'Correct `policy-ref`, where it was given.';
    return { ...asked, refusal: { ...asked.refusal, why, remedy } };
}
function told(asked, place, api) {
    if (asked.ok)
        return asked.data;
    const { why, remedy } = asked.refusal;
    const scrub = (0,_text_scrub_js__WEBPACK_IMPORTED_MODULE_1__/* .createScrub */ .E)([place.token].filter((secret) => secret !== ''));
    const permission = asked.status === 403 || asked.status === 404
        ? 'Add `contents: read` to the `permissions:` of the job: without it nobody can tell whether there is a policy. '
        : '';
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('policy-unreadable', scrub(`The policy could not be read at ${(0,_asking_js__WEBPACK_IMPORTED_MODULE_3__/* .hostOf */ .w4)(api.url)}: ${why}.`), scrub(`${permission}${remedy}`));
}
/** Above 1 MB there is a size and no content (docs.github.com, "Get repository content"). */
function textOf({ encoding, content, size }, { path }) {
    if (encoding === 'base64' && size <= _domain_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .LARGEST_POLICY */ .ww)
        return Buffer.from(content, 'base64').toString('utf8');
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g('policy-unreadable', `The file ${path} has ${size} bytes, and a policy has at most ${_domain_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .LARGEST_POLICY */ .ww}.`, 'Name the policy file, or shorten it.');
}


/***/ })

};
