import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { scrubbed } from '../../src/publish/scrubbed.js';
import { createScrub } from '../../src/text/scrub.js';
import { decisionSchema } from '../../src/report/decision-schema.js';
import { filledWith } from '../report/filled.js';
import { DRESSES } from '../text/dresses.js';
import { DECISIONS } from '../report/decisions.js';

describe('a decision without secrets', () => {
  it.each(OUTCOMES)('is the same where it has none: %s', (outcome) => {
    expect(scrubbed(DECISIONS[outcome], createScrub(['canary-canary']))).toEqual(DECISIONS[outcome]);
  });

  it.each(OUTCOMES)('still fits its schema when a secret is a word of ours: %s', (outcome) => {
    const words = [
      'promoted',
      'Production',
      'threshold',
      'pass',
      'required-gate-failed',
      'promote',
      'churn',
      outcome,
    ];
    const clean = scrubbed(DECISIONS[outcome], createScrub(words));
    expect(decisionSchema.safeParse(clean).error).toBeUndefined();
    const { outcome: kept, model, mode } = DECISIONS[outcome];
    expect(clean).toMatchObject({ outcome: kept, model, mode });
  });
});

/** Where no server can put anything. */
const OURS =
  /"(?:model|version|stage|target|from|to|limit|distance|candidate|baseline|previousVersion|metric|actor|sha)": "/;

describe('a secret that a server sends back', () => {
  const secret = 'p&ss"w<o>rd-canary';

  it.each(Object.entries(DRESSES))('%s stands nowhere in the decision', (_, dress) => {
    const worn = dress(secret);
    for (const outcome of OUTCOMES) {
      const clean = JSON.stringify(scrubbed(filledWith(worn, outcome), createScrub([secret])), null, 1);
      const shown = JSON.stringify(worn).slice(1, -1);
      const lines = clean.split('\n').filter((line) => line.includes(shown) && !OURS.test(line));
      expect(lines).toEqual([]);
    }
  });
});
