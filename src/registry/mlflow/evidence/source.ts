import type { ModelVersion } from '../../../domain/version.js';
import type { Records } from './records.js';

/** What a version's `source` says about where it came from. */
export type Source =
  | { readonly kind: 'logged-model'; readonly id: string }
  | { readonly kind: 'copy'; readonly model: string; readonly version: string }
  /** Names a stage or an alias, which may hold another version by now. */
  | { readonly kind: 'moving'; readonly text: string }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'path-logged-model'; readonly id: string }
  | { readonly kind: 'unknown' };

/** Copies of copies are followed this far. */
const MAX_COPIES = 8;

/**
 * Reads a version's source as MLflow does (`store/artifact/utils/models.py`, `_parse_model_uri`): one segment
 * without `@` is a logged model, `name/digits` another version, anything else moves.
 */
export function parseSource(source: string): Source {
  const uri = /^models:\/+(.+)$/.exec(source)?.[1];
  if (uri !== undefined) return parseModelUri(uri);
  const run = /^runs:\/+([0-9a-f]{32})(?:\/|$)/.exec(source)?.[1];
  if (run !== undefined) return { kind: 'run', id: run };
  const logged = /\/models\/(m-[0-9a-f]{32})\/artifacts(?:\/|$)/.exec(source)?.[1];
  if (logged !== undefined) return { kind: 'path-logged-model', id: logged };
  const inPath = /\/([0-9a-f]{32})\/artifacts(?:\/|$)/.exec(source)?.[1];
  return inPath === undefined ? { kind: 'unknown' } : { kind: 'run', id: inPath };
}

function parseModelUri(uri: string): Source {
  const [, model, version] = /^([^/]+)\/(\d+)$/.exec(uri) ?? [];
  if (model !== undefined && version !== undefined) return { kind: 'copy', model: decode(model), version };
  return /^[^/@]+$/.test(uri) ? { kind: 'logged-model', id: uri } : { kind: 'moving', text: uri };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where a version's metrics are to be found. */
export interface Origin {
  readonly loggedModelId: string | null;
  readonly runId: string | null;
  /** `name/version`, nearest first. */
  readonly copiedFrom: readonly string[];
  /** A sentence, where the trail ends without an answer; null when it does not. */
  readonly problem: string | null;
}

/**
 * Follows a version to its logged model and run: logged model by `source`, else `run_id`, else what the source's
 * path names. A copied version is followed to the version it was made from.
 */
export async function traceOrigin(records: Records, version: ModelVersion): Promise<Origin> {
  const copiedFrom: string[] = [];
  let runId = version.runId;
  let current = version;
  let source = parseSource(current.source);
  while (source.kind === 'copy') {
    const label = `${source.model}/${source.version}`;
    if (copiedFrom.length >= MAX_COPIES || copiedFrom.includes(label)) {
      return {
        loggedModelId: null,
        runId,
        copiedFrom,
        problem: `It is a copy of a copy without end ("${label}").`,
      };
    }
    const next = await records.version(source.model, source.version);
    copiedFrom.push(label);
    if (next === null) {
      const problem = `It is a copy of "${label}", which no longer exists.`;
      return { loggedModelId: null, runId, copiedFrom, problem };
    }
    current = next;
    runId ??= current.runId;
    source = parseSource(current.source);
  }
  return { ...endOfTrail(source, runId), copiedFrom };
}

function endOfTrail(
  source: Exclude<Source, { kind: 'copy' }>,
  runId: string | null,
): Omit<Origin, 'copiedFrom'> {
  if (source.kind === 'logged-model') return { loggedModelId: source.id, runId, problem: null };
  if (runId !== null) return { loggedModelId: null, runId, problem: null };
  switch (source.kind) {
    case 'run':
      return { loggedModelId: null, runId: source.id, problem: null };
    case 'path-logged-model':
      return { loggedModelId: source.id, runId: null, problem: null };
    case 'moving': {
      const problem = `Its source "models:/${source.text}" names a stage or alias, which may hold another version by now.`;
      return { loggedModelId: null, runId: null, problem };
    }
    case 'unknown':
      return { loggedModelId: null, runId: null, problem: 'It names no run, and its source leads to none.' };
  }
}
