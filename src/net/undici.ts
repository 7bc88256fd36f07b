// The client of undici and nothing else of it: what is imported here is compiled by every run that talks to a server
// (docs/decisions/packages-by-parts.md).
import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';

// As undici's own entry does: `request` is ours to call, `connect` is how its proxy agent opens a tunnel.
Object.assign(Dispatcher.prototype, { connect, request });

export { default as Agent } from 'undici/lib/dispatcher/agent.js';
export { default as Dispatcher1Wrapper } from 'undici/lib/dispatcher/dispatcher1-wrapper.js';
export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent.js';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';
export type { Dispatcher } from 'undici';
