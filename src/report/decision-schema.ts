import type { Decision } from '../domain/decision.js';
import { LINEAGE_PARTS, VERDICTS } from '../domain/gate.js';
import { OUTCOMES } from '../domain/outcome.js';
import { WARNING_CODES } from '../domain/warning.js';
import * as z from '../zod.js';
import { PromotionError } from '../domain/error.js';
import { DECISION_REASONS, ERROR_CODES, GATE_REASONS } from '../domain/reason.js';
import { isAscii, onUse } from '../text/characters.js';

const text = z.string();
const textOrNull = z.nullable(text);
const decimalOrNull = described(z.nullable(text), 'Decimal text, exactly as compared.');
const time = described(z.iso.datetime(), 'ISO 8601, UTC.');
const sha256 = described(
  z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  'SHA-256 in hex; null when the run did not come that far.',
);

const gateReason = z.enum(GATE_REASONS);
const reason = z.strictObject({
  code: z.enum([...GATE_REASONS, ...DECISION_REASONS, ...ERROR_CODES]),
  message: described(z.string(), 'What is.'),
  remedy: described(z.string(), 'What to do next.'),
});
const warning = z.strictObject({ code: z.enum(WARNING_CODES), message: text });

const comparison = z.strictObject({
  result: z.enum(['pass', 'fail', 'waived', 'invalid']),
  decides: described(
    z.boolean(),
    'It decided the gate: the first one missed, or the one with the least room.',
  ),
  op: text,
  limit: decimalOrNull,
  distance: described(
    z.nullable(text),
    'Room between candidate and limit, positive when it holds with room.',
  ),
  text: described(z.string(), 'The comparison with its numbers filled in.'),
});

const valueSource = z.strictObject({
  origin: z.enum(['logged-model', 'run']),
  runId: described(z.nullable(text), 'The run that logged it; null where the registry does not say.'),
  step: z.number(),
  timestamp: described(z.nullable(z.number()), 'Epoch milliseconds; null where it is no date.'),
  of: described(
    z.nullable(z.int()),
    'Among how many values of the metric and dataset it is the newest; null where only the last is kept.',
  ),
});

const writtenAt = z.strictObject({
  in: z.enum(['input', 'file']),
  name: described(z.string(), "The input's name, or the file's path."),
  line: z.int(),
});

const policyFile = z.strictObject({
  path: text,
  place: described(
    z.enum(['default-branch', 'ref', 'workspace']),
    'workspace: the working tree of the job, which nobody reviewed.',
  ),
  ref: textOrNull,
  commit: textOrNull,
  sha256: described(z.string(), 'SHA-256 of the text, in hex.'),
});

const rule = z.strictObject({
  name: text,
  value: text,
  writtenAt: described(z.nullable(writtenAt), 'Null: the default.'),
});

/** What every judged gate has, whatever its kind. */
const gateHead = {
  name: described(z.string(), 'What a person calls the gate.'),
  required: z.boolean(),
  writtenAt,
  verdict: z.enum(VERDICTS),
  reason: gateReason,
  remedy: text,
};

const from = z.strictObject({
  ...gateHead,
  kind: z.literal('from'),
  text: described(z.string(), 'What was found.'),
  place: described(z.string(), 'A stage, or @alias.'),
  soak: z.nullable(z.strictObject({ text, ms: z.number() })),
  since: described(
    z.nullable(z.number()),
    'When the version was last changed, epoch milliseconds: it has been there since then, or longer. Null where nobody tells.',
  ),
});

const lineageGate = z.strictObject({
  ...gateHead,
  kind: z.literal('lineage'),
  text: described(z.string(), 'What was found.'),
  part: z.enum(LINEAGE_PARTS),
  found: described(z.nullable(text), 'What is known; null when nothing is.'),
});

const signOff = z.strictObject({
  ...gateHead,
  kind: z.literal('sign-off'),
  text: described(z.string(), 'What was found.'),
  tag: described(z.string(), 'Each role has a tag of its own: this, a dot, and the role.'),
  roles: list(text),
  signed: list(
    z.strictObject({
      role: text,
      says: z.enum(['yes', 'no', 'nothing', 'unclear']),
      name: described(z.nullable(text), 'Who said it; null where nobody did.'),
    }),
  ),
});

const tag = z.strictObject({
  ...gateHead,
  kind: z.literal('tag'),
  text: described(z.string(), 'What was found.'),
  tag: text,
  accepted: described(list(text), 'The values of which any will do.'),
  found: described(z.nullable(text), "The tag's value; null when the version has no such tag."),
});

const threshold = z.strictObject({
  ...gateHead,
  kind: z.literal('threshold'),
  text: described(z.string(), 'The normal form with its numbers filled in, or why that could not be done.'),
  metric: text,
  dataset: described(z.nullable(text), 'name, name@digest, or null when logged without a dataset.'),
  candidate: decimalOrNull,
  baseline: decimalOrNull,
  limit: described(z.nullable(text), 'The limit of the comparison that decided.'),
  origin: described(z.nullable(z.enum(['logged-model', 'run'])), "Where the candidate's value was logged."),
  candidateSource: described(
    z.nullable(valueSource),
    "Where the candidate's value came from, believed or not; null when there is none.",
  ),
  baselineSource: described(
    z.nullable(valueSource),
    "Where the baseline's value came from, believed or not; null when there is none, or none was looked at.",
  ),
  condition: described(z.string(), 'The normal form of the requirement.'),
  comparisons: list(comparison),
});

/** One row per kind of gate. */
const gate = z.discriminatedUnion('kind', [threshold, tag, from, lineageGate, signOff]);

const dataset = z.strictObject({ name: text, digest: textOrNull });
const lineage = z.strictObject({
  runId: textOrNull,
  runStatus: textOrNull,
  runDeleted: z.boolean(),
  experimentId: textOrNull,
  loggedModelId: textOrNull,
  commit: textOrNull,
  datasets: list(dataset),
  copiedFrom: described(list(text), 'name/version of each version this one was copied from.'),
  urls: described(
    z.strictObject({ run: textOrNull, experiment: textOrNull, loggedModel: textOrNull }),
    "The registry's own pages; null where it has none.",
  ),
});

const version = z.strictObject({
  version: text,
  stage: text,
  aliases: list(text),
  status: text,
  createdAt: described(z.number(), 'Epoch milliseconds.'),
  runId: textOrNull,
  description: text,
  tags: z.record(text, text),
  lineage: z.nullable(lineage),
  url: described(z.nullable(text), "The registry's own page about it; null where it has none."),
});
const listedVersion = z.extend(version, {
  metrics: described(z.nullable(z.record(text, text)), 'Value by label; null where metrics were not read.'),
});

const move = z.strictObject({
  kind: z.enum(['transition', 'archive', 'alias', 'repair']),
  version: text,
  from: described(z.string(), 'A stage; for an alias the version that held it, empty for nobody.'),
  to: described(z.string(), 'A stage, or @alias.'),
  done: z.union([z.boolean(), z.literal('unknown')]),
});

const run = z.strictObject({
  url: textOrNull,
  actor: textOrNull,
  sha: textOrNull,
  commitUrl: textOrNull,
  attempt: z.nullable(z.int()),
  docsUrl: described(
    z.nullable(text),
    'Where every reason code has a row with its name as anchor; null where GitHub does not say which action this is.',
  ),
});

/** The same for every mode. */
const envelope = {
  schemaVersion: z.literal(1),
  outcome: z.enum(OUTCOMES),
  reasons: described(list(reason), 'The first one is the headline.'),
  warnings: list(warning),
  registry: described(
    z.nullable(text),
    "The registry's address without credentials; null when none was opened.",
  ),
  startedAt: time,
  finishedAt: time,
  run: described(run, "GitHub's run; null outside."),
};

const promotion = z.strictObject({
  ...envelope,
  mode: z.enum(['promote', 'evaluate']),
  model: text,
  target: described(z.string(), 'A stage, or @alias.'),
  candidate: z.nullable(version),
  baseline: z.nullable(version),
  previousVersion: described(z.nullable(text), 'The sole holder of the target before this run.'),
  gates: list(gate),
  policy: described(
    z.nullable(policyFile),
    'The file that said what must hold; null where inputs alone did.',
  ),
  rules: described(list(rule), 'The settings that decided beside the gates.'),
  moves: list(move),
  digests: z.strictObject({ policy: sha256, evidence: sha256, plan: sha256 }),
});

const explanation = z.strictObject({
  ...envelope,
  mode: z.literal('explain'),
  model: text,
  target: described(z.string(), 'A stage, or @alias.'),
  policy: z.nullable(policyFile),
  gates: described(
    z.nullable(
      list(
        z.strictObject({
          kind: z.enum(['threshold', 'tag', 'from', 'lineage', 'sign-off']),
          name: text,
          required: z.boolean(),
          asks: described(z.string(), 'What it asks for, as a sentence about the version.'),
          writtenAt,
        }),
      ),
    ),
    'Null when they could not be told.',
  ),
  rules: list(rule),
});

const listing = z.strictObject({
  ...envelope,
  mode: z.literal('list'),
  model: text,
  versions: described(z.nullable(list(listedVersion)), 'Null when they could not be read.'),
});

/** The decision file, one part per mode. Strict: a field that is not published is not written. */
export const decisionSchema = z.discriminatedUnion('mode', [promotion, listing, explanation]);

type Published = z.output<typeof decisionSchema>;
type Full<T> = T extends object ? { readonly [K in keyof T]-?: Full<T[K]> } : T;
type Fits<A, B> = [A] extends [B] ? true : false;
/**
 * Does not compile when the schema and the domain's `Decision` differ in any field, either way round: as they are,
 * and with optional fields counted in.
 */
export const SCHEMA_IS_DECISION: readonly [
  Fits<Published, Decision>,
  Fits<Decision, Published>,
  Fits<Full<Published>, Full<Decision>>,
  Fits<Full<Decision>, Full<Published>>,
] = [true, true, true, true];

/** What a JSON file may hold that a later `cat` in a workflow log should not: commands and invisible characters. */
const UNSAFE_IN_A_LOG = onUse(String.raw`##(?=\[)|[\u007F-\u009F\u2028\u2029\p{Cf}]`, 'gu');
const UNSAFE_OF_ASCII = /##(?=\[)|\u007F/g;

/**
 * The decision file: indented JSON with a line break at its end, held to the published schema. Printed to a
 * workflow log it forms no command. Throws `internal` when the decision does not fit the schema.
 */
export function serializeDecision(decision: Decision): string {
  const checked = decisionSchema.safeParse(decision);
  if (!checked.success) {
    throw new PromotionError(
      'internal',
      `The decision does not fit its own schema: ${z.prettifyError(checked.error)}`,
      'This is a defect of the action; please report it.',
    );
  }
  const json = JSON.stringify(checked.data, null, 2);
  return `${json.replace(isAscii(json) ? UNSAFE_OF_ASCII : UNSAFE_IN_A_LOG(), jsonEscape)}\n`;
}

function jsonEscape(found: string): string {
  if (found === '##') return '#\\u0023';
  return found.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The words belong to the schema itself, so each needs its own: a copy with them would be made anew in every run. */
function described<T extends z.ZodMiniType>(schema: T, words: string): T {
  z.globalRegistry.add(schema, { description: words });
  return schema;
}

function list<T extends z.ZodMiniType>(schema: T) {
  return z.readonly(z.array(schema));
}
