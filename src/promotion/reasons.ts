import { PromotionError } from '../domain/error.js';
import type { Reason } from '../domain/reason.js';
import { messageOf } from '../text/thrown.js';

/** A failure as reasons: our own errors say what they are, anything else is a defect of the action. */
export function reasonsOf(error: unknown): readonly Reason[] {
  if (error instanceof PromotionError) return error.reasons;
  return [
    {
      code: 'internal',
      message: `The action itself failed: ${messageOf(error)}`,
      remedy: 'Run again with debug logging and report the stack; look at the moves below before you do.',
    },
  ];
}
