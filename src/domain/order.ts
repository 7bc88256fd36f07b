import type { PromotionMode } from './decision.js';
import type { Duration, FirstPromotion, Gate } from './gate.js';
import type { PolicyFile, RuleInForce } from './policy.js';
import type { Selector, Target } from './version.js';
import type { Warning } from './warning.js';

/** How to prove who we are to the registry. Values are masked before first use. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string };

/** Where the registry is and how to reach it. Files are paths, not contents. */
export interface Connection {
  /** Runs and logged models are read here. Without userinfo, query or trailing slash. */
  readonly trackingUri: string;
  /** Models and versions are read and moved here; often the same. */
  readonly registryUri: string;
  readonly credentials: Credentials;
  /** Sent to the server at `trackingUri` with every request, and to no other. Values are masked before first use. */
  readonly headers: Readonly<Record<string, string>>;
  /** For a registry that is divided into some; null asks for none. */
  readonly workspace: string | null;
  /** PEM bundle to trust, instead of the system's. */
  readonly caFile: string | null;
  /** PEM with certificate and key. */
  readonly clientCertFile: string | null;
  /** Plain http with credentials to hosts other than loopback. */
  readonly allowHttp: boolean;
  /** Relative `sqlite:` paths start here and may not leave it. */
  readonly workingDirectory: string;
}

/** A connection as the inputs name it; null leaves the address to the registry's own default rule. */
export type ConnectionOrder = Omit<Connection, 'trackingUri' | 'registryUri'> & {
  readonly trackingUri: string | null;
  readonly registryUri: string | null;
};

/** Who wants to go where. */
interface Errand {
  readonly model: string;
  readonly version: Selector;
  readonly target: Target;
  /** Null only for `Archived`, which is compared with nothing. */
  readonly baseline: Selector | null;
  readonly gates: readonly Gate[];
  readonly policyWarnings: readonly Warning[];
  readonly archiveExisting: boolean;
}

/** What inputs ask of promote and evaluate, before a policy file has its say. */
export interface AskedPromotion extends Errand {
  /** Null where no input says it. */
  readonly firstPromotion: FirstPromotion | null;
  readonly policy: PolicyWish;
}

/** Which policy file a workflow names. */
export interface PolicyWish {
  /** From the root of the repository; null: the usual one, where there is one. */
  readonly path: string | null;
  /** A branch, tag or commit, or `workspace`; null: the default branch. */
  readonly ref: string | null;
}

/** What promote and evaluate need: the policy in force. */
export interface PromotionOrder extends Errand {
  readonly firstPromotion: FirstPromotion;
  /** How old a value of the candidate may be; null: any age will do. */
  readonly maxAge: Duration | null;
  /** Null: there is no policy file, and inputs say it all. */
  readonly policy: PolicyFile | null;
  /** The settings that decide beside the gates. */
  readonly rules: readonly RuleInForce[];
}

/** What list needs. */
export interface ListOrder {
  readonly model: string;
  /** Their metrics are shown; none shows every metric. */
  readonly gates: readonly Gate[];
}

/** The check run a workflow wants. */
export interface CheckOrder {
  readonly name: string;
  /** The workflow chose the name itself. */
  readonly byHand: boolean;
  readonly token: string;
}

/** What one mode is asked to do. */
export type Job =
  | { readonly mode: PromotionMode; readonly promotion: AskedPromotion }
  | { readonly mode: 'list'; readonly list: ListOrder }
  /** Its candidate is nobody: rules hold for whoever comes. */
  | { readonly mode: 'explain'; readonly promotion: AskedPromotion };

/** What one run is asked to do: its inputs, understood. */
export interface Order {
  readonly job: Job;
  readonly connection: ConnectionOrder;
  readonly failOnRejection: boolean;
  /** Which input or variable each connection value came from, for the log. */
  readonly sources: readonly string[];
  readonly warnings: readonly Warning[];
}
