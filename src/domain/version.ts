/** The stages a version can be in. */
export const STAGES = ['None', 'Staging', 'Production', 'Archived'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages a version can be promoted to. */
export const TARGET_STAGES = ['Staging', 'Production', 'Archived'] as const;
export type TargetStage = (typeof TARGET_STAGES)[number];

/** Where a candidate wants to go. */
export type Target =
  | { readonly kind: 'stage'; readonly stage: TargetStage }
  | { readonly kind: 'alias'; readonly alias: string };

/** How a workflow names a version; `text` is what it wrote. */
export type Selector =
  | { readonly kind: 'number'; readonly text: string; readonly version: string }
  | { readonly kind: 'latest'; readonly text: string }
  | { readonly kind: 'alias'; readonly text: string; readonly alias: string }
  | { readonly kind: 'stage'; readonly text: string; readonly stage: Stage }
  | { readonly kind: 'run'; readonly text: string; readonly runId: string };

/** One version of a registered model, as the registry lists it. Times are epoch milliseconds. */
export interface ModelVersion {
  readonly model: string;
  /** Opaque; ordered as a number when it is all digits. */
  readonly version: string;
  readonly stage: Stage;
  /** `READY`, or what the registry says instead (`PENDING_REGISTRATION`, `FAILED_REGISTRATION`). */
  readonly status: string;
  /** Empty on the registry means null here. */
  readonly runId: string | null;
  readonly source: string;
  /** Where its run is, as the registry was told; mostly empty. */
  readonly runLink: string;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
  /** When anything of it was last changed, its stage included; null where the registry does not say. */
  readonly updatedAt: number | null;
  /** The registry's own page about it, http(s) and made from ids alone; null where it has none. */
  readonly url: string | null;
}

/** A registered model with all its versions. */
export interface RegisteredModel {
  readonly name: string;
  /** Highest number first; deleted versions are not there. */
  readonly versions: readonly ModelVersion[];
  /** Alias to version number. A version named here may no longer exist: such an alias dangles. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Whom a candidate is compared with where nobody says: whoever holds the alias, for a stage whoever holds Production. */
export function defaultBaseline(target: Target): Selector | null {
  if (target.kind === 'alias') return { kind: 'alias', text: `@${target.alias}`, alias: target.alias };
  return target.stage === 'Archived' ? null : { kind: 'stage', text: 'Production', stage: 'Production' };
}

/** Whether a baseline is the one that its target has by default, said or not. */
export function isDefaultBaseline(target: Target, baseline: Selector): boolean {
  const usual = defaultBaseline(target);
  if (usual?.kind === 'alias') return baseline.kind === 'alias' && baseline.alias === usual.alias;
  return usual?.kind === 'stage' && baseline.kind === 'stage' && baseline.stage === usual.stage;
}

/** `Production`, or `@champion`. */
export function targetName(target: Target): string {
  return target.kind === 'stage' ? target.stage : `@${target.alias}`;
}

/** The value of a version's tag; null where it has no such tag of its own. */
export function tagValue({ tags }: Pick<ModelVersion, 'tags'>, name: string): string | null {
  return Object.hasOwn(tags, name) ? (tags[name] ?? null) : null;
}
