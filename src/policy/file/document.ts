import type { Duration, FirstPromotion, Gate } from '../../domain/gate.js';
import type { LooseningInput, WrittenAt } from '../../domain/policy.js';
import type { Warning } from '../../domain/warning.js';

/** A policy file as it was read: what must hold for each target of each model. */
export interface PolicyDocument {
  /** From the root of the repository. */
  readonly path: string;
  readonly models: readonly ModelRules[];
  /** Inputs that may loosen it where a target does not say. */
  readonly inputsMay: readonly LooseningInput[];
}

export interface ModelRules {
  /** A model's name, or a pattern in which `*` stands for any characters. */
  readonly name: string;
  readonly targets: readonly TargetRules[];
  readonly writtenAt: WrittenAt;
}

/** What must hold for one target, with the defaults of the file filled in. */
export interface TargetRules {
  /** `Production`, or `@champion`. */
  readonly target: string;
  readonly gates: readonly Gate[];
  readonly warnings: readonly Warning[];
  /** Null: the file does not say. */
  readonly firstPromotion: Written<FirstPromotion> | null;
  /** How old a value of the candidate may be; null: the file does not say. */
  readonly maxAge: Written<Duration> | null;
  readonly inputsMay: readonly LooseningInput[];
  readonly writtenAt: WrittenAt;
}

/** A value, with where it was written. */
export interface Written<T> {
  readonly value: T;
  readonly writtenAt: WrittenAt;
}
