import { afterAll, beforeAll, describe } from '@jest/globals';
import { reads } from './reads.js';
import type { Subject } from './subject.js';
import { writes } from './writes.js';

/** The contract of the registry port (`src/registry/port.ts`): one suite for every kind of registry. */
export function registryContract(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject | null = null;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject?.registry.close());
    const at = (): Subject => {
      if (subject === null) throw new Error('Nothing is open before the tests run');
      return subject;
    };
    reads(at);
    writes(at);
  });
}
