import type { ExplainDecision, ExplainedGate } from '../../domain/decision.js';
import type { Block, Cell } from '../document.js';
import { whereWritten } from './gate-view.js';

/** What a version has to be, a line for each gate: those that count, then those that are only reported. */
export function explainBlocks({ gates }: ExplainDecision): readonly Block[] {
  const all = [...(gates ?? [])].sort((a, b) => Number(b.required) - Number(a.required));
  if (all.length === 0) return [];
  const head = { name: 'gates', importance: 90, kind: 'table', title: 'What has to hold' } as const;
  return [
    { ...head, columns: [['Gate'], ['What it asks for'], ['Written in']], rows: all.map(row), note: null },
  ];
}

function row({ name, required, asks, writtenAt }: ExplainedGate): readonly Cell[] {
  const advisory = required ? [] : [[{ small: ['advisory, does not count'] }]];
  return [[[{ name }], ...advisory], [[asks]], [[{ name: whereWritten(writtenAt) }]]];
}
