import { LINEAGE_PARTS } from '../src/domain/gate.js';
import { RULES } from '../src/policy/file/fields.js';
import * as z from '../src/zod.js';

function described<T extends z.ZodMiniType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const condition = described(
  z.string().check(z.regex(/^\s*[<>]/)),
  'In quotes, such as ">= 0.92 and >= production + 0.005".',
);
const dataset = described(
  z.nullable(z.union([z.string(), z.strictObject({ name: z.string(), digest: z.optional(z.string()) })])),
  'The dataset to look at; null for the value that was logged without one.',
);
const longForm = z.strictObject({
  require: z.optional(condition),
  advisory: z.optional(z.union([condition, z.boolean()])),
  dataset: z.optional(dataset),
  threshold: z.optional(z.number()),
  min_absolute_change: z.optional(z.number()),
  min_relative_change: z.optional(z.number()),
  greater_is_better: z.optional(z.boolean()),
  higher_is_better: z.optional(z.boolean()),
});
const thresholds = described(
  z.record(z.string(), z.union([condition, longForm, z.array(longForm)])),
  'Metric and condition, in the language of the input `thresholds`.',
);

const values = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
const tags = described(
  z.record(
    z.string(),
    z.union([values, z.strictObject({ require: values }), z.strictObject({ advisory: values })]),
  ),
  'Tags of the version, each with its value, or a list of which any will do.',
);

const from = described(
  z.string().check(z.regex(/^(?:[Ss]taging|[Pp]roduction|[Aa]rchived|@.+)$/)),
  'Where the version has to be now: a stage, or an alias in quotes.',
);
const duration = described(
  z.string().check(z.regex(/^[1-9]\d{0,5}[smhdw]$/)),
  'For how long at least, such as 24h; s, m, h, d and w are known.',
);

const signOff = described(
  z.strictObject({ tag: z.string(), roles: z.array(z.string()).check(z.minLength(1)) }),
  'Roles that each have to say yes, in a tag of their own: signed_off.ethics with the value "yes: <name>".',
);
const lineage = described(
  z.array(z.enum(LINEAGE_PARTS)).check(z.minLength(1)),
  'What has to be known of where the version came from.',
);

const rules = {
  'first-promotion': z.optional(
    described(
      RULES['first-promotion'],
      'What to do when nobody holds the baseline yet. Default: require-absolute.',
    ),
  ),
  'inputs-may': z.optional(
    described(RULES['inputs-may'], 'Inputs that may ask for less than this file. Default: none.'),
  ),
};
const target = z.strictObject({
  from: z.optional(from),
  soak: z.optional(duration),
  thresholds: z.optional(thresholds),
  tags: z.optional(tags),
  'sign-off': z.optional(signOff),
  lineage: z.optional(lineage),
  'max-age': z.optional(duration),
  ...rules,
});
const model = z.strictObject({
  targets: described(
    z.record(z.string().check(z.regex(/^(?:[Ss]taging|[Pp]roduction|@.+)$/)), target),
    'A stage (Staging, Production), or an alias in quotes ("@champion").',
  ),
});

/** What a policy file looks like. Editors check by it; the reader in src says the same with places and remedies. */
export const policySchema = z.strictObject({
  version: z.literal(1),
  defaults: z.optional(described(z.strictObject(rules), 'What holds for targets that do not say.')),
  models: described(
    z.record(z.string(), model),
    'The name of a registered model, or a pattern such as "fraud-*"; the most exact one counts.',
  ),
});

/** The published JSON Schema of the policy file. */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, { io: 'input' });
  return {
    $schema,
    $id: 'urn:model-promotion-gate:policy:1',
    title: 'Policy of the Model Promotion Gate',
    description: 'What must hold before a version of a model may move.',
    ...rest,
  };
}
