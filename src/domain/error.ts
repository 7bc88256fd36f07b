import type { ErrorCode } from './reason.js';

/**
 * A failure that ends a run as `error`: a closed code, a sentence and a remedy. The message may quote
 * registry text; whoever prints it escapes it.
 */
export class PromotionError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PromotionError';
    this.code = code;
    this.remedy = remedy;
  }
}
