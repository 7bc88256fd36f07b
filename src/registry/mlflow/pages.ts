import { NO_PAGES } from './no-pages.js';

/** Addresses of MLflow's own pages about what it keeps; null where it has none, or an id is not one. */
export interface Pages {
  version(model: string, version: string): string | null;
  run(experimentId: string, id: string): string | null;
  experiment(id: string | null): string | null;
  loggedModel(experimentId: string | null, id: string): string | null;
}

const ID = /^[\w-]+$/;
/** They answer MLflow's API and have pages of their own. */
const OTHER_PAGES = /(?:^|\.)(?:databricks\.com|azuredatabricks\.net)$/;

/**
 * The pages at the address of a server (without query and fragment). The routes are those of MLflow's pages
 * (`mlflow/server/js/src/{model-registry,experiment-tracking}/routes.ts`, 1.x to 3.x; logged models since 3.0; the
 * workspace as a parameter since 3.10, `workspaces/utils/WorkspaceUtils.ts`).
 */
export function pagesAt(address: string, workspace: string | null): Pages {
  if (OTHER_PAGES.test(new URL(address).hostname)) return NO_PAGES;
  const within = workspace === null ? '' : `?workspace=${encodeURIComponent(workspace)}`;
  return pagesWhere((route) => `${address}/#/${route}${within}`);
}

/** Only ids become part of a route; the name of a model is the one that was asked for, and encoded. */
function pagesWhere(at: (route: string) => string): Pages {
  const route = (ids: readonly (string | null)[], write: (...known: string[]) => string): string | null => {
    const known = ids.filter((id) => id !== null && ID.test(id));
    return known.length < ids.length ? null : at(write(...(known as string[])));
  };
  return {
    version: (model, version) =>
      route([version], (number) => `models/${encodeURIComponent(model)}/versions/${number}`),
    run: (experimentId, id) =>
      route([experimentId, id], (experiment, run) => `experiments/${experiment}/runs/${run}`),
    experiment: (id) => route([id], (experiment) => `experiments/${experiment}`),
    loggedModel: (experimentId, id) =>
      route([experimentId, id], (experiment, model) => `experiments/${experiment}/models/${model}`),
  };
}
