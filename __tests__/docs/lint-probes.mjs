// Lints texts as if they stood in src, with the repository's own configuration. In: JSON [{ file, text }] on
// standard input. Out: JSON { mayImport, pure, results: string[][], imports }: the rules each text breaks, and what
// every file of src imports.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
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

/** All probes of one file stand in one text, each on lines of its own, so that it is parsed once. */
const probes = JSON.parse(await text(process.stdin)).map((probe) => ({ ...probe, broken: new Set() }));
for (const [file, inFile] of Map.groupBy(probes, (probe) => probe.file)) {
  const owners = inFile.flatMap((probe) =>
    probe.text
      .trimEnd()
      .split('\n')
      .map(() => probe),
  );
  const source = inFile.map((probe) => `${probe.text.trimEnd()}\n`).join('');
  const [result] = await eslint.lintText(source, { filePath: file });
  for (const { line, ruleId, message } of result.messages) owners[line - 1].broken.add(ruleId ?? message);
}
const results = probes.map(({ broken }) => [...broken]);

const root = fileURLToPath(new URL('../../', import.meta.url));
const imports = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
  ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'))
    .importedFiles.map(({ fileName }) => ({ file, name: fileName })),
);
process.stdout.write(JSON.stringify({ mayImport: MAY_IMPORT, pure: PURE, results, imports }));
