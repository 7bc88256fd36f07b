import type { Records, TrainingRun } from './records.js';

/** What was found of a version the first time, so that a second look can ask for all of it at once. */
export interface Known {
  readonly runId: string | null;
  readonly loggedModelId: string | null;
  /** The run whose logged models had to be told apart. */
  readonly told: TrainingRun | null;
}

/** The same records, each asked for once: what one step has on its way, the next one waits for. */
export function askedOnce(records: Records): Records {
  return {
    ...records,
    downloadUri: once(
      (version) => records.downloadUri(version),
      ({ model, version }) => `${model}/${version}`,
    ),
    run: once(
      (id) => records.run(id),
      (id) => id,
    ),
    loggedModel: once(
      (id) => records.loggedModel(id),
      (id) => id,
    ),
    loggedModelsOf: once(
      (run) => records.loggedModelsOf(run),
      ({ id }) => id,
    ),
  };
}

/** Asks for what is probably needed. A failure is met again by whoever needs it. */
export function askAhead(records: Records, { runId, loggedModelId, told }: Known): void {
  const asked = [
    runId === null ? null : records.run(runId),
    told === null
      ? loggedModelId === null
        ? null
        : records.loggedModel(loggedModelId)
      : records.loggedModelsOf(told),
  ];
  for (const answer of asked) answer?.catch(() => undefined);
}

function once<A, T>(ask: (about: A) => Promise<T>, keyOf: (about: A) => string): (about: A) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (about) => {
    const key = keyOf(about);
    const answer = asked.get(key) ?? ask(about);
    asked.set(key, answer);
    return answer;
  };
}
