import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function takeOver(folder: string): Promise<void> {
  const owner = Number(await readFile(path.join(folder, 'pid'), 'utf8').catch(() => ''));
  if (owner > 0 && !alive(owner)) await rm(folder, { recursive: true, force: true });
}

async function acquire(folder: string, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      await mkdir(folder);
      await writeFile(path.join(folder, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (Date.now() > end) throw new Error(`Another process holds ${folder}. Remove it if none is running.`);
    await takeOver(folder);
    await sleep(200);
  }
}

/** Runs `work` while no other process of this machine holds the folder; the lock of a dead process is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>, patienceMs = 600_000): Promise<T> {
  await acquire(folder, patienceMs);
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
