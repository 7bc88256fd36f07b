// Writes the files that follow from others. With --check it writes nothing and fails if one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated.js';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const [path, content] of await generatedFiles(root)) {
  const file = new URL(path, root);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, content);
}

for (const path of stale) console.log(check ? `${path} is out of date` : `${path} written`);
if (check && stale.length > 0) {
  console.log('Run "npm run generate" and commit what it writes.');
  process.exitCode = 1;
}
