import { expect } from '@jest/globals';
import { PromotionError } from '../../src/domain/error.js';
import type { Log } from '../../src/domain/log.js';
import type { HttpClock } from '../../src/net/clock.js';
import { createHttp, type Http, type HttpOptions } from '../../src/net/http.js';

/** Everything said to a person in a file, for the canary. */
export const said: string[] = [];

/** Which waits were asked for, instead of waiting. */
export interface TestClock extends HttpClock {
  readonly waits: number[];
}

export function testClock(now = 0): TestClock {
  const waits: number[] = [];
  return {
    waits,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    random: () => 0,
    now: () => now,
  };
}

export function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (text: string): void => {
    lines.push(text);
    said.push(text);
  };
  return { lines, info: keep, debug: keep };
}

const opened: Http[] = [];

export function openHttp(options: Partial<HttpOptions> = {}): Http {
  const http = createHttp({
    env: {},
    tls: { ca: null, clientCert: null },
    log: recordingLog(),
    settings: { ca: 'CA_SETTING', clientCert: 'CERT_SETTING' },
    clock: testClock(),
    ...options,
  });
  opened.push(http);
  return http;
}

export async function closeHttp(): Promise<void> {
  await Promise.all(opened.splice(0).map((http) => http.close()));
}

/** The PromotionError that a promise rejects with; anything else fails the test. */
export async function failure(promise: Promise<unknown>): Promise<PromotionError> {
  try {
    await promise;
  } catch (error) {
    for (let at: unknown = error; at instanceof PromotionError; at = at.cause)
      said.push(at.message, at.remedy);
    expect(error).toBeInstanceOf(PromotionError);
    return error as PromotionError;
  }
  throw new TypeError('it did not fail');
}

export function never(): AbortSignal {
  return new AbortController().signal;
}
