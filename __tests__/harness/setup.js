// Jest hands this file to Node as it is, so the hooks that resolve the project's TypeScript come first.
import '../../scripts/typescript-hooks.mjs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Jest's global setup of the e2e project: installs what the suites need, and tells them what cannot be had. */
export default async function setup() {
  const { install } = await import('./install.ts');
  const { MISSING_VARIABLE } = await import('./needs.ts');
  process.env[MISSING_VARIABLE] = JSON.stringify(await install());
  process.env['HARNESS_SCRATCH'] = await mkdtemp(path.join(os.tmpdir(), 'model-promotion-gate-'));
}
