import type { EventFacts } from '../domain/event.js';
import type { Log } from '../domain/log.js';
import type { AskedPromotion, PromotionOrder } from '../domain/order.js';
import type { Deadline } from '../domain/deadline.js';
import type { Registry, RegistryReader } from '../registry/port.js';

/** What a mode that only reads is given: no writer. */
export interface ReadContext {
  readonly reader: RegistryReader;
  readonly log: Log;
}

/** What a mode that judges is given. */
export interface JudgeContext extends ReadContext {
  readonly ruled: Ruled;
  readonly now: () => Date;
}

/** The policy in force for what inputs ask. Throws where that cannot be told, or is no policy. */
export type Ruled = (asked: AskedPromotion) => Promise<PromotionOrder>;

/** What a mode that writes is given. */
export interface WriteContext extends JudgeContext {
  readonly registry: Registry;
  readonly deadline: Deadline;
  readonly event: EventFacts;
  /** Called right before the first write leaves. What it throws keeps it from leaving. */
  readonly beforeWrite: () => void;
}
