import type { MlflowServer } from './mlflow.js';
import type { Release } from './needs.js';
import { scratch, venvProgram } from './paths.js';
import { must } from './tools.js';

/**
 * Runs Python code with the MLflow of that release; nothing of this machine's environment is passed on.
 * @returns what it printed. @throws with the end of its stderr when it fails.
 */
export async function runPython(
  release: Release,
  code: string,
  options: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const home = await scratch('python');
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    GIT_PYTHON_REFRESH: 'quiet',
    MLFLOW_DISABLE_TELEMETRY: 'true',
    PYTHONWARNINGS: 'ignore',
    ...options.env,
  };
  const python = venvProgram(`mlflow-${release}`, 'python');
  // Old clients leave an mlruns folder wherever they run.
  return must(python, ['-c', code, ...(options.args ?? [])], { env, cwd: home });
}

/** The environment that points Python's MLflow at a server, as its administrator if it has one. */
export function trackingEnvironment(server: MlflowServer): Record<string, string> {
  return {
    MLFLOW_TRACKING_URI: server.url,
    ...(server.admin === null
      ? {}
      : {
          MLFLOW_TRACKING_USERNAME: server.admin.username,
          MLFLOW_TRACKING_PASSWORD: server.admin.password,
        }),
  };
}

const RESOLVE = `
import json, sys
from mlflow.store.artifact.utils.models import get_model_name_and_version
from mlflow.tracking import MlflowClient
print(json.dumps([str(part) for part in get_model_name_and_version(MlflowClient(), sys.argv[1])]))
`;

/** What MLflow's own client makes of `models:/<name>/<stage>` or `models:/<name>@<alias>`. */
export async function resolveModelUri(
  server: MlflowServer,
  uri: string,
): Promise<{ readonly name: string; readonly version: string }> {
  const printed = await runPython(server.release, RESOLVE, { args: [uri], env: trackingEnvironment(server) });
  const [name, version] = JSON.parse(printed) as [string, string];
  return { name, version };
}
