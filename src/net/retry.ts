/** Replies to a read that a second try may turn into an answer. A 500 is not among them: some servers use it for misuse. */
const RETRY_STATUSES = new Set([
  ...[408, 429, 502, 503, 504],
  // A gateway's own words for a server that it cannot reach, as Cloudflare has them (520 to 527, 530).
  ...[520, 521, 522, 523, 524, 525, 526, 527, 530],
]);

/** First try included. */
export const ATTEMPTS = 5;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const LONGEST_RETRY_AFTER_MS = 30_000;

export function isRetryStatus(status: number): boolean {
  return RETRY_STATUSES.has(status);
}

/**
 * How long to wait before try `attempt + 1`, in milliseconds: what `Retry-After` says (seconds or an HTTP date, RFC
 * 9110 §10.2.3, at most 30 s), else 0.5, 1, 2, 4 … 8 s, of which a random half is taken off so that callers do not
 * come back together.
 */
export function waitBefore(
  attempt: number,
  retryAfter: string | undefined,
  clock: { readonly random: () => number; readonly now: () => number },
): number {
  const asked = retryAfter === undefined ? null : retryAfterMs(retryAfter, clock.now());
  if (asked !== null) return Math.min(asked, LONGEST_RETRY_AFTER_MS);
  const step = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.round(step * (1 - clock.random() / 2));
}

function retryAfterMs(value: string, now: number): number | null {
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
