import type { Reason } from '../domain/reason.js';

/** A failure as reasons: our own errors say what they are, anything else is a defect of the action. */
export function reasonsOf(error: unknown): readonly Reason[] {
  if (error instanceof Error && 'reasons' in error) return error.reasons as readonly Reason[];
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      code: 'internal',
      message: `The action itself failed: ${message}`,
      remedy: 'Run again with debug logging and report the stack; look at the moves below before you do.',
    },
  ];
}
