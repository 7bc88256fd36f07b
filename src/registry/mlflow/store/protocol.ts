import { PromotionError } from '../../../domain/error.js';
import type { ErrorCode } from '../../../domain/reason.js';
import { messageOf } from '../../../text/thrown.js';
import type { QueryName } from './queries.js';

// What goes between the run and the thread that works on its store. Everything here can be copied.

/** Where everything lives that was made without a workspace (MLflow 3.10). */
export const DEFAULT_WORKSPACE = 'default';

/** Which file, for whom. */
export interface StoreFacts {
  readonly uri: string;
  /** Absolute and real: no links. */
  readonly path: string;
  readonly workspace: string;
  /** Whether the half-made change of a killed process may be taken back, as the next writer would. */
  readonly recovers: boolean;
}

/** One moment of a store is named by the number of the call that began it. */
export type Call =
  | { readonly kind: 'begin'; readonly to: 'read' | 'write'; readonly facts: StoreFacts }
  | {
      readonly kind: 'ask';
      readonly moment: number;
      readonly query: QueryName;
      readonly args: readonly unknown[];
    }
  /** Ends a moment; with `keep` what was written in it is committed, and what was read in it is vouched for. */
  | { readonly kind: 'end'; readonly moment: number; readonly keep: boolean }
  /** Ends a call that waits. */
  | { readonly kind: 'abort'; readonly call: number; readonly why: SentError };

export type ToStore = Call & { readonly number: number };

export type FromStore =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly error: SentError }
  | { readonly kind: 'log'; readonly line: string };

/** An error on its way: a class does not survive the copy. */
export interface SentError {
  /** Null for what is none of ours: a defect. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly remedy: string;
  readonly stack: string;
}

export function sent(error: unknown): SentError {
  const ours = error instanceof PromotionError ? error : null;
  return {
    code: ours?.code ?? null,
    message: messageOf(error),
    remedy: ours?.remedy ?? '',
    stack: Error.isError(error) ? String(error.stack) : '',
  };
}

export function received({ code, message, remedy, stack }: SentError): Error {
  const there = Object.assign(new Error(message), { stack });
  return code === null ? there : new PromotionError(code, message, remedy, { cause: there });
}
