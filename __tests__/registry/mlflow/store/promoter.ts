// Promotes the versions it is given, in turn, in the store of a folder: for tests with several processes.
// It begins when it is told "go", so that all of them begin together, and rests a moment after each turn, as runs do.
// Every transaction moves the stage and two aliases together, and prints one line when it is over.
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { connectionTo, MODEL, signal, openStore } from './stores.js';

const [folder = '', versions = '', times = ''] = process.argv.slice(2);
const log = { info: () => undefined, debug: () => undefined };
const registry = await openStore(connectionTo('sqlite:///mlflow.db', folder), { log });
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();

for (let turn = 0; turn < Number(times); turn += 1) {
  const version = versions.split(',')[turn % versions.split(',').length] ?? '';
  const holders = await registry.writer(signal).transact(async (transaction) => {
    const model = await transaction.reader.model(MODEL);
    const before = model.versions.filter(({ stage }) => stage === 'Production').map((held) => held.version);
    await transaction.write({
      kind: 'transition',
      model: MODEL,
      version,
      stage: 'Production',
      archiveExisting: true,
    });
    await transaction.write({ kind: 'alias', model: MODEL, version, alias: 'champion' });
    await transaction.write({ kind: 'alias', model: MODEL, version, alias: 'holder' });
    return before;
  });
  process.stdout.write(`${JSON.stringify({ version, before: holders })}\n`);
  await rest(Math.random() * 8);
}
