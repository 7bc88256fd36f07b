import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readThresholds, type Problem } from '../../src/policy/read.js';
import { anyText } from '../text/arbitraries.js';

/** `metric | required or advisory | dataset | condition` of every gate; throws when the text is refused. */
function gates(text: string): string[] {
  const read = readThresholds(text);
  if (!read.ok) {
    throw new TypeError(read.problems.map(({ message }) => message).join('\n'));
  }
  return read.gates.map(({ metric, required, dataset, condition }) => {
    const unnamed = dataset.kind === 'none' ? 'none' : '';
    const where = dataset.kind === 'named' ? `${dataset.name}@${dataset.digest ?? ''}` : unnamed;
    return [metric, required ? 'required' : 'advisory', where, condition].join(' | ');
  });
}

function problems(text: string): Problem[] {
  const read = readThresholds(text);
  return read.ok ? [] : read.problems;
}

/** The text above the carets of a problem. */
function marked({ message }: Problem): string {
  const [, line = '', caret = ''] = message.split('\n');
  const from = caret.indexOf('^');
  return Array.from(line).slice(from, caret.length).join('');
}

describe('what is read', () => {
  it('the example of the language', () => {
    const text = `
accuracy:       ">= 0.92 and >= production + 0.005"
log_loss:       "<= production"
latency_p95_ms: "<= 120 and <= production + 10%"
roc_auc:        ">= production - 1% and <= 0.999"
`;
    expect(gates(text)).toEqual([
      'accuracy | required |  | >= 0.92 and >= production + 0.005',
      'log_loss | required |  | <= production',
      'latency_p95_ms | required |  | <= 120 and <= production + 10%',
      'roc_auc | required |  | >= production - 1% and <= 0.999',
    ]);
  });

  it.each(['', '   \n\n', '# only a comment\n', '---\n', '{}', 'null', '\uFEFF'])(
    'a blank text is a policy without gates: %j',
    (text) => {
      expect(readThresholds(text)).toEqual({ ok: true, gates: [], warnings: [] });
    },
  );

  it.each([
    ['plain', 'm: <= 0.9'],
    ['single quotes', "m: '<= 0.9'"],
    ['JSON', '{"m": "<= 0.9"}'],
    ['a folded block', 'm: >-\n  <=\n  0.9\n'],
    ['a literal block', 'm: |\n  <=\n  0.9\n'],
    ['carriage returns', 'm: "<= 0.9"\r\n'],
    ['a byte order mark', '\uFEFFm: "<= 0.9"'],
    ['a comment', 'm: <= 0.9 # why'],
  ])('a condition written as %s', (_, text) => {
    expect(gates(text)).toEqual(['m | required |  | <= 0.9']);
  });

  it('a metric is named by any text, as it was written', () => {
    const names = [
      'val/acc',
      'a b',
      '</td><h1>PASSED',
      '##[set-output name=x]y',
      '__proto__',
      'constructor',
      'é𝒳',
    ];
    const text = names.map((name) => `${JSON.stringify(name)}: ">= 1"`).join('\n');
    expect(gates(text)).toEqual(names.map((name) => `${name} | required |  | >= 1`));
    expect(
      gates('1: ">= 1"\ntrue: ">= 1"\n1e5: ">= 1"\n<<: ">= 1"\non: ">= 1"').map((gate) => gate.split(' ')[0]),
    ).toEqual(['1', 'true', '1e5', '<<', 'on']);
    expect(Object.prototype).not.toHaveProperty('require');
  });
});

describe('the long form', () => {
  it.each([
    ['{ require: ">= 1" }', ['required |  | >= 1']],
    ['{ advisory: ">= 1" }', ['advisory |  | >= 1']],
    ['{ require: ">= 1", advisory: ">= 2" }', ['required |  | >= 1', 'advisory |  | >= 2']],
    ['{ require: ">= 1", advisory: false }', ['required |  | >= 1']],
    ['{ require: ">= 1", dataset: holdout }', ['required | holdout@ | >= 1']],
    ['{ require: ">= 1", dataset: { name: holdout } }', ['required | holdout@ | >= 1']],
    ['{ require: ">= 1", dataset: { name: 2024, digest: 1e5 } }', ['required | 2024@1e5 | >= 1']],
    ['{ require: ">= 1", dataset: null }', ['required | none | >= 1']],
    ['{ require: ">= 1", dataset: ~ }', ['required | none | >= 1']],
    ['{ require: ">= 1", dataset: NULL }', ['required | none | >= 1']],
    ['{ require: ">= 1", dataset: "null" }', ['required | null@ | >= 1']],
    ['{ require: ">= 1", dataset: none }', ['required | none@ | >= 1']],
    // MLflow's fields
    ['{ threshold: 0.9, greater_is_better: true }', ['required |  | >= 0.9']],
    ['{ threshold: 0.9, higher_is_better: true }', ['required |  | >= 0.9']],
    ['{ threshold: +0.30, greater_is_better: false }', ['required |  | <= 0.30']],
    ['{ min_absolute_change: 0.05, greater_is_better: true }', ['required |  | >= production + 0.05']],
    ['{ min_absolute_change: 5e-3, greater_is_better: false }', ['required |  | <= production - 5e-3']],
    ['{ min_relative_change: 0.1, greater_is_better: true }', ['required |  | >= production + 10%']],
    ['{ min_relative_change: 0.07, greater_is_better: false }', ['required |  | <= production - 7%']],
    ['{ min_relative_change: 1, greater_is_better: true }', ['required |  | >= production + 100%']],
    ['{ min_relative_change: 0.0001, greater_is_better: true }', ['required |  | >= production + 0.01%']],
    [
      '{ greater_is_better: true, min_relative_change: 0.1, min_absolute_change: 0.2, threshold: 3 }',
      ['required |  | >= 3 and >= production + 0.2 and >= production + 10%'],
    ],
    ['{ threshold: 0.9, greater_is_better: true, advisory: true }', ['advisory |  | >= 0.9']],
    ['{ threshold: 0.9, greater_is_better: true, advisory: false }', ['required |  | >= 0.9']],
    [
      '{ threshold: 0.9, greater_is_better: true, require: "<= 0.999", advisory: ">= 0.95" }',
      ['required |  | <= 0.999 and >= 0.9', 'advisory |  | >= 0.95'],
    ],
  ])('%s', (entry, expected) => {
    expect(gates(`m: ${entry}`)).toEqual(expected.map((gate) => `m | ${gate}`));
  });

  it('a list holds one metric on several datasets', () => {
    const text = `m:
  - require: ">= 1"
    dataset: a
  - { require: ">= 2", dataset: { name: a, digest: d } }
  - { advisory: ">= 3", dataset: a }
  - { require: ">= 4" }
  - { require: ">= 5", dataset: null }
  - { advisory: ">= 6", dataset: ~ }`;
    expect(gates(text)).toEqual([
      'm | required | a@ | >= 1',
      'm | required | a@d | >= 2',
      'm | advisory | a@ | >= 3',
      'm | required |  | >= 4',
      'm | required | none | >= 5',
      'm | advisory | none | >= 6',
    ]);
  });

  it.each([
    ['{}', '{}', 'asks for nothing', 'Add require'],
    ['{ dataset: a }', '{ dataset: a }', 'asks for nothing', 'Add require'],
    ['{ advisory: true }', '{ advisory: true }', 'asks for nothing', 'Add require'],
    ['{ requier: ">= 1" }', 'requier', '"requier" is not known', 'Did you mean "require"?'],
    ['{ require: ">= 1", slice: x }', 'slice', '"slice" is not known', 'Known keys are require'],
    ['{ __proto__: 1 }', '__proto__', 'is not known', 'Known keys'],
    ['{ require: ">= 1", require: ">= 2" }', 'require', 'given twice', 'Keep one'],
    ['{ require: 0.9 }', '0.9', 'does not say "at least"', 'Write ">= 0.9"'],
    ['{ require: ">= prod" }', 'prod', 'is not a number', 'Write "production".'],
    ['{ require: ">= 1", advisory: true }', 'advisory', 'contradict', 'instead of require'],
    ['{ advisory: 1 }', '1', 'does not say', 'Write ">= 1"'],
    ['{ require: ">= 1", dataset: }', 'dataset', 'Nothing stands after', 'Write dataset: null for'],
    ['\n  require: ">= 1"\n  dataset:', 'dataset', 'Nothing stands after', 'Write dataset: null for'],
    ['{ require: ">= 1", dataset: "" }', '""', 'not a name', 'Write the text MLflow shows'],
    ['{ require: ">= 1", dataset: { name: null } }', 'null', 'not a name', 'Write the text MLflow shows'],
    ['{ require: ">= 1", dataset: [a] }', '[a]', 'not a name', 'Write the text MLflow shows'],
    ['{ require: ">= 1", dataset: { digest: d } }', 'dataset', 'has no name', 'Write dataset:'],
    ['{ require: ">= 1", dataset: { name: a, diges: d } }', 'diges', 'is not known', '"digest"'],
    ['{ threshold: 0.9 }', 'threshold', 'which direction', 'Add greater_is_better'],
    ['{ greater_is_better: true }', 'greater_is_better', 'without an amount', 'Remove it'],
    ['{ threshold: "0.9", greater_is_better: true }', '"0.9"', 'must be a number', 'without quotes'],
    ['{ threshold: .nan, greater_is_better: true }', '.nan', 'not a decimal', 'plain decimal'],
    ['{ threshold: .inf, greater_is_better: true }', '.inf', 'not a decimal', 'plain decimal'],
    ['{ threshold: 0x1F, greater_is_better: true }', '0x1F', 'not a decimal', 'plain decimal'],
    ['{ threshold: 1e999, greater_is_better: true }', '1e999', 'beyond 400', 'plain decimal'],
    ['{ threshold: null, greater_is_better: true }', 'null', 'must be a number', 'plain number'],
    ['{ threshold: 1, greater_is_better: yes }', 'yes', 'must be true or false', 'greater_is_better: true'],
    [
      '{ threshold: 1, greater_is_better: true, higher_is_better: true }',
      'higher_is_better',
      'twice',
      'Keep greater',
    ],
    ['{ min_absolute_change: 0, greater_is_better: true }', '0', 'is 0', 'above 0'],
    ['{ min_absolute_change: -1, greater_is_better: true }', '-1', 'is -1', 'above 0'],
    ['{ min_relative_change: 0.0, greater_is_better: true }', '0.0', 'is 0.0', 'above 0 and at most 1'],
    ['{ min_relative_change: 1.01, greater_is_better: true }', '1.01', 'is 1.01', 'at most 1'],
    ['[]', '[]', 'is empty', 'one line per metric'],
    ['[">= 1"]', '">= 1"', 'one mapping per dataset', 'require'],
    ['[{ require: ">= 1" }, { require: ">= 2" }]', '{ require: ">= 2" }', 'second required gate', 'Join'],
    [
      '[{ require: ">= 1", dataset: null }, { require: ">= 2", dataset: ~ }]',
      '{ require: ">= 2", dataset: ~ }',
      'second required gate',
      'different datasets',
    ],
  ])('%s is refused at %s: %s; %s', (entry, where, sentence, remedy) => {
    const found = problems(`m: ${entry}`);
    expect(found).toHaveLength(1);
    const [problem] = found as [Problem];
    expect(marked(problem)).toBe(where);
    expect(problem.message).toContain(sentence);
    expect(problem.remedy).toContain(remedy);
  });
});

describe('Case "YAML slips"', () => {
  it.each([
    ['acc: >= 0.9', 'acc: ">= 0.9"', '>= 0.9'],
    ['acc: > 0.9', 'acc: "> 0.9"', '> 0.9'],
    ['acc: >5', 'acc: ">5"', '>5'],
    ['acc: >-0.5', 'acc: ">-0.5"', '>-0.5'],
    ['acc: >= production - 1% # why', 'acc: ">= production - 1%" # why', '>= production - 1%'],
    ['acc: { require: >= 0.9 }', 'acc: { require: ">= 0.9" }', '>= 0.9'],
    ['acc:\n  require: >= 0.9', 'require: ">= 0.9"', '>= 0.9'],
    ['acc:\n  - require: >= 0.9\n    dataset: x', '- require: ">= 0.9"', '>= 0.9'],
    ['acc: >= production\n  more text', 'acc: ">= production"', '>= production'],
  ])('unquoted %j: the error says "quote it" and shows the line quoted', (text, quoted, where) => {
    const found = problems(text);
    expect(found.map(({ remedy }) => remedy)).toEqual([`Quote it: ${quoted}`]);
    expect(found.map(marked)).toEqual([where]);
  });

  it('what it shows can be pasted', () => {
    const [problem] = problems('acc: >= production - 1% # why');
    expect(gates(problem?.remedy.replace('Quote it: ', '') ?? '')).toEqual([
      'acc | required |  | >= production - 1%',
    ]);
  });

  it('a bare 0.9 is refused, offering ">= 0.9"', () => {
    expect(problems('acc: 0.9')).toEqual([
      {
        message:
          'Line 1, column 6: The number 0.9 alone does not say "at least" or "at most".\n  acc: 0.9\n       ^^^',
        remedy: 'Write ">= 0.9" (at least) or "<= 0.9" (at most), in quotes.',
      },
    ]);
  });

  it.each([
    ['a: true', 'true', 'needs a condition but has "true"'],
    ['a: null', 'null', 'needs a condition'],
    ['a: ~', '~', 'needs a condition'],
    ['a: ""', '"', 'A comparison is missing'],
    ['? [a]\n: ">= 1"', '[a]', 'not the name of a metric'],
    ['"": ">= 1"', '""', 'not the name of a metric'],
    ['null: ">= 1"', 'null', 'not the name of a metric'],
    ['a: ">= 1"\na: ">= 2"', 'a', '"a" is given twice'],
    ['1: ">= 1"\n"1": ">= 2"', '"1"', '"1" is given twice'],
    ['a: &x ">= 1"', '&x', 'anchors are refused'],
    ['a: *x', '*x', 'aliases are refused'],
    ['a: !!str ">= 1"', '!!str', 'tags are refused'],
    ['a: !!js/function ">= 1"', '!!js/function', 'tags are refused'],
    ['a: ! ">= 1"', '!', 'tags are refused'],
    ['%YAML 1.1\n---\na: ">= 1"', '%YAML 1.1', 'directives are refused'],
    ['a: ">= 1"\n---\nb: ">= 1"', '---', 'second YAML document'],
    ['- a', '- a', 'must be a mapping'],
    ['">= 0.9"', '">= 0.9"', 'must be a mapping'],
    ['acc:>= 0.9', 'acc:>= 0.9', 'must be a mapping'],
    ['a: @x', '@', 'not valid YAML'],
    ['a: [1', '', 'not valid YAML'],
    ['a: ">= 1', '', 'is missing'],
    ['a:\n\t- b', '', 'tab'],
  ])('%j is refused at %j: %s', (text, where, sentence) => {
    const found = problems(text);
    expect(found).toHaveLength(1);
    const [problem] = found as [Problem];
    expect(problem.message).toContain(sentence);
    expect(where === '' ? '' : marked(problem)).toBe(where);
    expect(problem.remedy).not.toBe('');
  });

  it('an alias is refused also where its anchor exists', () => {
    const found = problems('a: &x ">= 1"\nb: *x\n<<: *x');
    expect(found.map(marked)).toEqual(['&x', '*x', '*x']);
  });

  it('a missing space after the colon is named', () => {
    expect(problems('acc:>= 0.9')[0]?.remedy).toBe('Write a space after the colon.');
    expect(problems('acc:<= 0.9\nloss: "<= 1"')[0]?.remedy).toBe('Write a space after the colon.');
  });
});

describe('errors with positions', () => {
  it('all problems at once, in the order of the text', () => {
    const text = 'a: >= 0.9\nb: "=> 1 and >= prod"\nc: 0.9\nd: { requier: ">= 1", dataset: [] }\ne: "<= 1"\n';
    const found = problems(text);
    expect(found.map(marked)).toEqual(['>= 0.9', '=>', 'prod', '0.9', 'requier', '[]']);
    expect(found.map(({ message }) => /^Line \d+, column \d+/.exec(message)?.[0])).toEqual([
      'Line 1, column 4',
      'Line 2, column 5',
      'Line 2, column 17',
      'Line 3, column 4',
      'Line 4, column 6',
      'Line 4, column 32',
    ]);
  });

  it.each([
    ['escapes', String.raw`m: "\x3e= \u0070rod"`, String.raw`\u0070rod`],
    ['an escaped line break', 'm: ">= 0.9 \\\n   and >= prod"', 'prod'],
    ['an escaped line break of Windows', 'm: ">= 0.9 \\\r\n   and >= prod"', 'prod'],
    ['two escaped line breaks', 'm: ">= 0.9 \\\n  \\\n  and >= prod"', 'prod'],
    ['an escaped line break inside a word', 'm: ">= pro\\\n  d"', 'pro\\'],
    ['an escaped line break, then an escape', 'm: ">= 0.9 \\\n   and >= \\u0070rod"', String.raw`\u0070rod`],
    ['a folded line in quotes', 'm: ">= 0.9\n   and >= prod"', 'prod'],
    ['a folded line of Windows in quotes', 'm: ">= 0.9\r\n   and >= prod"', 'prod'],
    ['a folded line in single quotes', "m: '>= 0.9\n   and >= prod'", 'prod'],
    ['an empty line in a folded block', 'm: >-\n  >= 0.9 and\n\n  >= prod', 'prod'],
    ['a folded block of Windows', 'm: >-\r\n  >= 0.9 and\r\n  >= prod\r\n', 'prod'],
    ['a long escape before it', String.raw`m: "\U0000003e= prod"`, 'prod'],
    ['an escape of one letter before it', String.raw`m: ">=\tprod"`, 'prod'],
    ['a doubled quote', "m: '>= ''x'", "''"],
    ['a folded block', 'm: >-\n  >= 0.9 and\n  >= prod', 'prod'],
    ['a literal block', 'm: |2\n    >= 0.9\n    and >= prod\n', 'prod'],
    ['a plain scalar of two lines', 'm: <= 0.9 and\n   >= prod', 'prod'],
    ['wide and astral characters before it', '"é𝒳 表": ">= prod"', 'prod'],
    ['a tab before it', 'm:\t">= prod"', 'prod'],
    ['a flow mapping in a list', 'm:\n  - { dataset: a, require: ">= prod" }', 'prod'],
    ['carriage returns', 'a: "<= 1"\r\nm: ">= prod"\r\n', 'prod'],
    ['a long line', `"${'x'.repeat(300)}": ">= prod and <= ${'1'.repeat(30)}"`, 'prod'],
  ])('the caret stands under the place, through %s', (_, text, where) => {
    const found = problems(text);
    expect(found.map(marked)).toEqual([where]);
  });

  it('after broken YAML nothing is said about what its pieces happen to look like', () => {
    expect(problems('a: 0.9\nb: @x\nc: 0.9').map(marked)).toEqual(['@']);
  });

  it('control characters and line breaks cannot break an excerpt', () => {
    const [problem] = problems('"a\u001b[31m\u202e\u2028b": "=> 1"');
    expect(problem?.message.split('\n')).toHaveLength(3);
    expect(/[\p{Cc}\p{Cf}\p{Zl}]/u.test(problem?.message.replaceAll('\n', '') ?? '')).toBe(false);
  });
});

describe('limits', () => {
  it('256 kB', () => {
    const found = problems(`# ${'x'.repeat(256 * 1024)}`);
    expect(found).toEqual([{ message: 'The thresholds are longer than 256 kB.', remedy: 'Shorten them.' }]);
  });

  it('2000 gates', () => {
    const many = (count: number): string =>
      Array.from({ length: count }, (_, i) => `m${i}: ">= 1"`).join('\n');
    expect(gates(many(2000))).toHaveLength(2000);
    expect(problems(many(2001))).toMatchObject([{ remedy: 'Keep the ones that decide.' }]);
  });

  it('50 problems, and how many more there are', () => {
    const found = problems(Array.from({ length: 60 }, (_, i) => `m${i}: "=> 1"`).join('\n'));
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.message).toBe('10 more problems are not shown.');
  });

  it.each(['[', '{a: ', '- ', '? ', '{"a":[', '[*a,', 'a: &'])(
    'deep nesting of %j is refused, not a crash',
    (piece) => {
      const found = problems(piece.repeat(8_000));
      expect(found.length).toBeGreaterThan(0);
    },
  );
});

describe('direction', () => {
  const warned = (text: string): string[] => {
    const read = readThresholds(text);
    return read.ok ? read.warnings.map(({ code }) => code) : ['refused'];
  };

  it.each([
    'loss: ">= 0.5"',
    'val_log_loss: ">= production"',
    'valLogLoss: "> 1"',
    'test/RMSE: ">= 1"',
    'latency.p95: ">= 1"',
    'accuracy: "<= 0.9"',
    'rocAUC: "< production"',
    'f1-score: "<= 1"',
    'R2Score: "<= 1"',
    'm_error: { require: ">= 1", advisory: ">= 2" }',
  ])('%s contradicts its name: a warning', (text) => {
    expect(warned(text)).toEqual(['direction-looks-wrong']);
  });

  it.each([
    'loss: "<= 0.5"',
    'accuracy: ">= 0.5"',
    'error: ">= 0 and <= 1"',
    'accuracy: { require: ">= 0.9", advisory: "<= 0.999" }',
    'glossary: ">= 1"',
    'closseness: ">= 1"',
    'error_recall: "<= 1"',
    'anything: ">= 1"',
  ])('%s does not', (text) => {
    expect(warned(text)).toEqual([]);
  });

  it('is one warning per metric that names it, and never more than a warning', () => {
    const read = readThresholds(
      'loss:\n  - { require: ">= 1", dataset: a }\n  - { require: ">= 1", dataset: b }',
    );
    expect(read).toMatchObject({ ok: true, warnings: [{ message: expect.stringContaining('"loss"') }] });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b',
      ':',
      ': ',
      ' ',
      '\n',
      '\n  ',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '>= ',
      '<= 0.9',
      '0.9',
    ],
    ...['production', ' and ', '|\n', '>\n', '&x', '*x', '!t ', '# ', 'require: ', 'advisory: ', 'dataset: '],
    ...[
      'threshold: 1',
      'greater_is_better: true',
      '%',
      '---\n',
      '\t',
      '\r\n',
      '\uFEFF',
      '?',
      '__proto__',
      '\u0000',
    ],
  );
  const yamlish = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

  it('is read, or refused with at least one problem at a place; never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, anyText()), (text) => {
        const read = readThresholds(text);
        const placed = /^Line \d+, column \d+: .+\n {2}.*\n {2} *\^+$/;
        const wrong = read.ok
          ? read.gates.filter(({ comparisons }) => comparisons.length === 0)
          : read.problems.filter(({ message, remedy }) => !placed.test(message) || remedy === '');
        expect(wrong).toEqual([]);
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
