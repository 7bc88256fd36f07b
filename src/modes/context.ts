import type { EventFacts } from '../domain/event.js';
import type { Log } from '../domain/log.js';
import type { Deadline } from '../domain/deadline.js';
import type { Registry, RegistryReader } from '../registry/port.js';

/** What a mode that only reads is given: no writer. */
export interface ReadContext {
  readonly reader: RegistryReader;
  readonly log: Log;
}

/** What a mode that writes is given. */
export interface WriteContext extends ReadContext {
  readonly registry: Registry;
  readonly deadline: Deadline;
  readonly event: EventFacts;
  /** Called right before the first write leaves. What it throws keeps it from leaving. */
  readonly beforeWrite: () => void;
}
