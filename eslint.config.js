import { isBuiltin } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Everything a room of src may import besides its own files: other rooms, `zod` (src/zod.ts) and packages. The arrows
 * of the house go one way. What is not named here is closed, a new room and a new package too. Files directly in src
 * are rooms of their own.
 */
export const MAY_IMPORT = {
  index: ['main', 'registry', 'world', 'node:worker_threads'],
  main: ['run', 'domain', 'world', 'github', 'registry'],
  run: ['domain', 'text', 'inputs', 'world', 'github', 'modes', 'promotion', 'publish', 'sources'],
  zod: ['npm:zod/mini', 'npm:zod/v4/locales/en.js'],
  domain: [],
  text: [],
  net: [
    ...['domain', 'text', 'node:timers/promises', 'npm:undici'],
    ...['node:crypto', 'node:fs', 'node:http', 'node:net', 'node:tls'],
    ...['agent', 'dispatcher', 'dispatcher1-wrapper', 'env-http-proxy-agent', 'proxy-agent'].map(
      (part) => `npm:undici/lib/dispatcher/${part}.js`,
    ),
    ...['connect', 'request'].map((part) => `npm:undici/lib/api/api-${part}.js`),
  ],
  registry: [
    ...['domain', 'text', 'net', 'zod'],
    ...['node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:sqlite'],
    ...['node:timers/promises', 'node:tls', 'node:url', 'node:util'],
  ],
  evidence: ['domain', 'registry'],
  gates: ['domain', 'text', 'npm:big.js'],
  policy: ['domain', 'text', 'zod', 'npm:big.js', 'npm:yaml'],
  report: ['domain', 'text', 'zod'],
  promotion: ['domain', 'text', 'registry', 'evidence', 'gates', 'node:crypto'],
  // Finds the texts that a run goes by: in the repository on GitHub, or in the working tree.
  sources: ['domain', 'text', 'policy', 'github', 'node:crypto', 'node:fs', 'node:path'],
  modes: ['domain', 'text', 'registry', 'gates', 'promotion'],
  github: ['domain', 'text', 'net', 'zod', 'npm:@octokit/core', 'node:fs'],
  // For MLflow's own words: its variables and its rule for aliases.
  inputs: ['domain', 'text', 'policy', 'registry', 'zod'],
  world: [
    ...['domain', 'text', 'registry', 'github', 'node:events', 'node:os', 'node:vm', 'node:worker_threads'],
    ...['command', 'file-command'].map((part) => `npm:@actions/core/lib/${part}.js`),
  ],
  publish: ['domain', 'text', 'report', 'github', 'world', 'node:fs', 'node:os', 'node:path'],
};

/** Rooms that are functions of their arguments: no I/O, no clock. */
export const PURE = ['domain', 'text', 'gates', 'policy', 'report'];

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

const SRC = fileURLToPath(new URL('src/', import.meta.url));

/** `gates` for src/gates/judge.ts, `run` for src/run.ts. */
function roomOf(path) {
  return relative(SRC, path)
    .split(sep)[0]
    .replace(/\.[jt]s$/, '');
}

/** What an import leads to, as MAY_IMPORT writes it. */
function destination(source, filename) {
  const packaged = /^(?:\.\.\/)+node_modules\/(.+)$/.exec(source);
  if (packaged !== null) return `npm:${packaged[1]}`;
  if (source.startsWith('.')) return roomOf(resolve(dirname(filename), source));
  return isBuiltin(source) ? `node:${source.replace(/^node:/, '')}` : `npm:${source}`;
}

/** Reports every import, static, late or of types only, that MAY_IMPORT does not name. */
const arrows = {
  create(context) {
    const room = roomOf(context.filename);
    const check = (node) => {
      if (node.source === null) return;
      const to =
        typeof node.source.value === 'string' ? destination(node.source.value, context.filename) : '?';
      if (to === room || (MAY_IMPORT[room] ?? []).includes(to)) return;
      const message = `src/${room} may not import ${to}: MAY_IMPORT in eslint.config.js says what it may (CONTRIBUTING.md).`;
      context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** A file is read from the top: what it offers comes first, its helpers below. */
const exportedFirst = {
  create(context) {
    let helper = null;
    return {
      'Program > FunctionDeclaration': (node) => {
        helper ??= node.id.name;
      },
      'Program > ExportNamedDeclaration > FunctionDeclaration': (node) => {
        if (helper === null) return;
        const message = `Exported functions come first: move ${node.id.name} above the helper ${helper}.`;
        context.report({ node, message });
      },
    };
  },
};

/** No clock and nothing of the world. */
function pure(room) {
  const message = `src/${room} is pure: no I/O and no clock.`;
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
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
    plugins: { house: { rules: { arrows, 'exported-first': exportedFirst } } },
    rules: {
      'house/arrows': 'error',
      'house/exported-first': 'error',
      curly: ['error', 'multi-or-nest', 'consistent'],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['src/run.ts'], rules: { 'max-lines-per-function': ['error', { max: 60 }] } },
  { files: ['src/index.ts'], rules: { 'max-lines': ['error', { max: 30 }] } },
  ...PURE.map(pure),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
