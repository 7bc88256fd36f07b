// Reads and writes the store in a folder as whoever runs this, and prints what came of each.
import { PromotionError } from '../../../../src/domain/error.js';
import type { Registry } from '../../../../src/registry/port.js';
import { connectionTo, MODEL, signal, openStore } from './stores.js';

const log = { info: () => undefined, debug: () => undefined };
const open = (): Promise<Registry> =>
  openStore(connectionTo('sqlite:///mlflow.db', process.argv[2] ?? ''), { log });

async function outcome(call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof PromotionError) return error.code;
    throw error;
  }
}

const read = await outcome(async () => {
  const { versions } = await (await open()).reader(signal).model(MODEL);
  return `${versions.length} versions`;
});
const write = await outcome(async () => {
  await (
    await open()
  )
    .writer(signal)
    .transact((transaction) =>
      transaction.write({ kind: 'alias', model: MODEL, version: '2', alias: 'champion' }),
    );
  return 'written';
});
process.stdout.write(JSON.stringify({ read, write }));
