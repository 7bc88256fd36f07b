// Writes dist/licenses.txt: the licenses of all packages that dist is built from. ncc's own --license keeps only
// those of the part it writes last, and dist has several.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** @returns name, version and SPDX id on one line, then the text. */
function license(folder) {
  const { name, version, license: id } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no license file`);
  const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${id})\n\n${text}\n`;
}

const folders = Object.keys(packages).filter((folder) => folder !== '' && packages[folder].dev !== true);
const texts = [...new Set(folders.map(license))].sort();
writeFileSync('dist/licenses.txt', texts.join(`\n${'-'.repeat(80)}\n\n`));
