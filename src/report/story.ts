import type { Decision, ExplainDecision, ListDecision, PromotionDecision } from '../domain/decision.js';
import type { Block, Document, Phrase } from './document.js';
import { explainBlocks } from './story/explain.js';
import { exactBlocks, gateBlocks, gateLogBlocks, sourceBlocks } from './story/gates.js';
import { explainHeadline, listHeadline, promotionHeadline, titleOf } from './story/headline.js';
import { lineageBlocks, versionLogBlocks } from './story/lineage.js';
import { listBlocks, listLogBlocks } from './story/list.js';
import {
  aftermathBlocks,
  excerptBlocks,
  furtherBlocks,
  headingBlock,
  nextBlocks,
  nextLogBlocks,
  reasonBlocks,
  warningBlocks,
} from './story/reasons.js';
import { runBlock, runLogBlock, tagBlocks } from './story/run.js';
import { moveBlocks, versionBlocks } from './story/versions.js';

/** A decision as a document. */
export function documentOf(decision: Decision): Document {
  switch (decision.mode) {
    case 'promote':
    case 'evaluate':
      return promotionDocument(decision);
    case 'list':
      return listDocument(decision);
    case 'explain':
      return explainDocument(decision);
  }
}

/** What happened and why: one sentence. */
export function headlineOf(decision: Decision): Phrase {
  switch (decision.mode) {
    case 'promote':
    case 'evaluate':
      return promotionHeadline(decision);
    case 'list':
      return listHeadline(decision);
    case 'explain':
      return explainHeadline(decision);
  }
}

function promotionDocument(decision: PromotionDecision): Document {
  const headline = headlineOf(decision);
  return {
    title: titleOf(decision),
    reasoning: [
      headingBlock(decision, headline),
      ...aftermathBlocks(decision),
      ...nextBlocks(decision),
      ...excerptBlocks(decision),
      ...gateBlocks(decision),
      ...furtherBlocks(decision),
      ...warningBlocks(decision),
    ],
    background: [
      ...versionBlocks(decision),
      ...moveBlocks(decision),
      ...lineageBlocks(decision),
      ...exactBlocks(decision),
      ...tagBlocks(decision),
      runBlock(decision),
    ],
    log: [
      headingBlock(decision, headline),
      ...excerptBlocks(decision),
      ...reasonBlocks(decision),
      ...aftermathBlocks(decision),
      ...gateLogBlocks(decision),
      ...moveBlocks(decision),
      ...warningBlocks(decision),
      ...sourceBlocks(decision),
      ...versionLogBlocks(decision),
      runLogBlock(decision),
      ...nextLogBlocks(decision),
    ],
  };
}

function listDocument(decision: ListDecision): Document {
  return toldAs(decision, listBlocks(decision), listLogBlocks(decision));
}

function explainDocument(decision: ExplainDecision): Document {
  const blocks = explainBlocks(decision);
  return toldAs(decision, blocks, blocks);
}

/** A decision that only informs: what it has to tell stands between its headline and the run. */
function toldAs(decision: Decision, page: readonly Block[], log: readonly Block[]): Document {
  const headline = headlineOf(decision);
  const opening = [headingBlock(decision, headline), ...nextBlocks(decision), ...excerptBlocks(decision)];
  const beside = [...reasonBlocks(decision), ...warningBlocks(decision)];
  return {
    title: titleOf(decision),
    reasoning: [...opening, ...beside],
    background: [...page, runBlock(decision)],
    log: [
      headingBlock(decision, headline),
      ...excerptBlocks(decision),
      ...beside,
      ...log,
      runLogBlock(decision),
      ...nextLogBlocks(decision),
    ],
  };
}
