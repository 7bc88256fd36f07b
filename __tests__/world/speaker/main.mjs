import '../../../scripts/typescript-hooks.mjs';
import process from 'node:process';

const { actionsRunner } = await import('../../../src/world/runner.ts');
const runner = actionsRunner(process.env);
for (const [name, ...words] of JSON.parse(runner.input('what-to-say'))) await runner[name](...words);
