import type { Registry } from '../port.js';
import type { Records } from './evidence/records.js';

/** An MLflow registry, by either door: what the port asks for, and the records behind its evidence. */
export interface MlflowRegistry extends Registry {
  records(signal: AbortSignal): Records;
}
