import { isMap, isSeq, type Node } from 'yaml';
import type { GateOf } from '../domain/gate.js';
import type { Reading } from './document/mistake.js';
import { knownEntries, nameOf, report, writtenAt } from './document/nodes.js';

const EXAMPLE = 'Write sign-off: { tag: signed_off, roles: [ethics, business] }.';

/** Reads who has to say yes: the tag, and the roles that each have one of their own under it. */
export function readSignOffSection(reading: Reading, node: Node): readonly GateOf<'sign-off'>[] {
  if (!isMap(node)) {
    report(reading, node, 'The value of "sign-off" must be a mapping.', EXAMPLE);
    return [];
  }
  const entries = knownEntries(reading, node, ['tag', 'roles']);
  const tag = nameOf(entries.get('tag')?.value ?? null);
  const list = entries.get('roles')?.value;
  const roles = (isSeq(list) ? list.items : []).flatMap((item) => nameOf(item as Node | null) ?? []);
  const whole = isSeq(list) && roles.length === list.items.length && new Set(roles).size === roles.length;
  if (tag === null || roles.length === 0 || !whole) {
    report(reading, node, 'A sign-off needs a tag, and roles that each are named once.', EXAMPLE);
    return [];
  }
  const head = { kind: 'sign-off', name: 'sign-off', required: true } as const;
  return [{ ...head, writtenAt: writtenAt(reading, node), tag, roles }];
}
