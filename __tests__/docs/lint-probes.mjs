// Lints texts as if they stood in src, with the repository's own configuration, and finds what its files import. All of
// it happens here, in a Node of its own, because loading ESLint and TypeScript takes a second.
// First line out: JSON { mayImport, pure, imports: { [file]: string[] } }. In: JSON [{ file, text }] on standard input.
// Second line out: JSON string[][], the rules each text breaks.
import { globSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { MAY_IMPORT, PURE } from '../../eslint.config.js';

const RULES = ['house/arrows', 'no-restricted-globals', 'no-restricted-syntax', 'max-lines-per-function'];
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const imports = globSync('src/**/*.ts', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => [path, ts.preProcessFile(readFileSync(`${ROOT}${path}`, 'utf8')).importedFiles])
  .map(([path, found]) => [path, found.map(({ fileName }) => fileName)]);
const lists = { mayImport: MAY_IMPORT, pure: PURE, imports: Object.fromEntries(imports) };
process.stdout.write(`${JSON.stringify(lists)}\n`);

const eslint = new ESLint({
  cwd: ROOT,
  // The files do not exist, so there are no types to ask.
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
  ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
});

const results = [];
for (const probe of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(probe.text, { filePath: probe.file });
  results.push([...new Set(result.messages.map((message) => message.ruleId ?? message.message))]);
}
process.stdout.write(`${JSON.stringify(results)}\n`);
