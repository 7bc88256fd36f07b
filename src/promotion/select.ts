import { PromotionError } from '../domain/error.js';
import type { PromotionOrder } from '../domain/order.js';
import type { BaselineState } from '../domain/standing.js';
import {
  isDefaultBaseline,
  type ModelVersion,
  type RegisteredModel,
  type Selector,
} from '../domain/version.js';
import { listed } from '../text/list.js';
import { nearest } from '../text/near.js';

type Asked = Pick<PromotionOrder, 'target' | 'baseline'>;

/** An error lists at most this many versions; beyond it, how many there are. */
const LISTED = 20;

/**
 * The one version a selector means. Throws `version-unknown` or `selector-no-match` with what exists, and
 * `selector-ambiguous` with all that match.
 */
export function selectVersion(
  model: RegisteredModel,
  selector: Selector,
  input: 'version' | 'baseline',
): ModelVersion {
  const found = matches(model, selector);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) {
    throw new PromotionError(
      'selector-ambiguous',
      `Input \`${input}\`: "${selector.text}" means several versions of "${model.name}": ${versionList(found)}.`,
      'Name one of them by its number.',
    );
  }
  throw nothingFound(model, selector, input);
}

/**
 * The baseline as a run begins. Nobody there is a first promotion only where it is the baseline that the target has by
 * default: named and not found is never "not there yet", and then the error is that of `selectVersion`.
 */
export function selectBaseline(model: RegisteredModel, { target, baseline }: Asked): BaselineState {
  const state = baselineNow(model, baseline);
  if (state.kind !== 'nobody' || baseline === null || isDefaultBaseline(target, baseline)) return state;
  throw nothingFound(model, baseline, 'baseline');
}

/** What the baseline selector finds now, whether or not it may be empty. */
export function baselineNow(model: RegisteredModel, selector: Selector | null): BaselineState {
  if (selector === null) return { kind: 'not-needed' };
  if (selector.kind === 'stage') {
    const versions = matches(model, selector);
    const [only] = versions;
    if (only === undefined) return { kind: 'nobody' };
    return versions.length === 1 ? { kind: 'one', version: only } : { kind: 'several', versions };
  }
  if (selector.kind === 'alias') {
    const version = model.aliases.get(selector.alias);
    if (version === undefined) return { kind: 'nobody' };
    const found = model.versions.find((existing) => existing.version === version);
    return found === undefined
      ? { kind: 'dangling', alias: selector.alias, version }
      : { kind: 'one', version: found };
  }
  return { kind: 'one', version: selectVersion(model, selector, 'baseline') };
}

/** Every version a selector means; `dangling` is an alias whose version is gone. */
function matches(model: RegisteredModel, selector: Selector): readonly ModelVersion[] {
  switch (selector.kind) {
    case 'number':
      return model.versions.filter((version) => version.version === selector.version);
    case 'latest':
      return model.versions.slice(0, 1);
    case 'alias':
      return model.versions.filter((version) => version.version === model.aliases.get(selector.alias));
    case 'stage':
      return model.versions.filter((version) => version.stage === selector.stage);
    case 'run':
      return model.versions.filter((version) => version.runId === selector.runId);
  }
}

function nothingFound(model: RegisteredModel, selector: Selector, input: string): PromotionError {
  const existing =
    model.versions.length === 0 ? 'It has no versions.' : `It has ${versionList(model.versions)}.`;
  if (selector.kind === 'number') {
    const message = `Input \`${input}\`: model "${model.name}" has no version ${selector.version}. ${existing}`;
    return new PromotionError(
      'version-unknown',
      message,
      'Name a version that exists, or register this one first.',
    );
  }
  const why = selector.kind === 'alias' ? whyNoAlias(model, selector.alias) : '';
  return new PromotionError(
    'selector-no-match',
    `Input \`${input}\`: "${selector.text}" means no version of "${model.name}".${why} ${existing}`,
    input === 'baseline'
      ? 'Correct `baseline`; leave it out to compare with whoever holds the target now.'
      : 'Name a version that exists.',
  );
}

/** An alias may dangle, or be a slip of the hand. */
function whyNoAlias(model: RegisteredModel, alias: string): string {
  const dangling = model.aliases.get(alias);
  if (dangling !== undefined) return ` The alias points to version ${dangling}, which no longer exists.`;
  const aliases = [...model.aliases.keys()];
  if (aliases.length === 0) return ' It has no aliases.';
  const near = nearest(alias, aliases).map((name) => `@${name}`);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const all = aliases.map((name) => `@${name}`);
  return `${hint} Its aliases are ${listed(all, LISTED)}.`;
}

/** `7 (Production), 6 (Archived)`, highest first. */
function versionList(versions: readonly ModelVersion[]): string {
  const all = versions.map((version) => `${version.version} (${version.stage})`);
  return `${versions.length === 1 ? 'version' : 'versions'} ${listed(all, LISTED)}`;
}
