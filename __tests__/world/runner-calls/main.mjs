import '../../../scripts/typescript-hooks.mjs';
import process from 'node:process';

const { actionsRunner } = await import('../../../src/world/runner.ts');
const runner = actionsRunner(process.env);
for (const [name, ...given] of JSON.parse(runner.input('calls'))) await runner[name](...given);
