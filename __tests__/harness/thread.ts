// Loaded by Jest and by plain Node: nothing of Jest here.
import { serveStore, type ServeDeps } from '../../src/registry/mlflow/store/serve.js';
import type { Thread } from '../../src/registry/thread.js';

type Handler = (message: unknown) => void;

/** What the other thread of a run does, done in this one, over messages that are copied as they are between threads. */
export function thisThread(deps: ServeDeps = {}): () => Thread {
  return () => {
    const [run, store] = [side(), side()];
    serveStore({ post: run.send, onMessage: store.onMessage }, deps);
    return {
      post: store.send,
      onMessage: run.onMessage,
      onEnd: () => undefined,
      end: () => undefined,
    };
  };
}

/** Where messages arrive, each in a turn of its own. */
function side(): { readonly send: Handler; readonly onMessage: (handler: Handler) => void } {
  let handler: Handler | null = null;
  return {
    send: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => handler?.(copy));
    },
    onMessage: (next) => {
      handler = next;
    },
  };
}
