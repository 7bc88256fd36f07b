import { describe, expect, it } from '@jest/globals';
import { decisionJsonSchema } from '../../scripts/decision-json-schema.js';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { SCHEMA_IS_DECISION, serializeDecision } from '../../src/report/decision-schema.js';
import { DECISIONS } from './decisions.js';
import { thresholdsOf } from '../harness/thresholds.js';

/** A gate whose value says something else of where it came from. */
function gateFrom(change: object): object {
  const [gate] = thresholdsOf(DECISIONS.promoted.gates);
  return { ...gate, candidateSource: { ...gate?.candidateSource, ...change } };
}

describe('the decision file', () => {
  it.each(OUTCOMES)('holds all of a decision: %s', (outcome) => {
    const text = serializeDecision(DECISIONS[outcome]);
    expect(JSON.parse(text)).toEqual(DECISIONS[outcome]);
    expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n[^]*\}\n$/);
  });

  it.each<readonly [string, object]>([
    ['a field that is not published', { extra: 1 }],
    ['an outcome that does not exist', { outcome: 'ok' }],
    ['a digest that is none', { digests: { policy: 'abc', evidence: null, plan: null } }],
    ['a time that is none', { finishedAt: 'today' }],
    ['a value that came from elsewhere', { gates: [gateFrom({ origin: 'file' })] }],
    ['a value with a field that is not published', { gates: [gateFrom({ doubt: null })] }],
  ])('refuses %s', (_, change) => {
    expect(() => serializeDecision({ ...DECISIONS.promoted, ...change })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  it('forms no workflow command when it is printed, and reads back the same', () => {
    const decision = { ...DECISIONS.promoted, model: 'x ##[add-mask]e ###[ \u202e\u200b' };
    const text = serializeDecision(decision);
    expect(text).not.toMatch(/##\[|[\u200b\u202e]/);
    expect(JSON.parse(text)).toEqual(decision);
  });
});

describe('the published schema', () => {
  const schema = decisionJsonSchema() as {
    $id: string;
    oneOf: { additionalProperties: boolean; required: string[]; properties: Record<string, unknown> }[];
  };

  it('names itself', () => {
    expect(schema.$id).toBe('urn:model-promotion-gate:decision:1');
  });

  it.each([
    ['promotion', 0, DECISIONS.promoted],
    ['list', 1, DECISIONS.listed],
  ] as const)('has every field of a %s as required and known', (_, at, decision) => {
    const part = schema.oneOf[at];
    expect(part?.additionalProperties).toBe(false);
    expect(part?.required.toSorted()).toEqual(Object.keys(decision).toSorted());
    expect(Object.keys(part?.properties ?? {}).toSorted()).toEqual(part?.required.toSorted());
  });

  it('is the domain type, which the compiler checks', () => {
    expect(SCHEMA_IS_DECISION).toEqual([true, true, true, true]);
  });
});
