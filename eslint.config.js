import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which rooms of src a room may not import: the arrows of the house go one way. */
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
  inputs: ['net', 'registry', 'evidence', 'gates', 'promotion', 'report', 'github', 'modes'],
};

/** Rooms that are functions of their arguments: no I/O, no clock. */
export const PURE = ['domain', 'text', 'gates', 'policy', 'report'];

const WORLD_MODULES =
  '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|process|readline|repl|sqlite|timers|tls|tty|worker_threads)(/|$)|^undici(/|$)|^@actions/';
const WORLD_GLOBALS = [
  'process',
  'fetch',
  'console',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const CLOCK = [
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
];

// Files directly in src are the entry and what it is made of.
const entryFiles = readdirSync(new URL('src/', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
const entry = {
  regex: `^(\\.\\./)+(${entryFiles.join('|')})\\.js$`,
  message: 'Nothing imports the entry.',
};

function rooms(folder, forbidden) {
  const message = `src/${folder} may not import from there: arrows go one way (CONTRIBUTING.md).`;
  if (forbidden.includes('*')) return [{ regex: '^(?!\\./)', message: `src/${folder} imports nothing.` }];
  // Only the entry reads workflow inputs, so no room may import them.
  const closed = folder === 'inputs' ? forbidden : [...forbidden, 'inputs'];
  return [{ regex: `^(\\.\\./)+(${closed.join('|')})/`, message }, entry];
}

function arrows(folder, forbidden) {
  const patterns = rooms(folder, forbidden);
  const files = [`src/${folder}/**/*.ts`];
  if (!PURE.includes(folder)) return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
  const message = `src/${folder} is pure: no I/O and no clock.`;
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: [...patterns, { regex: WORLD_MODULES, message }] }],
      'no-restricted-globals': ['error', ...WORLD_GLOBALS.map((name) => ({ name, message }))],
      'no-restricted-syntax': ['error', ...CLOCK.map((selector) => ({ selector, message }))],
    },
  };
}

export default defineConfig(
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
