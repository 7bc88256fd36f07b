import type { GateOf } from '../../domain/gate.js';
import type { Comparison } from '../../domain/threshold.js';
import type { Warning } from '../../domain/warning.js';
import { isAscii } from '../../text/characters.js';

const LOWER_IS_BETTER = new Set(
  (
    'loss losses error errors err mae mse rmse mape smape msle rmsle mad latency duration runtime perplexity ppl ' +
    'wer cer ter brier logloss deviance ece fpr fnr fid hamming divergence'
  ).split(' '),
);
const HIGHER_IS_BETTER = new Set(
  (
    'accuracy acc auc auroc auprc f1 fbeta precision recall r2 bleu rouge meteor ndcg mrr map iou dice ' +
    'sensitivity specificity tpr tnr mcc kappa jaccard gini psnr ssim throughput'
  ).split(' '),
);

/**
 * Warns where a metric's name contradicts every comparison made on it, such as `loss` with `>=`. Only ever a
 * warning: the direction is in the operator.
 */
export function directionWarnings(gates: readonly GateOf<'threshold'>[]): Warning[] {
  const comparisons = new Map<string, Comparison[]>();
  for (const gate of gates)
    comparisons.set(gate.metric, [...(comparisons.get(gate.metric) ?? []), ...gate.comparisons]);
  const warnings: Warning[] = [];
  for (const [metric, all] of comparisons) {
    const name = suggested(metric);
    const operators = asked(all);
    if (name !== null && operators !== null && name !== operators) {
      const found = operators === 'higher' ? 'at least' : 'at most';
      const message = `The name of metric ${JSON.stringify(metric)} sounds as if ${name} were better, but its conditions only ask for "${found}".`;
      warnings.push({ code: 'direction-looks-wrong', message });
    }
  }
  return warnings;
}

/** The direction a name suggests; null when it suggests none, or both. */
function suggested(metric: string): 'lower' | 'higher' | null {
  const words = wordsOf(metric);
  const lower = words.some((word) => LOWER_IS_BETTER.has(word));
  const higher = words.some((word) => HIGHER_IS_BETTER.has(word));
  if (lower === higher) return null;
  return lower ? 'lower' : 'higher';
}

/** The words of a metric's name: `valLogLoss`, `val_log_loss` and `val/log loss` have the same three. */
function wordsOf(metric: string): string[] {
  const [lower, upper, digit] = isAscii(metric) ? ['a-z', 'A-Z', '0-9'] : ['\\p{Ll}', '\\p{Lu}', '\\p{N}'];
  const letter = isAscii(metric) ? 'A-Za-z' : '\\p{L}';
  return metric
    .replace(new RegExp(`([${lower}${digit}])([${upper}])`, 'gu'), '$1 $2')
    .replace(new RegExp(`([${upper}])([${upper}][${lower}])`, 'gu'), '$1 $2')
    .toLowerCase()
    .split(new RegExp(`[^${letter}${digit}]+`, 'u'));
}

function asked(comparisons: readonly Comparison[]): 'lower' | 'higher' | null {
  const up = comparisons.some(({ op }) => op.startsWith('>'));
  const down = comparisons.some(({ op }) => op.startsWith('<'));
  if (up === down) return null;
  return up ? 'higher' : 'lower';
}
