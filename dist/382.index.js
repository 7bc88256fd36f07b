export const id = 382;
export const ids = [382];
export const modules = {

/***/ 7072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ certificateText),
/* harmony export */   m: () => (/* binding */ isUnknownIssuer)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
/* harmony import */ var _text_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2807);


/** The verification errors of OpenSSL as Node names them (tls.md, "X509 certificate error codes"). */
const EXPIRED = 'CERT_HAS_EXPIRED';
const TOO_EARLY = 'CERT_NOT_YET_VALID';
const OTHER_NAME = /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const UNKNOWN_ISSUER = /^(UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_UNTRUSTED)$/;
/** Whether nobody who is trusted vouches for the certificate: more authorities may help. */
function isUnknownIssuer(code) {
    return UNKNOWN_ISSUER.test(code);
}
/** What is wrong with a certificate, and what to do. */
function certificateText(refused) {
    const { code, host, ca } = refused;
    if (code === EXPIRED) {
        return {
            what: `${subject(refused)} ${expiry(refused.certificate)} (${code}).`,
            remedy: 'Renew it on the server. If its date is still to come, the clock of this runner is wrong.',
        };
    }
    if (code === TOO_EARLY) {
        return {
            what: `${subject(refused)} is valid only from ${day(refused.certificate?.validFrom)} on (${code}).`,
            remedy: 'Check the clock of this runner, and of the machine that made the certificate.',
        };
    }
    if (OTHER_NAME.test(code)) {
        return {
            what: `the certificate there is made out to ${madeOutTo(refused.certificate)}, not to ${host}${validUntil(refused)} (${code}).`,
            remedy: `Write one of its names in the address, or have a certificate made out to ${host}.`,
        };
    }
    if (isUnknownIssuer(code)) {
        return {
            what: `${subject(refused)} is signed by ${issuer(refused)}, whom nobody vouches for here${validUntil(refused)} (${code}).`,
            remedy: `If that authority is your own, add it to the store of the system, or name its PEM file in ${ca}; if the server leaves out a certificate in between, have it send the whole chain. ${lookedAt(refused)}`,
        };
    }
    return {
        what: `the server's certificate is not to be trusted (${code}).`,
        remedy: `If the server's CA is your own, name its PEM file in ${ca}; else renew or correct the certificate.`,
    };
}
function subject({ host, certificate }) {
    const name = nameIn(certificate?.subject);
    return `the certificate of ${host}${name === null || name === host ? '' : ` ('${name}')`}`;
}
function issuer({ code, certificate }) {
    if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT')
        return 'itself';
    const name = nameIn(certificate?.issuer);
    return name === null ? 'an authority' : `'${name}'`;
}
/** The one that ran out may stand above the server's own. */
function expiry(certificate) {
    const above = certificate !== null && Date.parse(certificate.validTo) > Date.now();
    return above ? 'hangs on one of an authority that expired' : `expired on ${day(certificate?.validTo)}`;
}
function validUntil({ certificate }) {
    return certificate === null ? '' : `; it is valid until ${day(certificate.validTo)}`;
}
function lookedAt({ places, ca }) {
    return places.length === 0 ? `Only those in ${ca} count.` : `Looked at: ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .K)(places, 6)}.`;
}
/** `DNS:a.test, IP Address:10.0.0.1` → `a.test, 10.0.0.1` */
function madeOutTo(certificate) {
    const names = (certificate?.subjectAltName ?? '').split(', ').map((name) => name.replace(/^[\w ]+:/, ''));
    const text = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .K)(names.slice(0, 5).join(', '));
    return text === '' ? (nameIn(certificate?.subject) ?? 'another name') : text;
}
/** Its common name, else its organization: one line each in Node. */
function nameIn(distinguished) {
    const name = /^CN=(.*)$/m.exec(distinguished ?? '') ?? /^O=(.*)$/m.exec(distinguished ?? '');
    return name === null ? null : (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .K)(name[1] ?? '');
}
function day(date) {
    const time = Date.parse(date ?? '');
    return Number.isNaN(time) ? 'a day that could not be seen' : new Date(time).toISOString().slice(0, 10);
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

/***/ 7074:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ createDispatchers)
});

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./src/domain/error.ts
var error = __webpack_require__(4394);
// EXTERNAL MODULE: ./src/net/certificate.ts
var certificate = __webpack_require__(7072);
// EXTERNAL MODULE: ./src/net/faults.ts
var faults = __webpack_require__(4026);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./src/net/proxies.ts
var proxies = __webpack_require__(4131);
;// CONCATENATED MODULE: ./src/net/peer.ts




/**
 * The certificate that a server shows, for a sentence about why it is not trusted: Node's error says only that, and
 * holds no certificate. A connection of its own, over which nothing is sent; null whenever it does not work out.
 */
async function shownCertificate(url, proxy, timeoutMs) {
    if (proxy?.url.protocol === 'https:')
        return null;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        return await handshake(url, proxy === null ? null : await tunnel(url, proxy.url, signal), signal);
    }
    catch {
        return null;
    }
}
function handshake(url, through, signal) {
    const host = (0,proxies/* withoutBrackets */.o4)(url.hostname);
    const name = (0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {};
    const way = through === null ? { host, port: portOf(url) } : { socket: through };
    return new Promise((done, fail) => {
        // Unchecked, because it is there to be looked at: the socket is destroyed before a byte goes over it.
        const socket = (0,external_node_tls_.connect)({ ...way, ...name, rejectUnauthorized: false }, () => {
            done(socket.getPeerX509Certificate() ?? null);
            socket.destroy();
        });
        socket.once('error', fail);
        signal.addEventListener('abort', () => socket.destroy(new Error('too slow')), { once: true });
    });
}
function tunnel(url, proxy, signal) {
    const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    const headers = user === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
    const target = `${url.hostname}:${portOf(url)}`;
    const { hostname, port } = proxy;
    return new Promise((done, fail) => {
        (0,external_node_http_.request)({
            ...{ method: 'CONNECT', host: (0,proxies/* withoutBrackets */.o4)(hostname), port: port === '' ? 80 : port },
            ...{ path: target, headers: { host: target, ...headers }, signal, agent: false },
        })
            .once('connect', (reply, socket) => {
            if (reply.statusCode === 200)
                done(socket);
            else
                fail(new Error('no tunnel'));
        })
            .once('error', fail)
            .end();
    });
}
function portOf(url) {
    return url.port === '' ? 443 : Number(url.port);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/net/trust.ts


/** Each names one PEM file. Node itself reads its own, but only when it starts. */
const VARIABLES = ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE'];
/**
 * Every authority that a tool on this runner trusts: Node's own, those in the store of the system (on Linux with
 * `SSL_CERT_DIR`), and the files of the usual variables. Reading them takes a tenth of a second and more, so this is
 * for a server that Node's own do not vouch for. A file that cannot be read adds nothing, and is named as that.
 */
function everyAuthority(env) {
    const files = VARIABLES.flatMap((variable) => fileOf(variable, env[variable]?.trim() ?? ''));
    return {
        ca: [...(0,external_node_tls_.getCACertificates)('default'), ...(0,external_node_tls_.getCACertificates)('system'), ...files.flatMap(({ ca }) => ca)],
        places: ["Node's own", 'the store of the system', ...files.map(({ place }) => place)],
    };
}
function fileOf(variable, path) {
    if (path === '')
        return [];
    const text = textOf(path);
    if (text === null)
        return [{ ca: [], place: `${variable} (a file that cannot be read)` }];
    if (!text.includes('-----BEGIN'))
        return [{ ca: [], place: `${variable} (a file without a certificate)` }];
    return [{ ca: [text], place: variable }];
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./src/net/undici.ts
var undici = __webpack_require__(2107);
;// CONCATENATED MODULE: ./src/net/dispatcher.ts








const KEEP_ALIVE_MS = 1_000;
/** How long a look at a certificate that was refused may take. */
const LOOK_MS = 3_000;
/**
 * One set of connection pools per run. Proxies come from the environment (`readProxies`). Idle connections live one
 * second, less than any registry server's own limit, so that a write never meets a connection that the server is just
 * closing. Throws `input-invalid` for `NODE_TLS_REJECT_UNAUTHORIZED=0`.
 */
function createDispatchers(env, tls, connectTimeoutMs) {
    mustCheck(env);
    const proxyOf = (0,proxies/* readProxies */.rq)(env);
    const pools = createPools(tls, connectTimeoutMs);
    let trust = null;
    return {
        async send(url, send) {
            const [proxy, used] = [proxyOf(url), trust];
            try {
                return await send(pools.for(proxy, used));
            }
            catch (thrown) {
                // A bundle that a setting names says whom to trust instead of all others.
                if (tls.ca !== null || used !== null || !(0,certificate/* isUnknownIssuer */.m)((0,faults/* codeOf */.$N)(thrown)))
                    throw thrown;
                // Another request may have read them meanwhile.
                trust ??= everyAuthority(env);
                return await send(pools.for(proxy, trust));
            }
        },
        proxyFor: (url) => named(proxyOf(url)),
        async circumstances(url, thrown) {
            const proxy = proxyOf(url);
            const certificate = (0,faults/* isUntrusted */.fb)((0,faults/* codeOf */.$N)(thrown))
                ? await shownCertificate(url, proxy, Math.min(LOOK_MS, connectTimeoutMs))
                : null;
            return { proxy: named(proxy), certificate, places: trust?.places ?? [], connectTimeoutMs };
        },
        close: () => pools.close(),
    };
}
/** The one place for every connection: none is made whose certificate would not be checked. */
function mustCheck(env) {
    if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0')
        return;
    throw new error/* PromotionError */.g('input-invalid', 'NODE_TLS_REJECT_UNAUTHORIZED=0 switches off every check of certificates.', 'Unset it; if the authority is your own, name its PEM file in NODE_EXTRA_CA_CERTS.');
}
function named(proxy) {
    return proxy === null ? null : { host: proxy.url.host, variable: proxy.variable };
}
function createPools(tls, connectTimeoutMs) {
    const pools = new Map();
    return {
        for(proxy, trust) {
            const key = `${proxy?.url.href ?? ''} ${trust === null ? '' : 'wide'}`;
            const known = pools.get(key);
            if (known !== undefined)
                return known;
            const options = connectionOptions(tls, trust, connectTimeoutMs);
            const made = proxy === null ? new undici/* Agent */.g6(options) : new undici/* ProxyAgent */.kT({ ...options, uri: proxy.url.href });
            pools.set(key, made);
            return made;
        },
        async close() {
            await Promise.all([...pools.values()].map((pool) => pool.destroy()));
        },
    };
}
function connectionOptions(tls, trust, connectTimeoutMs) {
    const identity = tls.clientCert === null ? {} : { cert: tls.clientCert, key: tls.clientCert };
    // Said, so that no variable of the process says otherwise.
    const common = { timeout: connectTimeoutMs, allowH2: false, rejectUnauthorized: true };
    const endpoint = { ...secured(tls, trust, identity), ...common };
    return {
        allowH2: false,
        headersTimeout: 0,
        bodyTimeout: 0,
        keepAliveTimeout: KEEP_ALIVE_MS,
        keepAliveMaxTimeout: KEEP_ALIVE_MS,
        connect: endpoint,
        connectTimeout: connectTimeoutMs,
        requestTls: endpoint,
        proxyTls: { ...secured(tls, trust, {}), ...common },
    };
}
/** Many authorities are read once for all connections: Node would parse them for each. */
function secured(tls, trust, identity) {
    if (trust !== null)
        return { secureContext: (0,external_node_tls_.createSecureContext)({ ca: [...trust.ca], ...identity }) };
    return { ...(tls.ca === null ? {} : { ca: tls.ca }), ...identity };
}


/***/ }),

/***/ 4026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7072);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8962);



/** Verification fails before a byte of the request is sent. */
const UNTRUSTED = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_ALTNAME|UND_ERR_PRX_TLS)/;
const TLS = /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$)/;
const UNREACHABLE = /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
/** Says in our words why undici or Node could not get a reply. */
function faultOf(thrown, place) {
    const code = codeOf(thrown);
    const rule = connecting(code, thrown, place) ?? tls(code, place) ?? proxy(thrown, place) ?? broken(code);
    const error = new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PromotionError */ .g(rule.code, `${place.url}: ${rule.what}`, rule.remedy, {
        ...{ cause: thrown, passing: rule.retry },
    });
    return { error, retry: rule.retry, maybeSent: rule.maybeSent };
}
/** The code of an error by Node or undici; empty when it has none. */
function codeOf(thrown) {
    return find(thrown, 'code');
}
/** Whether the server's certificate was refused: nothing was sent to it. */
function isUntrusted(code) {
    return UNTRUSTED.test(code);
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
    const through = place.proxy === null ? '' : ` (proxy: ${place.proxy.host} from ${place.proxy.variable})`;
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
    if (isUntrusted(code)) {
        return {
            code: 'tls-failed',
            ...(0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateText */ .V)({ ...place, code, host: new URL(place.url).hostname, ca: place.settings.ca }),
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
    if (status === undefined || place.proxy === null)
        return null;
    return {
        code: 'connection-failed',
        what: `the proxy ${place.proxy.host} (from ${place.proxy.variable}) answered ${status} instead of connecting.`,
        remedy: status === '407'
            ? `Put the proxy’s user and password into ${place.proxy.variable}: http://user:password@host:port.`
            : 'Check that the proxy may reach the server, or list the host in NO_PROXY.',
        retry: status.startsWith('5'),
        maybeSent: false,
    };
}
function broken(code) {
    return {
        code: 'connection-failed',
        what: `the connection broke before the reply was complete${code === '' ? '' : ` (${(0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(code)})`}.`,
        remedy: 'Try again; if it stays, look at the server’s log and at whatever stands between it and this runner.',
        retry: true,
        maybeSent: true,
    };
}


/***/ }),

/***/ 4131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   o4: () => (/* binding */ withoutBrackets),
/* harmony export */   rq: () => (/* binding */ readProxies)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4394);
/* harmony import */ var _undici_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2107);



const LOOPBACK = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/i;
/** True for hosts that never leave this machine. */
function isLoopback(url) {
    return LOOPBACK.test(url.hostname);
}
/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
function withoutBrackets(hostname) {
    return hostname.replace(/^\[(.+)\]$/, '$1');
}
/**
 * `HTTP_PROXY` for http alone, `HTTPS_PROXY` for https alone, then `ALL_PROXY`, in either case, as in curl and in
 * Python's requests. `NO_PROXY` by the rules of undici's `EnvHttpProxyAgent`, and ranges of addresses as both of them
 * know. What is set and does not count for a URL is not looked at.
 */
function readProxies(env) {
    // As both of them do, and other than for the addresses: an empty lower-case form hides nothing.
    const noProxy = env['no_proxy'] === '' ? env['NO_PROXY'] : (env['no_proxy'] ?? env['NO_PROXY']);
    const inRange = rangesOf(noProxy ?? '');
    const isListed = hostQuestion(noProxy ?? '');
    return (url) => {
        if (isLoopback(url))
            return null;
        const set = addressFor(url, env);
        if (set === null || inRange(url) || isListed(url))
            return null;
        return { url: proxyUrl(set), variable: set.variable };
    };
}
function addressFor({ protocol }, env) {
    return (variableOf(env, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? variableOf(env, 'ALL_PROXY'));
}
/** The lower-case form wins, and switches the other off where it is empty (`getproxies_environment` of Python). */
function variableOf(env, name) {
    const variable = env[name.toLowerCase()] === undefined ? name : name.toLowerCase();
    const value = env[variable]?.trim() ?? '';
    return value === '' ? null : { variable, value };
}
function proxyUrl({ variable, value }) {
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && ['http:', 'https:'].includes(url.protocol))
        return url;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PromotionError */ .g('input-invalid', `The environment variable ${variable} is not the address of an http proxy.`, `Write it as http://host:port, or unset ${variable}.`);
}
/** Entries such as `10.0.0.0/8` and `fd00::/8`; Node compares. */
function rangesOf(noProxy) {
    const ranges = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const entry of noProxy.split(/[,\s]+/)) {
        const [, address = '', bits = ''] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
        const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
        if (version === 0 || Number(bits) > (version === 4 ? 32 : 128))
            continue;
        ranges.addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
    }
    return ({ hostname }) => {
        const host = withoutBrackets(hostname);
        const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
        return version !== 0 && ranges.check(host, version === 4 ? 'ipv4' : 'ipv6');
    };
}
/**
 * Whether undici's agent goes round its proxy. It has no question for that, so an agent is asked to send and stopped
 * where it makes its connection: one through a proxy has a `connect` function of the proxy's.
 */
function hostQuestion(noProxy) {
    if (noProxy.trim() === '')
        return () => false;
    let takesProxy = false;
    const anyProxy = 'http://proxy.invalid';
    const agent = new _undici_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvHttpProxyAgent */ .J2({
        httpProxy: anyProxy,
        httpsProxy: anyProxy,
        noProxy,
        factory: (_origin, { connect }) => {
            takesProxy = typeof connect === 'function';
            throw new Error('asked, not sent');
        },
    });
    return (url) => {
        agent.dispatch({ origin: url.origin, path: '/', method: 'GET' }, { onResponseError: () => undefined });
        return !takesProxy;
    };
}


/***/ }),

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
/* harmony export */   kT: () => (/* reexport default from dynamic */ undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_6___default.a),
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
/* harmony import */ var undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6672);
/* harmony import */ var undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_6__);
// The client of undici and nothing else of it: what is imported here is compiled by every run that talks to a server
// (docs/decisions/packages-by-parts.md).



// As undici's own entry does: `request` is ours to call, `connect` is how its proxy agent opens a tunnel.
Object.assign((undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_2___default().prototype), { connect: (undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0___default()), request: (undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1___default()) });






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
