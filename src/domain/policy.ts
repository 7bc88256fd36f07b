/** Where a rule was written: the input or the file that says it, and its line there. */
export interface WrittenAt {
  readonly in: 'input' | 'file';
  /** The input's name, or the file's path in the repository. */
  readonly name: string;
  readonly line: number;
}

/** Where the policy file was read. */
export interface PolicyFile {
  /** From the root of the repository. */
  readonly path: string;
  /** `workspace`: the working tree of the job, which nobody reviewed. */
  readonly place: 'default-branch' | 'ref' | 'workspace';
  /** The branch, or what `policy-ref` said; null for the workspace. */
  readonly ref: string | null;
  /** Null for the workspace. */
  readonly commit: string | null;
  /** Of the text, hex. */
  readonly sha256: string;
}

/** The text of a policy file, with where it was read. */
export interface PolicyText {
  readonly file: PolicyFile;
  readonly text: string;
}

/** A setting that decides, with where it came from. */
export interface RuleInForce {
  readonly name: string;
  readonly value: string;
  /** Null: nobody said it, so the default holds. */
  readonly writtenAt: WrittenAt | null;
}

/** Inputs that can loosen a reviewed policy. A policy that wants one of them to says so in `inputs-may`. */
export const LOOSENING_INPUTS = [
  'thresholds',
  'first-promotion',
  'baseline',
  'policy',
  'policy-ref',
] as const;
export type LooseningInput = (typeof LOOSENING_INPUTS)[number];

/** Where a policy is looked for when nobody names another file. */
export const DEFAULT_POLICY = '.github/model-promotion.yml';
/** What GitHub's API answers with the text itself, and more than anybody reviews. */
export const LARGEST_POLICY = 1024 * 1024;
/** The `policy-ref` that takes the working tree. */
export const WORKSPACE = 'workspace';
