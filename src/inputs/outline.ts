import { judgesCandidate, MODES, type Mode } from '../domain/decision.js';
import type { CheckOrder } from '../domain/order.js';
import { DEFAULT_CHECK_NAME, DEFAULT_TIMEOUT_SECONDS, FIELDS, type CHECK_PLACEHOLDERS } from './fields.js';
import type { RawInputs } from './raw.js';
import { stageNamed } from './selector.js';

/** What inputs ask for, as far as it can be told although some may be wrong. */
export interface Outline {
  /** What writes is assumed. */
  readonly mode: Mode;
  readonly model: string;
  /** Empty where the mode has none. */
  readonly target: string;
  /** Null when none is wanted. */
  readonly check: CheckOrder | null;
  readonly failOnRejection: boolean;
  /** For GitHub; empty where there is none. */
  readonly token: string;
  /** Of the whole run; the default where what was written is no such time. */
  readonly timeoutSeconds: number;
}

/** Reads what a report about wrong inputs needs to know. Total: it never throws, whatever the inputs hold. */
export function outlineOf({ texts }: RawInputs): Outline {
  const mode = MODES.find((known) => known === texts.mode.toLowerCase()) ?? 'promote';
  return {
    mode,
    model: texts['model-name'],
    target: mode === 'list' ? '' : targetOf(texts),
    check: judgesCandidate(mode) ? checkOf(texts, targetOf(texts)) : null,
    failOnRejection: FIELDS['fail-on-rejection'].safeParse(texts['fail-on-rejection']).data ?? true,
    token: texts['github-token'],
    timeoutSeconds:
      FIELDS['timeout-seconds'].safeParse(texts['timeout-seconds']).data ?? DEFAULT_TIMEOUT_SECONDS,
  };
}

function targetOf({ stage, alias }: RawInputs['texts']): string {
  return stage !== '' || alias === '' ? (stageNamed(stage) ?? stage) : `@${alias.replace(/^@/, '')}`;
}

function checkOf(texts: RawInputs['texts'], target: string): CheckOrder | null {
  const { 'check-name': template, 'model-name': model, 'github-token': token } = texts;
  if (template === '' || model === '') return null;
  const values: Readonly<Record<(typeof CHECK_PLACEHOLDERS)[number], string>> = {
    'model-name': model,
    target: target === '' ? 'no target' : target,
  };
  const name = template.replaceAll(/\{(model-name|target)\}/g, (_, key: keyof typeof values) => values[key]);
  return { name, byHand: template !== DEFAULT_CHECK_NAME, token };
}
