import type { Node } from 'yaml';
import type { Gate } from '../../domain/gate.js';
import type { Reading } from '../document/mistake.js';
import { readTagSection } from '../tag.js';
import { readThresholdSection } from '../threshold/section.js';

/** Reads what stands under one key of a target as gates of one kind; what is wrong is reported and left out. */
export type Section = (reading: Reading, node: Node) => readonly Gate[];

/** For each key of a target that holds gates, how it is read. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  thresholds: readThresholdSection,
  tags: readTagSection,
};
