// Damages copies of a store and runs the action's own run() on each, in this process. Arguments: the store, a folder, from
// which number on and up to which. Prints one line of JSON for each.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corrupted } from './corrupted.js';
import { holders } from './files.js';
import { wholeRun } from './whole-run.js';

const [store = '', folder = '', inputs = '{}', from = '0', to = '0'] = process.argv.slice(2);
const sound = readFileSync(store);
const wanted = JSON.parse(inputs) as Record<string, string>;

process.stdout.write('ready\n');
for (let number = Number(from); number < Number(to); number += 1) {
  const place = path.join(folder, String(number));
  const file = path.join(place, 'mlflow.db');
  mkdirSync(place);
  const { what, bytes } = corrupted(sound, number);
  writeFileSync(file, bytes);
  const { outputs, decision } = await wholeRun(place, wanted);
  const promoted = outputs['result'] === 'promoted';
  const report = {
    ...{
      number,
      what,
      result: outputs['result'],
      code: decision.reasons[0]?.code,
      promoted: outputs['promoted'],
    },
    ...(promoted
      ? { holders: holders(file, wanted['model-name'] ?? '') }
      : { untouched: readFileSync(file).equals(bytes) }),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
