import type { Decision } from '../domain/decision.js';
import { VERDICTS } from '../domain/gate.js';
import { OUTCOMES } from '../domain/outcome.js';
import { WARNING_CODES } from '../domain/warning.js';
import { z } from '../zod.js';
import { PromotionError } from '../domain/error.js';
import { DECISION_REASONS, ERROR_CODES, GATE_REASONS } from '../domain/reason.js';

const text = z.string();
const textOrNull = z.string().nullable();
const decimalOrNull = z.string().nullable().describe('Decimal text, exactly as compared.');
const time = z.iso.datetime().describe('ISO 8601, UTC.');
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable()
  .describe('SHA-256 in hex; null when the run did not come that far.');

const gateReason = z.enum(GATE_REASONS);
const reason = z.strictObject({
  code: z.enum([...GATE_REASONS, ...DECISION_REASONS, ...ERROR_CODES]),
  message: text.describe('What is.'),
  remedy: text.describe('What to do next.'),
});
const warning = z.strictObject({ code: z.enum(WARNING_CODES), message: text });

const comparison = z.strictObject({
  result: z.enum(['pass', 'fail', 'waived', 'invalid']),
  decides: z.boolean().describe('It decided the gate: the first one missed, or the one with the least room.'),
  op: text,
  limit: decimalOrNull,
  distance: decimalOrNull.describe('Room between candidate and limit, positive when it holds with room.'),
  text: text.describe('The comparison with its numbers filled in.'),
});

const threshold = z.strictObject({
  kind: z.literal('threshold'),
  name: text.describe('What a person calls the gate.'),
  required: z.boolean(),
  verdict: z.enum(VERDICTS),
  reason: gateReason,
  text: text.describe('The normal form with its numbers filled in, or why that could not be done.'),
  remedy: text,
  metric: text,
  dataset: textOrNull.describe('name, name@digest, or null when logged without a dataset.'),
  candidate: decimalOrNull,
  baseline: decimalOrNull,
  limit: decimalOrNull.describe('The limit of the comparison that decided.'),
  origin: z.enum(['logged-model', 'run']).nullable().describe("Where the candidate's value was logged."),
  condition: text.describe('The normal form of the requirement.'),
  comparisons: z.array(comparison).readonly(),
});

/** One row per kind of gate. */
const gate = z.discriminatedUnion('kind', [threshold]);

const dataset = z.strictObject({ name: text, digest: textOrNull });
const lineage = z.strictObject({
  runId: textOrNull,
  runStatus: textOrNull,
  runDeleted: z.boolean(),
  loggedModelId: textOrNull,
  commit: textOrNull,
  datasets: z.array(dataset).readonly(),
  copiedFrom: z.array(text).readonly().describe('name/version of each version this one was copied from.'),
});

const version = z.strictObject({
  version: text,
  stage: text,
  aliases: z.array(text).readonly(),
  status: text,
  createdAt: z.number().describe('Epoch milliseconds.'),
  runId: textOrNull,
  description: text,
  tags: z.record(text, text),
  lineage: lineage.nullable(),
});
const listedVersion = version.extend({
  metrics: z.record(text, text).nullable().describe('Value by label; null where metrics were not read.'),
});

const move = z.strictObject({
  kind: z.enum(['transition', 'archive', 'alias', 'repair']),
  version: text,
  from: text.describe('A stage; for an alias the version that held it, empty for nobody.'),
  to: text.describe('A stage, or @alias.'),
  done: z.union([z.boolean(), z.literal('unknown')]),
});

const run = z.strictObject({
  url: textOrNull,
  actor: textOrNull,
  sha: textOrNull,
  attempt: z.number().int().nullable(),
});

/** The same for every mode. */
const envelope = {
  schemaVersion: z.literal(1),
  outcome: z.enum(OUTCOMES),
  reasons: z.array(reason).readonly().describe('The first one is the headline.'),
  warnings: z.array(warning).readonly(),
  registry: textOrNull.describe("The registry's address without credentials; null when none was opened."),
  startedAt: time,
  finishedAt: time,
  run: run.describe("GitHub's run; null outside."),
};

const promotion = z.strictObject({
  ...envelope,
  mode: z.enum(['promote', 'evaluate']),
  model: text,
  target: text.describe('A stage, or @alias.'),
  candidate: version.nullable(),
  baseline: version.nullable(),
  previousVersion: textOrNull.describe('The sole holder of the target before this run.'),
  gates: z.array(gate).readonly(),
  moves: z.array(move).readonly(),
  digests: z.strictObject({ policy: sha256, evidence: sha256, plan: sha256 }),
});

const list = z.strictObject({
  ...envelope,
  mode: z.literal('list'),
  model: text,
  versions: z.array(listedVersion).readonly().nullable().describe('Null when they could not be read.'),
});

/** The decision file, one part per mode. Strict: a field that is not published is not written. */
export const decisionSchema = z.discriminatedUnion('mode', [promotion, list]);

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
const UNSAFE_IN_A_LOG = /##(?=\[)|[\u007F-\u009F\u2028\u2029\p{Cf}]/gu;

function jsonEscape(found: string): string {
  if (found === '##') return '#\\u0023';
  return found.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

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
  return `${JSON.stringify(checked.data, null, 2).replace(UNSAFE_IN_A_LOG, jsonEscape)}\n`;
}

/** The published JSON Schema of the decision file. */
export function decisionJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(decisionSchema);
  return {
    $schema,
    $id: 'urn:model-promotion-gate:decision:1',
    title: 'Decision of the Model Promotion Gate',
    description: 'What was decided about one model version, on which evidence, and what was done.',
    ...rest,
  };
}
