import type { Decision } from '../domain/decision.js';
import type { Scrub } from '../text/scrub.js';

/**
 * Words of our own, numbers, and names that the inputs gave: no server can put anything there, and a secret that happens to
 * be one of them must not make another model, version or outcome of it.
 */
const OWN: ReadonlySet<string> = new Set([
  ...['mode', 'outcome', 'model', 'target', 'version', 'previousVersion', 'stage', 'from', 'to'],
  ...['kind', 'code', 'verdict', 'reason', 'result', 'op', 'origin'],
  ...['candidate', 'baseline', 'limit', 'distance', 'metric', 'startedAt', 'finishedAt'],
  ...['policy', 'evidence', 'plan', 'actor', 'sha'],
]);

/** The finished decision without any secret, in whatever dress. Once, so that every form it comes out in has none. */
export function scrubbed<T extends Decision>(decision: T, scrub: Scrub): T {
  return clean(decision, scrub) as T;
}

function clean(value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, scrub));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) =>
    typeof item === 'string' && OWN.has(key) ? [key, item] : [scrub(key), clean(item, scrub)],
  );
  return Object.fromEntries(entries);
}
