import type { Environment } from '../domain/environment.js';
import { messageOf } from '../text/thrown.js';
import type { GitHub } from './port.js';

/** The GitHub of this run. Its client is loaded when it is used: many runs never do. */
export function gitHubOf(env: Environment): GitHub {
  return {
    async createCheckRun(place, check, signal) {
      try {
        const { sendCheckRun } = await import('./client.js');
        return await sendCheckRun(place, check, env, signal);
      } catch (error) {
        return `No check run was created: ${messageOf(error)}`;
      }
    },
  };
}
