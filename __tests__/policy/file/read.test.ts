import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { policySchema } from '../../../scripts/policy-json-schema.js';
import { readPolicyFile } from '../../../src/policy/file/read.js';
import type { PolicyDocument } from '../../../src/policy/file/document.js';
import { parse } from 'yaml';
import { GOOD, PATH, policyOf, thresholds } from './texts.js';

function read(text: string): PolicyDocument {
  const found = readPolicyFile(text, PATH);
  if (!found.ok) throw new TypeError(found.problems.map(({ message }) => message).join('\n'));
  return found.document;
}

function problems(text: string): readonly { readonly message: string; readonly remedy: string }[] {
  const found = readPolicyFile(text, PATH);
  return found.ok ? [] : found.problems;
}

const sentences = (text: string) => problems(text).map(({ message }) => message.split('\n')[0]);

describe('readPolicyFile', () => {
  it('reads models, targets, gates and settings, each with its line', () => {
    const text = [
      'version: 1',
      'defaults:',
      '  first-promotion: block',
      '  inputs-may: [baseline]',
      'models:',
      '  "fraud-*":',
      '    targets:',
      '      production:',
      '        thresholds:',
      '          accuracy: ">= 0.9"',
      '          latency: { advisory: "<= 120" }',
      '      "@champion":',
      '        first-promotion: require-absolute',
      '        inputs-may: []',
      '        thresholds: { accuracy: ">= 0.95" }',
    ].join('\n');
    const at = (line: number) => ({ in: 'file', name: PATH, line });
    expect(read(text)).toMatchObject({
      path: PATH,
      inputsMay: ['baseline'],
      models: [
        {
          name: 'fraud-*',
          writtenAt: at(6),
          targets: [
            {
              target: 'Production',
              writtenAt: at(8),
              firstPromotion: { value: 'block', writtenAt: at(3) },
              inputsMay: ['baseline'],
              gates: [
                { name: 'accuracy', required: true, writtenAt: at(10), condition: '>= 0.9' },
                { name: 'latency', required: false, writtenAt: at(11) },
              ],
            },
            {
              target: '@champion',
              firstPromotion: { value: 'require-absolute', writtenAt: at(13) },
              inputsMay: [],
              gates: [{ condition: '>= 0.95', writtenAt: at(15) }],
            },
          ],
        },
      ],
    });
  });

  it('warns of a name that contradicts its condition', () => {
    const [model] = read(policyOf(thresholds('log_loss: ">= 0.2"'))).models;
    expect(model?.targets[0]?.warnings).toMatchObject([{ code: 'direction-looks-wrong' }]);
  });

  it('says all that is wrong at once, with file, line, column and caret', () => {
    const text = policyOf(
      [...thresholds('accuracy: "=> 0.9"', 'f1: 0.9'), 'first-promotion: blok', 'tag: { a: b }'],
      ['defaults:', '  inputs-may: [threshold]'],
    );
    const found = problems(text);
    expect(found.map(({ message }) => message.split('\n'))).toEqual(
      [
        [
          `${PATH}, line 3, column 16: The value of "inputs-may" is "threshold".`,
          '    inputs-may: [threshold]',
          '                 ^^^^^^^^^',
        ],
        [expect.stringContaining(`${PATH}, line 9, column 22: `), expect.anything(), expect.anything()],
        [
          expect.stringContaining(`${PATH}, line 10, column 15: The number 0.9 alone`),
          expect.anything(),
          expect.anything(),
        ],
        [
          `${PATH}, line 11, column 26: The value of "first-promotion" is "blok".`,
          expect.anything(),
          expect.anything(),
        ],
        [`${PATH}, line 12, column 9: The key "tag" is not known.`, expect.anything(), expect.anything()],
      ].map(([first, ...rest]) => [
        typeof first === 'string' ? expect.stringContaining(PATH) : first,
        ...rest,
      ]),
    );
    expect(found.map(({ remedy }) => remedy)).toEqual([
      'Did you mean "thresholds"?',
      expect.any(String),
      expect.any(String),
      'Did you mean "block"?',
      expect.any(String),
    ]);
  });

  it.each([
    ['', 'The policy must be a mapping.'],
    ['# nothing', 'The policy must be a mapping.'],
    ['accuracy: ">= 0.9"', 'The policy does not say which version'],
    [GOOD.replace('version: 1', 'version: 2'), 'This version of the format is not known: "2".'],
    [GOOD.replace('version: 1', 'version: "1"'), 'This version of the format is not known: "1".'],
    ['version: 1', 'There is no key "models" here.'],
    ['version: 1\nmodels:', 'The key "models" must be a mapping.'],
    ['version: 1\nmodels: {}', 'The key "models" names none.'],
    ['version: 1\nmodels: { churn: }', 'The model "churn" must be a mapping.'],
    ['version: 1\nmodels: { churn: {} }', 'There is no key "targets" here.'],
    [
      'version: 1\nmodels: { churn: { targets: { Prod: { thresholds: { a: ">= 1" } } } } }',
      '"Prod" is neither',
    ],
    ['version: 1\nmodels: { churn: { targets: { Archived: {} } } }', 'Archiving needs no proof'],
    ['version: 1\nmodels: { churn: { targets: { "@": {} } } }', '"@" is neither'],
    [`${GOOD}      production: { thresholds: { a: ">= 1" } }`, 'The target "Production" is given twice.'],
    [`${GOOD}  churn: {}`, 'The model "churn" is given twice.'],
    [policyOf(['thresholds:']), 'The thresholds must be a mapping'],
    [policyOf(['thresholds: 0.9']), 'The thresholds must be a mapping'],
    [policyOf(['first-promotion: [block]']), 'The value of "first-promotion" is nothing that can be read.'],
    [policyOf(['inputs-may: thresholds']), 'The value of "inputs-may" is not what is asked for.'],
    [policyOf(['inputs-may: { a: b }']), 'The value of "inputs-may" is not what is asked for.'],
    [`${GOOD}---\nversion: 1`, 'There is a second YAML document.'],
    [GOOD.replaceAll('    ', '\t'), 'YAML does not allow a tab'],
    [`x: &a 1\n${GOOD}`, 'YAML anchors are refused.'],
    [`x: *a\n${GOOD}`, 'YAML aliases are refused.'],
    [`<<: { a: 1 }\n${GOOD}`, 'The key "<<" is not known.'],
    [`__proto__: { a: 1 }\n${GOOD}`, 'The key "__proto__" is not known.'],
    [policyOf(['__proto__: { a: 1 }', ...thresholds('a: ">= 1"')]), 'The key "__proto__" is not known.'],
  ])('refuses %j', (text, sentence) => {
    expect(sentences(text).join('\n')).toContain(sentence);
  });

  it.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['JSON', JSON.stringify(parse(GOOD))],
    ['a model of any name', GOOD.replace('churn', '__proto__')],
    ['a metric of any name', GOOD.replace('accuracy', 'constructor')],
  ])('reads %s', (_, text) => {
    expect(read(text).models[0]?.targets[0]?.gates).toMatchObject([
      { condition: '>= 0.9 and >= production' },
    ]);
  });

  it.each(['[', '{a: ', '- ', '? ', 'models:\n  a:\n    b: [', '"'])('survives a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.floor((1024 * 1024) / piece.length));
    expect(problems(text).length).toBeGreaterThan(0);
  });

  it('takes 1 MB and 2000 gates a target, and no more', () => {
    const many = (count: number) =>
      policyOf(thresholds(...Array.from({ length: count }, (_, at) => `m${at}: ">= 1"`)));
    expect(read(many(2_000)).models[0]?.targets[0]?.gates).toHaveLength(2_000);
    expect(sentences(many(2_001))).toEqual([
      `${PATH}, line 5, column 7: The target "Production" has more than 2000 gates.`,
    ]);
    const padded = (bytes: number) => `${GOOD}#${'x'.repeat(bytes - GOOD.length - 1)}`;
    expect(read(padded(1024 * 1024)).models).toHaveLength(1);
    expect(problems(padded(1024 * 1024 + 1))).toEqual([
      { message: `The file ${PATH} is longer than 1024 kB.`, remedy: 'Shorten it.' },
    ]);
  });

  it('survives ten thousand mutations, and reads no gate that was not written', () => {
    const pieces = [
      ':',
      '\n',
      '  ',
      '>=',
      '"',
      '{',
      '}',
      '[',
      ']',
      '-',
      '#',
      '&a',
      '*a',
      '!!x',
      '0',
      'e9',
      '\t',
    ];
    const edit = fc.record({
      at: fc.nat(GOOD.length),
      drop: fc.nat(6),
      add: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (now, { at, drop, add }) => now.slice(0, at) + add + now.slice(at + drop),
          GOOD,
        );
        const found = readPolicyFile(text, PATH);
        if (!found.ok) return found.problems.every(({ message, remedy }) => message !== '' && remedy !== '');
        return found.document.models.every(({ targets }) =>
          targets.every(({ gates }) => gates.every(({ name }) => text.includes(name.slice(0, 1)))),
        );
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the published schema', () => {
  const GOOD_ONES = [
    GOOD,
    policyOf(['first-promotion: block', 'inputs-may: [thresholds, policy]', ...thresholds('a: ">= 1"')]),
    policyOf(
      thresholds(
        'a: { require: ">= 1", dataset: { name: x, digest: y } }',
        'b: [{ advisory: "< 2", dataset: null }]',
      ),
    ),
    policyOf(thresholds('a: { threshold: 0.9, greater_is_better: true }')),
    policyOf(['from: "@challenger"', 'soak: 24h']),
    policyOf(['sign-off: { tag: a, roles: [b] }', 'lineage: [run]', 'max-age: 30d', 'tags: { a: b }']),
    policyOf(['tags: { a: b, c: [d, 1, true], e: { advisory: f } }']),
  ];
  const BAD_ONES = [
    GOOD.replace('version: 1', 'version: 2'),
    GOOD.replace('models', 'model'),
    GOOD.replace('Production', 'Prod'),
    policyOf(['first-promotion: maybe']),
    policyOf(['inputs-may: thresholds']),
    policyOf(['threshold: { a: ">= 1" }']),
    policyOf(thresholds('a: 0.9')),
    policyOf(thresholds('a: { requires: ">= 1" }')),
    policyOf(['tags: { a: { b: c } }']),
    policyOf(['from: None']),
    policyOf(['sign-off: { tag: a }']),
    policyOf(['lineage: [commits]']),
    policyOf(['max-age: 30']),
    policyOf(['from: Staging', 'soak: 24']),
  ];

  it.each(GOOD_ONES)('takes what the reader takes: %s', (text) => {
    expect([readPolicyFile(text, PATH).ok, policySchema.safeParse(parse(text)).success]).toEqual([
      true,
      true,
    ]);
  });

  it.each(BAD_ONES)('refuses what the reader refuses: %s', (text) => {
    expect([readPolicyFile(text, PATH).ok, policySchema.safeParse(parse(text)).success]).toEqual([
      false,
      false,
    ]);
  });
});
