import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readThresholds, type Problem } from '../../src/policy/read.js';

function problemsOf(text: string): readonly Problem[] {
  const read = readThresholds(text);
  return read.ok ? [] : read.problems;
}

/** The one problem of a text that is wrong as a whole. */
function problemOf(text: string): Problem {
  const [problem, ...others] = problemsOf(text);
  if (problem === undefined || others.length > 0) throw new TypeError(`${text}: ${others.length}`);
  return problem;
}

const FOLDED = 'a `>` block folds its lines into one';
const COMMAS = 'separated by commas';
const JSON_TEXT = 'a JSON text, quotes and all';
const PATH = 'the path of a file';
const VARIABLE = 'the name of a variable';
const TOGETHER = 'without a colon between them';

describe('thresholds as workflows bring them', () => {
  it.each([
    ['accuracy: ">= 0.9" log_loss: "<= 0.3"\n', FOLDED, 'thresholds: |'],
    ["accuracy: '>= 0.9' auc: '>= 1' f1: '>= 0'", FOLDED, 'thresholds: |'],
    ['accuracy: >= 0.9 log_loss: <= 0.3', FOLDED, 'thresholds: |'],
    ['val/accuracy: ">= 0.9"   test/accuracy: ">= 0.8"', FOLDED, 'thresholds: |'],
    ['a: ">= 1", b: ">= 2"', COMMAS, '{a: ">= 1", b: ">= 2"}'],
    ["a: '>= 1', b: '>= 2', c: '<= 3'", COMMAS, "{a: '>= 1', b: '>= 2', c: '<= 3'}"],
    ['a: >= 1, b: <= 2', COMMAS, 'each condition in double quotes'],
    [JSON.stringify('accuracy: ">= 0.9"\n'), JSON_TEXT, 'without `toJSON`'],
    [JSON.stringify('{"accuracy": ">= 0.9"}'), JSON_TEXT, 'without `toJSON`'],
    ['""', JSON_TEXT, 'without `toJSON`'],
    ['.github/thresholds.yml', PATH, 'Read the file in a step before'],
    ['./gates', PATH, 'Read the file in a step before'],
    ['/etc/gates.json', PATH, 'Read the file in a step before'],
    ['config/gates.YAML', PATH, 'Read the file in a step before'],
    ['$THRESHOLDS', VARIABLE, '${{ vars.NAME }}'],
    ['${THRESHOLDS}', VARIABLE, '${{ vars.NAME }}'],
    ['${{ vars.THRESHOLDS }}', VARIABLE, '${{ vars.NAME }}'],
    ['accuracy >= 0.9', TOGETHER, 'Write accuracy: ">= 0.9"'],
    ['accuracy>=0.9', TOGETHER, 'Write accuracy: ">= 0.9"'],
    ['val/loss <= production - 1%', TOGETHER, 'Write val/loss: "<= production - 1%"'],
    ['f1@k > 0.5 and < 0.99', TOGETHER, 'Write f1@k: "> 0.5 and < 0.99"'],
  ])('%j is told as what it is: %s', (text, sentence, remedy) => {
    const problem = problemOf(text);
    expect(problem.message).toContain(sentence);
    expect(problem.remedy).toContain(remedy);
  });

  it.each([
    '{a: ">= 1", b: ">= 2"}',
    '{"accuracy": ">= 0.9"}',
    '{ a: { require: ">= 1" }, b: ">= 2" }',
    'a: ">= 1"',
    'a: { require: ">= 1", dataset: holdout }',
    'a: [{ require: ">= 1", dataset: holdout }]',
  ])('%s is read as it always was', (text) => {
    expect(readThresholds(text)).toMatchObject({ ok: true });
  });

  it.each([
    ['a: { require: "" }', 'A comparison is missing here'],
    ['a: { dataset: "", require: ">= 1" }', 'dataset'],
    ['accuracy>=0.9,auc>=0.8', 'must be a mapping'],
    ['accuracy >= high', 'must be a mapping'],
  ])('%s is not taken for one of them', (text, sentence) => {
    expect(problemsOf(text).map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
  });

  it('proposes only what is read, and means what stood there', () => {
    const metric = fc.constantFrom('accuracy', 'log_loss', 'val/auc', 'f1@k', 'p95.ms');
    const condition = fc.constantFrom('>= 0.9', '<= production', '> 1 and < 2', '>= production + 5%');
    fc.assert(
      fc.property(fc.uniqueArray(metric, { minLength: 1, maxLength: 4 }), condition, (metrics, text) => {
        const one = problemOf(`${metrics[0] ?? ''} ${text}`);
        const [, proposed = ''] = /^Write (.*)$/.exec(one.remedy) ?? [];
        expect(readThresholds(proposed)).toMatchObject({ ok: true, gates: [{ metric: metrics[0] }] });
        if (metrics.length === 1) return;
        const line = metrics.map((name) => `${name}: "${text}"`);
        const [, braced = ''] =
          /^Put braces around them: (.*)$/.exec(problemOf(line.join(', ')).remedy) ?? [];
        expect(readThresholds(braced)).toMatchObject({
          ok: true,
          gates: metrics.map((name) => ({ metric: name })),
        });
        expect(problemOf(line.join(' ')).message).toContain(FOLDED);
      }),
    );
  });
});

describe('half a condition, as an expression without a value leaves it', () => {
  it.each([
    ...['m: ">= "', 'm: ""', 'm: ">= production + "', 'm: ">= production - "', 'm: "and >= 0.9"'],
    ...['m: ">= 0.9 and "', 'm: "<="', 'm: " "', 'm:', 'm: { require: "" }', 'm: { require: }'],
    ...['m: { advisory: "> " }', 'm: [{ require: ">= ", dataset: d }]'],
  ])('%s', (text) => {
    const problem = problemOf(text);
    expect(problem.remedy).toContain(
      'an expression whose variable, input or output is not set comes out empty',
    );
  });

  it.each(['m: ">= x"', 'm: 0.9', 'm: ">= production + x"', 'm: true'])('is not suspected in %s', (text) => {
    expect(problemOf(text).remedy).not.toContain('comes out empty');
  });
});
