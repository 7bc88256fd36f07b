import type { Conclusion } from '../domain/outcome.js';

/** A check run as it is shown; sizes are the renderer's business. */
export interface CheckText {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly conclusion: Conclusion;
}

/** Where the check run goes. */
export interface CheckPlace {
  readonly name: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  /** This run's page. */
  readonly detailsUrl: string | null;
  /** Tells this run's check from others of the same name. */
  readonly externalId: string;
  readonly startedAt: string;
  readonly completedAt: string;
}

/** GitHub, as far as a run writes to it. The decision stands whatever it answers. */
export interface GitHub {
  /** Creates one check run. Null when it was created, else a sentence that says why not and what to do. Never throws. */
  createCheckRun(place: CheckPlace, check: CheckText, signal: AbortSignal): Promise<string | null>;
}
