import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Which folders of src a folder may not import: the arrows of the house go one way. */
export const FORBIDDEN = {
  domain: ['*'],
  text: [
    'domain',
    'net',
    'registry',
    'evidence',
    'gates',
    'policy',
    'promotion',
    'report',
    'github',
    'modes',
  ],
  net: ['registry', 'evidence', 'gates', 'policy', 'promotion', 'report', 'github', 'modes'],
  registry: ['evidence', 'gates', 'policy', 'promotion', 'report', 'github', 'modes'],
  evidence: ['net', 'gates', 'policy', 'promotion', 'report', 'github', 'modes'],
  gates: ['net', 'registry', 'evidence', 'policy', 'promotion', 'report', 'github', 'modes'],
  policy: ['net', 'registry', 'evidence', 'gates', 'promotion', 'report', 'github', 'modes'],
  report: ['net', 'registry', 'evidence', 'gates', 'policy', 'promotion', 'github', 'modes'],
  promotion: ['net', 'policy', 'report', 'github', 'modes'],
  github: ['evidence', 'gates', 'policy', 'promotion', 'registry', 'modes'],
  modes: ['net'],
};

/** Packages that touch the world, closed to the pure rooms. */
const WORLD = [
  'node:fs',
  'node:fs/promises',
  'node:http',
  'node:https',
  'node:net',
  'node:child_process',
  'node:sqlite',
  'undici',
  '@actions/*',
  '@actions/**',
];
const PURE = ['domain', 'text', 'gates', 'policy', 'report'];

function arrows(folder, forbidden) {
  const rooms = forbidden.includes('*')
    ? [{ group: ['../*', '!./*'], message: 'domain imports nothing.' }]
    : [
        {
          group: forbidden.flatMap((room) => [
            `../${room}/*`,
            `../${room}/**`,
            `../../${room}/*`,
            `../../${room}/**`,
          ]),
          message: `src/${folder} may not import from there: arrows go one way (CONTRIBUTING.md).`,
        },
        {
          group: [
            '../run.js',
            '../index.js',
            '../inputs.js',
            '../../run.js',
            '../../index.js',
            '../../inputs.js',
          ],
          message: 'Nothing imports the entry.',
        },
      ];
  const world = PURE.includes(folder) ? [{ group: WORLD, message: `src/${folder} is pure: no I/O.` }] : [];
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...rooms, ...world] }] },
  };
}

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      complexity: ['error', 12],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['src/run.ts'], rules: { 'max-lines-per-function': ['error', { max: 60 }] } },
  { files: ['src/index.ts'], rules: { 'max-lines': ['error', { max: 30 }] } },
  ...Object.entries(FORBIDDEN).map(([folder, forbidden]) => arrows(folder, forbidden)),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
