// Lints texts as if they stood in src, with the repository's own configuration. In: JSON [{ file, text }] on
// standard input. Out: JSON { mayImport, pure, results: string[][] }, the rules each text breaks.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { MAY_IMPORT, PURE } from '../../eslint.config.js';

const RULES = ['house/arrows', 'no-restricted-globals', 'no-restricted-syntax', 'max-lines-per-function'];

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
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
process.stdout.write(JSON.stringify({ mayImport: MAY_IMPORT, pure: PURE, results }));
