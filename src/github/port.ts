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

/** One file of a repository. */
export interface FilePlace {
  /** `owner/name`. */
  readonly repository: string;
  /** From its root. */
  readonly path: string;
  /** A branch, tag or commit; null: the default branch. */
  readonly ref: string | null;
  /** Empty asks as nobody. */
  readonly token: string;
}

/** A file at one commit. */
export interface RepositoryFile {
  /** What was asked for, or the name of the default branch. */
  readonly ref: string;
  readonly commit: string;
  /** Null: it is not there, and that is proven. */
  readonly text: string | null;
}

/** GitHub, as far as a run reads the repository or writes to it. */
export interface GitHub {
  /** Reads a file of the repository. Throws `policy-unreadable` for everything but a file, or proof that there is none. */
  readFile(place: FilePlace, signal: AbortSignal): Promise<RepositoryFile>;
  /**
   * Creates one check run. The decision stands whatever GitHub answers: null when it was created, else a sentence that
   * says why not and what to do. Never throws.
   */
  createCheckRun(place: CheckPlace, check: CheckText, signal: AbortSignal): Promise<string | null>;
}
