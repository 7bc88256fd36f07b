import type { VersionEvidence } from './evidence.js';
import type { ModelVersion, RegisteredModel } from './version.js';

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

/** Who is who, from one look at the registry. */
export interface Standing {
  readonly model: RegisteredModel;
  readonly candidate: ModelVersion;
  /** Who holds the target, highest number first. A dangling alias has its missing version here. */
  readonly holders: readonly string[];
  readonly baseline: BaselineState;
}

/** What was read about the versions that gates compare; null where no gate needs it. */
export interface Evidence {
  readonly candidate: VersionEvidence | null;
  readonly baseline: VersionEvidence | null;
}
