import { describe, expect, it } from '@jest/globals';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../harness/child.js';
import { leaks, runAction, startAction } from '../harness/action.js';
import { withLock } from '../harness/lock.js';
import { MISSING_VARIABLE } from '../harness/needs.js';
import { ROOT, scratch } from '../harness/paths.js';
import { startProcess, waitUntil } from '../harness/server-process.js';

const require = createRequire(import.meta.url);

/** A small action in a folder of its own. */
async function actionOf(script: string): Promise<string> {
  const directory = await scratch('fixture');
  await writeFile(
    path.join(directory, 'action.yml'),
    "inputs:\n  who-is:\n    default: nobody\n  token:\n    default: ${{ github.token }}\nruns: { using: node24, main: 'main.mjs' }\n",
  );
  await writeFile(path.join(directory, 'main.mjs'), script);
  return directory;
}

describe('harness: running an action', () => {
  it('as the runner does, from inputs to outputs', async () => {
    const directory = await actionOf(`
      import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
      const { env } = process;
      writeFileSync(env.RUNNER_TEMP + '/decision.json', env.INPUT_TOKEN);
      appendFileSync(env.GITHUB_OUTPUT, 'who=' + env['INPUT_WHO-IS'] + '\\nfile=' + env.RUNNER_TEMP + '/decision.json\\n');
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# ' + JSON.parse(readFileSync(env.GITHUB_EVENT_PATH)).number);
      console.log('::add-mask::hush');
      console.error('::error title=Oh::hush');
      console.log(process.cwd() === env.GITHUB_WORKSPACE, Object.keys(env).includes('JEST_WORKER_ID'));
      process.exit(3);`);
    const run = await runAction({
      directory,
      inputs: { 'who-is': 'me' },
      event: { number: 7 },
      token: 'ghs_tttt',
    });
    expect(run).toMatchObject({
      exitCode: 3,
      signal: null,
      summary: '# 7',
    });
    expect(run.log.split('\n').sort()).toEqual(['::error title=Oh::***', 'true false']);
    expect(run.annotations).toEqual([{ level: 'error', title: 'Oh', message: 'hush' }]);
    expect(run.outputs['who']).toBe('me');
    expect(await leaks(run, 'hush')).toEqual(['log']);
    expect(await leaks(run, 'ghs_tttt')).toEqual([run.outputs['file']]);
  });

  it('with signals', async () => {
    const directory = await actionOf(`
      process.on('SIGINT', () => { console.log('asked to stop'); process.exit(1); });
      setInterval(() => {}, 1000);
      console.log('ready');`);
    const asked = await runAction({
      directory,
      inputs: {},
      signalAfter: { signal: 'SIGINT', when: /ready/ },
    });
    expect([asked.exitCode, asked.rawLog]).toEqual([1, 'ready\nasked to stop']);
    const running = await startAction({ directory, inputs: {} });
    await running.line(/ready/);
    running.signal('SIGKILL');
    expect(await running.done).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    await expect(running.line(/never/)).rejects.toThrow('without a line');
  });
});

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('harness: processes and locks', () => {
  it('takes a server down when whoever started it is killed', async () => {
    const module = path.join(ROOT, '__tests__/harness/server-process.ts');
    const starter = `
      await import(${JSON.stringify(path.join(ROOT, 'scripts/typescript-hooks.mjs'))});
      const { startProcess } = await import(${JSON.stringify(module)});
      const server = startProcess('sh', ['-c', 'sleep 60 & echo $!; wait'], { cwd: '/', env: process.env });
      setInterval(() => { if (server.output()) { console.log(server.output()); process.kill(process.pid, 'SIGKILL'); } }, 20);`;
    const { stdout, signal } = await startChild(process.execPath, ['--input-type=module', '-e', starter])
      .ended;
    const pid = Number(stdout);
    expect([signal, pid > 1]).toEqual(['SIGKILL', true]);
    for (let i = 0; i < 40 && alive(pid); i += 1) await sleep(50);
    expect(alive(pid)).toBe(false);
  });

  it('says what a server wrote before it ended', async () => {
    const server = startProcess('sh', ['-c', 'echo no such option >&2; exit 2'], { cwd: '/', env: {} });
    await expect(waitUntil(server, () => Promise.resolve(false))).rejects.toThrow('no such option');
    await server.stop();
  });

  it('lets one in at a time, and takes over from the dead', async () => {
    const folder = path.join(await scratch('lock'), 'lock');
    await mkdir(folder);
    const dead = startChild(process.execPath, ['-e', '']);
    await dead.ended;
    await writeFile(path.join(folder, 'pid'), String(dead.pid));
    const events: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} in`);
      await sleep(20);
      events.push(`${name} out`);
    };
    await Promise.all([withLock(folder, work('a')), withLock(folder, work('b'))]);
    expect(events.map((event) => event.slice(2))).toEqual(['in', 'out', 'in', 'out']);
    expect(await readdir(path.dirname(folder))).toEqual([]);
  });
});

/** Runs jest over one file in a folder of its own, with our reporter. Returns both streams in one. */
async function jestOver(
  test: string,
  env: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> {
  const directory = await scratch('jest');
  await writeFile(path.join(directory, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(directory, 'some.test.ts'), test);
  const config = {
    rootDir: directory,
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: {
      '^(\\.{1,2}/.*)\\.js$': '$1',
      '^@jest/globals$': require.resolve('@jest/globals'),
      '^suites$': path.join(ROOT, '__tests__/harness/suites.ts'),
    },
    transform: { '^.+\\.ts$': path.join(ROOT, '__tests__/harness/typescript.js') },
    reporters: ['default', path.join(ROOT, '__tests__/harness/reporter.js')],
  };
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const command = [process.execPath, '--experimental-vm-modules', jest, '--config', JSON.stringify(config)];
  const { code, stdout } = await startChild('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
    cwd: directory,
    env: { ...process.env, CI: '', ...env },
  }).ended;
  return { code, lines: stdout.trimEnd().split('\n') };
}

const SUITES = `
import { describe, it, expect } from '@jest/globals';
import { describeWith } from 'suites';
describe('plain', () => { it('works', () => { expect(1).toBe(1); }); });
describeWith(['act'], 'workflows', () => { it('run', () => { throw new Error('must not run'); }); });
describeWith(['zizmor'], 'lint', () => { it('is clean', () => { expect(1).toBe(1); }); });`;

describe('harness: what cannot be had', () => {
  const missing = { [MISSING_VARIABLE]: JSON.stringify({ act: 'Go was not found' }) };

  it('is skipped loudly, and named again before the last line', async () => {
    const { code, lines } = await jestOver(SUITES, missing);
    expect(lines.slice(-5)).toEqual([
      'SKIPPED, not shown by this run:',
      '  Go was not found',
      '    some.test.ts › workflows',
      '',
      '2 passed, 0 failed, 1 skipped',
    ]);
    expect(code).toBe(0);
  });

  it('fails with CI=true', async () => {
    const { code, lines } = await jestOver(SUITES, { ...missing, CI: 'true' });
    expect(lines.at(-1)).toBe('2 passed, 1 failed');
    expect(lines.join('\n')).toContain('With CI=true nothing is skipped: Go was not found');
    expect(code).toBe(1);
  });

  it('counts a file that cannot run as a failure', async () => {
    const { code, lines } = await jestOver('import "./nowhere.js";', {});
    expect([code, lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });
});
