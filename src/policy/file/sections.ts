import type { Node } from 'yaml';
import type { Gate } from '../../domain/gate.js';
import type { Reading } from '../document/mistake.js';
import type { Entry } from '../document/nodes.js';
import { readFromSection, readSoakSection } from '../from.js';
import { readLineageSection } from '../lineage.js';
import { readSignOffSection } from '../sign-off.js';
import { readTagSection } from '../tag.js';
import { readThresholdSection } from '../threshold/section.js';

/**
 * Reads what stands under one key of a target as gates of one kind; what is wrong is reported and left out. `entries`
 * are all keys of the target, for what two of them say together.
 */
export type Section = (reading: Reading, node: Node, entries: ReadonlyMap<string, Entry>) => readonly Gate[];

/** For each key of a target that holds gates, how it is read. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  from: readFromSection,
  soak: readSoakSection,
  thresholds: readThresholdSection,
  tags: readTagSection,
  'sign-off': readSignOffSection,
  lineage: readLineageSection,
};
