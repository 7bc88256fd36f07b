import type { ModelVersion } from './version.js';

/** What a baseline selector found. */
export type BaselineState =
  /** `Archived` is compared with nothing. */
  | { readonly kind: 'not-needed' }
  /** Nobody holds the stage or alias: a first promotion. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'one'; readonly version: ModelVersion }
  | { readonly kind: 'several'; readonly versions: readonly ModelVersion[] }
  /** The alias names a version that does not exist. */
  | { readonly kind: 'dangling'; readonly alias: string; readonly version: string };

/** Who is who, from one look at the registry. Plain data: a plan that rests on it can be written to a file. */
export interface Standing {
  readonly candidate: ModelVersion;
  /** Who holds the target, highest number first. A dangling alias has its missing version here. */
  readonly holders: readonly string[];
  readonly baseline: BaselineState;
}
