import type { Decision } from '../domain/decision.js';
import { jobFails } from '../domain/outcome.js';
import { renderSummary } from '../report/summary.js';
import type { World } from '../world/world.js';
import { writeAnnotation } from './annotation.js';
import { writeCheckRun } from './check-run.js';
import { writeFiles } from './files.js';
import { writeLog } from './log.js';
import { writeOutputs } from './outputs.js';
import { incomplete, type Publication, type Sink, type Wishes } from './sink.js';
import { writeSummary } from './summary.js';

/** Every place that a decision goes to, in this order: whatever fails after the outputs, they have told the truth. */
const SINKS: readonly Sink[] = [
  writeFiles,
  writeOutputs,
  writeLog,
  writeSummary,
  writeCheckRun,
  writeAnnotation,
];

/** The largest report takes a tenth of it. What takes longer does not end, and keeps no other part from its turn. */
const PART_MS = 5_000;

/** Shows one decision in all its forms. Returns the exit code. */
export async function publish(decision: Decision, wishes: Wishes, world: World): Promise<0 | 1> {
  let publication: Publication = {
    decision,
    wishes,
    markdown: '',
    paths: { decision: '', report: '' },
    outputsMissing: false,
  };
  let broken = false;
  for (const part of [render, ...SINKS]) {
    try {
      const before = publication;
      publication = await world.bounded(() => part(before, world), PART_MS);
    } catch (error) {
      // A defect of one place keeps no other from its turn; the step is red, since nobody knows what else it means.
      broken = true;
      incomplete(world.runner, 'A part of the report failed', error);
    }
  }
  return broken || publication.outputsMissing || jobFails(decision.outcome, wishes.failOnRejection) ? 1 : 0;
}

/** The report as Markdown, which several places show. */
const render: Sink = (publication) => ({ ...publication, markdown: renderSummary(publication.decision) });
