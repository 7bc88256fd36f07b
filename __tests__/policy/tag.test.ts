import { describe, expect, it } from '@jest/globals';
import { readPolicyFile } from '../../src/policy/file/read.js';
import { PATH, policyOf } from './file/texts.js';

function read(...lines: readonly string[]): unknown {
  const found = readPolicyFile(policyOf(['tags:', ...lines.map((line) => `  ${line}`)]), PATH);
  if (!found.ok) return found.problems.map(({ message }) => message.split('\n')[0]);
  return found.document.models[0]?.targets[0]?.gates.map((gate) =>
    gate.kind === 'tag' ? [gate.tag, gate.required, gate.accepted, gate.writtenAt.line] : gate.kind,
  );
}

describe('tags of a policy file', () => {
  it.each([
    ['bias_review: approved', ['bias_review', true, ['approved'], 7]],
    ['bias_review: [approved, waived]', ['bias_review', true, ['approved', 'waived'], 7]],
    ['bias_review: { advisory: approved }', ['bias_review', false, ['approved'], 7]],
    ['bias_review: { require: [a, b] }', ['bias_review', true, ['a', 'b'], 7]],
    ['checked: true', ['checked', true, ['true'], 7]],
    ['round: 1.0', ['round', true, ['1.0'], 7]],
    ['round: "01"', ['round', true, ['01'], 7]],
    ['"a/b c.d-e": yes', ['a/b c.d-e', true, ['yes'], 7]],
  ])('%s', (line, gate) => {
    expect(read(line)).toEqual([gate]);
  });

  it.each([
    ['bias_review:'],
    ['bias_review: []'],
    ['bias_review: [approved, [x]]'],
    ['bias_review: [approved, { x: y }]'],
    ['bias_review: {}'],
    ['bias_review: { require: a, advisory: b }'],
    ['bias_review: ""'],
  ])('refuses %s', (line) => {
    expect(read(line)).toEqual([expect.stringContaining(`${PATH}, line 7`)]);
  });

  it('is a mapping, with each key once', () => {
    expect(read('- a')).toEqual([expect.stringContaining('must be a mapping')]);
    expect(read('a: b', 'a: c')).toEqual([expect.stringContaining('The tag "a" is given twice.')]);
    expect(read('a: { value: b }')).toContainEqual(expect.stringContaining('"value" is not known'));
  });
});
