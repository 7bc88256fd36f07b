import type { MlflowRegistry } from '../../../src/registry/mlflow/registry.js';
import type { Seed } from './seed.js';

/** One registry that was filled by `seedRegistry`, and in what the two kinds may differ. */
export interface Subject {
  readonly registry: MlflowRegistry;
  readonly seed: Seed;
  /** Whether nothing stays of work that throws. */
  readonly transactions: boolean;
  /** `no-call`: a server older than MLflow 3 cannot be asked. A store of that age simply has none. */
  readonly loggedModels: 'known' | 'no-call';
  /** What a NaN of a logged model shows as: MLflow's answer is 0, only its store still knows better. */
  readonly lostNaN: number;
  /** The page about a version; null where there is none. */
  readonly page: (model: string, version: string) => string | null;
}
