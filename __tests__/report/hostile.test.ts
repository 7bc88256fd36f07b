import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Decision } from '../../src/domain/decision.js';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { renderAnnotation } from '../../src/report/annotation.js';
import { renderCheck } from '../../src/report/check.js';
import { serializeDecision } from '../../src/report/decision-schema.js';
import { renderLog } from '../../src/report/log.js';
import { OUTPUT_NAMES, outputsOf } from '../../src/report/outputs.js';
import { renderSummary } from '../../src/report/summary.js';
import { hostileText } from '../text/arbitraries.js';
import { linkish, rendered } from '../text/github-markdown.js';
import { commandsIn } from '../harness/runner-commands.js';
import { HOSTILE } from '../text/hostile.js';
import { filledWith, PAGES } from './filled.js';

const OUR_TAGS = ['wbr', 'br', 'sub', 'strong', 'details', 'summary', 'pre'].flatMap((tag) => [
  tag,
  `/${tag}`,
]);
const OUR_INLINES = ['softbreak', 'strong_open', 'strong_close', 'link_open', 'link_close'];

/** The Markdown of a decision: summary, and both parts of a check run. */
function pages(decision: Decision): readonly string[] {
  const { summary, text } = renderCheck(decision);
  return [renderSummary(decision), summary, text];
}

function levels(source: string): readonly string[] {
  const headings = source.split('\n').filter((line) => line.startsWith('#'));
  return headings.map((line) => line.slice(0, 4));
}

function markdownStaysOurs(source: string): void {
  const result = rendered(source);
  expect([...result.tags].filter((tag) => !OUR_TAGS.includes(tag))).toEqual([]);
  expect([...result.inlines].filter((inline) => !OUR_INLINES.includes(inline))).toEqual([]);
  expect(linkish(result)).toEqual([]);
  expect(result.links.filter((link) => !link.startsWith(PAGES))).toEqual([]);
}

function everyLine(decision: Decision): readonly string[] {
  const annotation = renderAnnotation(decision, true);
  return [
    ...renderLog(decision).flatMap(({ title, lines }) => [...(title === null ? [] : [title]), ...lines]),
    ...(annotation === null ? [] : [annotation.title, ...annotation.message.split('\n')]),
    renderCheck(decision).title,
    ...serializeDecision(decision).split('\n'),
  ];
}

/** What our lines may start with; text from outside never does. */
const STARTS = /^ *(?:[\p{So}·│→➡!✔✘⊘?–]|Gates:|Gate |Moves |Candidate:|Baseline:|VERSION|v)/u;

/** But for the break that keeps a command from forming. */
const INVISIBLE = /(?!\u200b)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** By outcome, the headings of a decision without hostile text. */
const HEADINGS = new Map(OUTCOMES.map((outcome) => [outcome, pages(filledWith('x', outcome)).map(levels)]));

function staysText(decision: Decision): void {
  const found = pages(decision);
  found.forEach(markdownStaysOurs);
  expect(found.map(levels)).toEqual(HEADINGS.get(decision.outcome));
  const lines = everyLine(decision);
  expect(lines.flatMap(commandsIn)).toEqual([]);
  expect(lines.filter((line) => INVISIBLE.test(line))).toEqual([]);
  const logged = renderLog(decision).flatMap((block) => block.lines);
  expect(logged.filter((line) => !STARTS.test(line))).toEqual([]);
}

describe.each(['promoted', 'rejected', 'listed', 'error'] as const)(
  '%s keeps hostile text as text',
  (outcome) => {
    it.each(HOSTILE)('%j', (text) => {
      staysText(filledWith(text, outcome));
    });
  },
);

it('any text in any place stays text', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(...OUTCOMES), (text, outcome) => {
      staysText(filledWith(text, outcome));
    }),
    { numRuns: 60 },
  );
});

it('outputs are plain strings of one line', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(...OUTCOMES), (text, outcome) => {
      const outputs = outputsOf(filledWith(text, outcome), { decision: '/tmp/d.json', report: '/tmp/r.md' });
      expect(Object.keys(outputs)).toEqual(OUTPUT_NAMES);
      // Names are as they are: what nobody sees in them tells them from others.
      const { 'model-name': name, 'model-uri': uri, ...others } = outputs;
      expect([name, uri].filter((value) => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value))).toEqual([]);
      expect([text, '']).toContain(name);
      const values = Object.values(others);
      expect(values.filter((value) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value))).toEqual([]);
    }),
  );
});

it('the decision file keeps hostile text exactly', () => {
  for (const text of HOSTILE) {
    const decision = filledWith(text, 'rejected');
    const parsed = JSON.parse(serializeDecision(decision)) as Decision;
    expect(parsed).toEqual(decision);
  }
});
