import { rm } from 'node:fs/promises';
import process from 'node:process';

/** Jest's global teardown of the e2e project: removes every folder the run made outside the repository. */
export default async function teardown() {
  const scratch = process.env['HARNESS_SCRATCH'];
  if (scratch) await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
}
