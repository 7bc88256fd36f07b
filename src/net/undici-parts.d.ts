// undici publishes one entry, which loads its fetch, WebSocket, cache and mocks too. These are the files behind the
// names that src/net/undici.ts takes from it.

declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
  export { EnvHttpProxyAgent as default } from 'undici';
}

declare module 'undici/lib/dispatcher/proxy-agent.js' {
  export { ProxyAgent as default } from 'undici';
}

declare module 'undici/lib/dispatcher/dispatcher.js' {
  export { Dispatcher as default } from 'undici';
}

declare module 'undici/lib/dispatcher/dispatcher1-wrapper.js' {
  import type { Dispatcher } from 'undici';
  /** Makes a dispatcher into one that Node's own fetch can use: Node 24 brings undici 7. */
  const Dispatcher1Wrapper: new (dispatcher: Dispatcher) => NonNullable<RequestInit['dispatcher']>;
  export default Dispatcher1Wrapper;
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici';
  const request: Dispatcher['request'];
  export default request;
}

declare module 'undici/lib/api/api-connect.js' {
  import type { Dispatcher } from 'undici';
  const connect: Dispatcher['connect'];
  export default connect;
}
