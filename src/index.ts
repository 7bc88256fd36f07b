import { isMainThread, parentPort } from 'node:worker_threads';
import { wantsThread } from './registry/thread.js';
import { processThreads } from './world/threads.js';

// One program, two parts: the run, and the thread that works on a local store. Each loads its own.
if (isMainThread || parentPort === null) {
  const threads = processThreads(process.argv[1] ?? '');
  if (wantsThread(process.env)) threads.prepare();
  const { main } = await import('./main.js');
  await main(threads);
} else {
  const port = parentPort;
  const { serve } = await import('./registry/serve.js');
  serve({
    post: (message) => {
      port.postMessage(message);
    },
    onMessage: (handler) => {
      port.on('message', handler);
    },
  });
}
