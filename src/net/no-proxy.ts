/** One word of `NO_PROXY`. */
interface Exception {
  /** Lower case, without brackets, leading and trailing dot. `*` is every host. */
  readonly host: string;
  /** Null: every port. */
  readonly port: number | null;
  /** `*.example.com` is not `example.com` itself. */
  readonly subdomainsOnly: boolean;
}

/**
 * Reads `NO_PROXY` and says which URLs go direct, by the rules of undici's `EnvHttpProxyAgent`: hosts separated by
 * commas or spaces, each with its subdomains, with an optional port, `*` for every host. Addresses are compared as
 * texts; ranges are not known.
 */
export function readNoProxy(text: string): (url: URL) => boolean {
  const exceptions = text
    .split(/[,\s]/)
    .filter((word) => word !== '')
    .map(readException);
  return (url) => {
    const host = bare(url.hostname);
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    return exceptions.some((exception) => covers(exception, host, port));
  };
}

function readException(word: string): Exception {
  const [, bracketed, named, digits = '0'] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(word) ?? [];
  const host = bracketed ?? named ?? word;
  return {
    host: bare(host.replace(/^\*?\./, '')),
    // Port 0 is no port, as in undici.
    port: Number(digits) === 0 ? null : Number(digits),
    subdomainsOnly: word.startsWith('*'),
  };
}

/** Without the brackets of an IPv6 address and the dot that ends a full domain name. */
function bare(host: string): string {
  return host
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/^(.+)\.$/, '$1')
    .toLowerCase();
}

function covers({ host, port, subdomainsOnly }: Exception, asked: string, askedPort: number): boolean {
  if (port !== null && port !== askedPort) return false;
  if (host === '*' || asked.endsWith(`.${host}`)) return true;
  return !subdomainsOnly && asked === host;
}
