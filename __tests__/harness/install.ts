import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './lock.js';
import { GO_NEEDS, PYTHON_NEEDS } from './needs.js';
import type { GoNeed, Missing, Need, PythonNeed } from './needs.js';
import { BIN, CACHE, goProgram, programIn, requirementsOf, venvFolder, venvProgram } from './paths.js';
import { must, run, tail } from './tools.js';

const UV = 'uv==0.13.8';
const GO_PROGRAMS = {
  act: { module: 'github.com/nektos/act@v0.2.89', version: '0.2.89' },
  actionlint: { module: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12', version: '1.7.12' },
} as const;

/** Written into a virtual environment when everything is in it. */
const complete = (need: PythonNeed): string => path.join(venvFolder(need), 'complete');

async function runs(command: string, args: readonly string[]): Promise<string | null> {
  try {
    const ran = await run(command, args);
    return ran.code === 0 ? ran.stdout : null;
  } catch {
    return null;
  }
}

async function systemPython(): Promise<string> {
  for (const name of ['python3', 'python']) {
    if ((await runs(name, ['--version']))?.startsWith('Python 3') === true) return name;
  }
  throw new Error('Python 3 was not found');
}

/** uv does not read pip's settings; a machine that reaches its packages by a mirror has them only there. */
async function uvEnvironment(python: string): Promise<NodeJS.ProcessEnv> {
  const settings = (await runs(python, ['-m', 'pip', 'config', 'list'])) ?? '';
  const setting = (name: string): string | undefined =>
    new RegExp(String.raw`^(?::env:|global|install)\.${name}='(.*)'$`, 'm').exec(settings)?.[1];
  const index = setting('index-url');
  const certificates = setting('cert');
  return {
    ...(index === undefined ? {} : { UV_DEFAULT_INDEX: index }),
    ...(certificates === undefined ? {} : { SSL_CERT_FILE: certificates }),
    UV_HTTP_RETRIES: '2',
    ...process.env,
  };
}

async function installUv(): Promise<{ uv: string; env: NodeJS.ProcessEnv }> {
  const venv = path.join(CACHE, 'uv');
  const uv = programIn(venv, 'uv');
  const python = programIn(venv, 'python');
  if ((await runs(uv, ['--version']))?.includes(UV.slice(4)) !== true) {
    await must(await systemPython(), ['-m', 'venv', '--clear', venv]);
    await must(python, ['-m', 'pip', 'install', '--quiet', '--retries', '1', '--timeout', '30', UV]);
  }
  return { uv, env: await uvEnvironment(python) };
}

async function installVenv(need: PythonNeed): Promise<void> {
  const { uv, env } = await installUv();
  await must(uv, ['venv', '--quiet', '--clear', '--python', '>=3.11,<3.14', venvFolder(need)], { env });
  const into = ['--python', venvProgram(need, 'python'), '--requirements', requirementsOf(need)];
  await must(uv, ['pip', 'install', '--quiet', '--compile-bytecode', ...into], { env });
  await writeFile(complete(need), '');
}

/** Where a Go program is: named by `<NAME>_BIN`, on PATH, or in the cache folder. */
export async function findGoProgram(need: GoNeed): Promise<string | null> {
  const named = process.env[`${need.toUpperCase()}_BIN`] ?? '';
  if (named !== '') return named;
  const ours = goProgram(need);
  if ((await runs(ours, ['--version']))?.includes(GO_PROGRAMS[need].version) === true) return ours;
  return (await runs(need, ['--version'])) === null ? null : need;
}

async function installGo(need: GoNeed): Promise<void> {
  if ((await runs('go', ['version'])) === null) throw new Error('Go was not found');
  await must('go', ['install', GO_PROGRAMS[need].module], { env: { ...process.env, GOBIN: BIN } });
}

async function isThere(need: Need): Promise<boolean> {
  if (need === 'act' || need === 'actionlint') return (await findGoProgram(need)) !== null;
  if (need !== 'zizmor' && process.platform === 'win32') {
    throw new Error('MLflow servers are started on Linux and macOS only');
  }
  return existsSync(complete(need));
}

/** One after the other: the first failure of a kind (no Python, no network) stands for the rest of it. */
async function installKind(kind: string, needs: readonly Need[], missing: Missing): Promise<void> {
  let failure: string | null = null;
  for (const need of needs) {
    try {
      if (await isThere(need)) continue;
      if (failure === null) {
        process.stderr.write(`Installing ${need} into ${path.relative(process.cwd(), CACHE)} …\n`);
        await (need === 'act' || need === 'actionlint' ? installGo(need) : installVenv(need));
        continue;
      }
    } catch (error) {
      failure = `${kind} cannot be had: ${tail(Error.isError(error) ? error.message : String(error), 1)}`;
    }
    missing[need] = failure;
  }
}

/**
 * Installs what the given needs ask for, once; later calls only look. Safe against other processes.
 * @returns why the ones that cannot be had cannot: nothing is thrown, the suites concerned say it.
 */
export async function install(needs: readonly Need[] = [...PYTHON_NEEDS, ...GO_NEEDS]): Promise<Missing> {
  await mkdir(CACHE, { recursive: true });
  const missing: Missing = {};
  await withLock(path.join(CACHE, 'install.lock'), () =>
    Promise.all([
      installKind(
        'Python packages',
        PYTHON_NEEDS.filter((need) => needs.includes(need)),
        missing,
      ),
      installKind(
        'Go programs',
        GO_NEEDS.filter((need) => needs.includes(need)),
        missing,
      ),
    ]),
  );
  return missing;
}
