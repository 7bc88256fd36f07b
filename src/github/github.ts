import type { Environment } from '../domain/environment.js';
import { messageOf } from '../text/thrown.js';
import type { GitHub } from './port.js';

/** The GitHub of this run. Each part is loaded when it is used: some runs never do. */
export function gitHubOf(env: Environment): GitHub {
  return {
    async readFile(place, signal) {
      const { fetchFile } = await import('./repository-file.js');
      return await fetchFile(place, env, signal);
    },
    async createCheckRun(place, check, signal) {
      try {
        const { sendCheckRun } = await import('./check-run.js');
        return await sendCheckRun(place, check, env, signal);
      } catch (error) {
        return `No check run was created: ${messageOf(error)}`;
      }
    },
  };
}
