import type { Verdict } from '../domain/gate.js';
import type { Outcome } from '../domain/outcome.js';
import type { FilledComparison } from '../domain/threshold.js';
import type { Mark } from './document.js';

interface Look {
  readonly icon: string;
  /** One or two words, as a heading. */
  readonly label: string;
  /** What to do when no reason says it better. */
  readonly next: string;
}

/** How every outcome looks. */
export const LOOKS: Readonly<Record<Outcome, Look>> = {
  promoted: {
    icon: '✅',
    label: 'Promoted',
    next: 'Nothing to do.',
  },
  passed: {
    icon: '✅',
    label: 'Would be promoted',
    next: 'Run again with `mode: promote` to make the move.',
  },
  unchanged: {
    icon: '✅',
    label: 'Unchanged',
    next: 'Nothing to do.',
  },
  rejected: {
    icon: '❌',
    label: 'Rejected',
    next: 'Improve the model, or change the thresholds on purpose, and run again.',
  },
  inconclusive: {
    icon: '❔',
    label: 'Inconclusive',
    next: 'Wait for what is still missing, or decide by hand, and run again.',
  },
  invalid: {
    icon: '⛔',
    label: 'Invalid evidence',
    next: 'Repair the evidence named above and run again.',
  },
  superseded: {
    icon: '🔁',
    label: 'Superseded',
    next: 'Look at who holds the target now, then run again if this version should still replace it.',
  },
  archived: {
    icon: '📦',
    label: 'Archived',
    next: 'Nothing to do.',
  },
  listed: {
    icon: '📋',
    label: 'Listed',
    next: 'Nothing to do.',
  },
  error: {
    icon: '🛑',
    label: 'Error',
    next: 'Repair what the error names and run again.',
  },
};

/** How a verdict is marked. */
export const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
  pass: { icon: '✅', mark: '✔' },
  inconclusive: { icon: '❔', mark: '?' },
  fail: { icon: '❌', mark: '✘' },
  invalid: { icon: '⛔', mark: '⊘' },
};

/** An advisory gate that did not pass: it does not count, so its mark is never the red of one that does. */
export const ADVISORY_MARK: Mark = { icon: '⚠️', mark: '!' };

export const COMPARISON_MARKS: Readonly<Record<FilledComparison['result'], Mark>> = {
  pass: { icon: '✅', mark: '✔' },
  fail: { icon: '❌', mark: '✘' },
  waived: { icon: '➖', mark: '–' },
  invalid: { icon: '⛔', mark: '⊘' },
};

/** How a move is marked: done, not done, not known. */
export const MOVE_LOOKS = {
  true: { icon: '✅', mark: '✔', words: 'done' },
  false: { icon: '⬜', mark: '·', words: 'not done' },
  unknown: { icon: '❓', mark: '?', words: 'not known whether done' },
} as const;

export const WARNING_MARK: Mark = { icon: '⚠️', mark: '!' };
export const NEXT_MARK: Mark = { icon: '➡️', mark: '➡' };
/** A page has bullets of its own. */
export const POINT: Mark = { icon: '', mark: '·' };
