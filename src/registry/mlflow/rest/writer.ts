import type { RegistryWriter, Write } from '../../port.js';
import { createReader, type Servers } from './reader.js';
import type { Call, MlflowServer } from './server.js';

/** MLflow has no transactions: `work` runs as it is. */
export function createWriter(servers: Servers, signal: AbortSignal): RegistryWriter {
  const reader = createReader(servers, signal);
  return {
    commits: false,
    transact: (work) => work({ reader, write: (write) => make(servers.registry, write, signal) }),
  };
}

/** What the reply says is not looked at: two promotions at once both get a 200 that names their version. */
async function make(server: MlflowServer, write: Write, signal: AbortSignal): Promise<void> {
  const answer = await server.call({
    ...requestOf(write),
    method: 'POST',
    permission: 'EDIT',
    subject: `model '${write.model}'`,
    signal,
  });
  if (!answer.ok) throw answer.error;
}

function requestOf(write: Write): Pick<Call, 'path' | 'json'> {
  const { model: name, version } = write;
  switch (write.kind) {
    case 'alias':
      return { path: '2.0/mlflow/registered-models/alias', json: { name, version, alias: write.alias } };
    case 'transition':
      return {
        path: '2.0/mlflow/model-versions/transition-stage',
        json: {
          name,
          version,
          stage: write.stage,
          // MLflow refuses to archive for a stage that is no place to serve from, with a 500.
          archive_existing_versions: write.archiveExisting && write.stage !== 'Archived',
        },
      };
  }
}
