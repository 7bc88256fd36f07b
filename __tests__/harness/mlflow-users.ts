import { RegistryClient } from './registry-client.js';
import type { Credentials, MlflowServer } from './mlflow.js';

/** READ may look, EDIT may promote, MANAGE may delete; DENY is 3.17 and later, NO_PERMISSIONS before. */
export type Permission = 'READ' | 'EDIT' | 'MANAGE' | 'DENY' | 'NO_PERMISSIONS';

/** Adds a user to a server with basic-auth. Passwords need 12 characters from 2.22 on. */
export async function createUser(server: MlflowServer, user: Credentials): Promise<void> {
  await new RegistryClient(server).call('POST', '/api/2.0/mlflow/users/create', user);
}

/** Grants a user a permission on one registered model, in the words of the server's release. */
export async function grant(
  server: MlflowServer,
  to: { readonly username: string; readonly model: string; readonly permission: Permission },
): Promise<void> {
  const { username, model, permission } = to;
  const client = new RegistryClient(server);
  if (server.release === '3.17.2') {
    await client.call('POST', '/api/3.0/mlflow/users/permissions/grant', {
      username,
      resource_type: 'registered_model',
      resource_id: model,
      permission,
    });
  } else {
    await client.call('POST', '/api/2.0/mlflow/registered-models/permissions/create', {
      name: model,
      username,
      permission,
    });
  }
}
