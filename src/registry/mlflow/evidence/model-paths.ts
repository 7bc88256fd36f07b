/** The tag in which MLflow 1 and 2 keep which models a run logged: a JSON list with one entry per `log_model`. */
export const HISTORY_TAG = 'mlflow.log-model.history';

/** The places of models in a run, each once; empty for a tag that is not what MLflow writes. */
export function modelPaths(history: string): readonly string[] {
  const entries = parsed(history);
  if (!Array.isArray(entries)) return [];
  return [...new Set(entries.map(pathOf).filter((path) => path !== null))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pathOf(entry: unknown): string | null {
  const path =
    typeof entry === 'object' && entry !== null && 'artifact_path' in entry ? entry.artifact_path : null;
  return typeof path === 'string' ? path : null;
}
