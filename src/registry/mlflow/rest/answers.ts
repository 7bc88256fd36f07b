import type * as z from '../../../zod.js';
import { PromotionError } from '../../../domain/error.js';
import { excerpt } from '../../../net/redact.js';
import type { Answer, Call } from './server.js';

/** A read below `/api/2.0/mlflow/`. */
export function get(
  endpoint: string,
  query: Call['query'] & object,
  subject: string,
  signal: AbortSignal,
): Call {
  return { method: 'GET', path: `2.0/mlflow/${endpoint}`, query, permission: 'READ', subject, signal };
}

/** The answer in its expected shape. Throws the server's refusal, or `unexpected-reply`. */
export function take<Schema extends z.ZodMiniType>(answer: Answer, schema: Schema): z.infer<Schema> {
  if (!answer.ok) throw answer.error;
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
  throw unexpected(answer.url, where);
}

/** The server must answer about what it was asked: anything else is not evidence. */
export function mustBe(answer: Answer, asked: string, answered: string): void {
  if (asked !== answered && answer.ok)
    throw unexpected(answer.url, `asked about ${asked}, it answers about ${answered}`);
}

export function unexpected(url: string, what: string): PromotionError {
  return new PromotionError(
    'unexpected-reply',
    `${url} answered in a shape that MLflow does not use (${excerpt(what)}).`,
    'Check that the URI is an MLflow server of release 2.9 or newer; if it is, report this message as a bug.',
  );
}
