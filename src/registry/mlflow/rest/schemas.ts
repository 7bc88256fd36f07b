import * as z from '../../../zod.js';
import { STAGES } from '../../../domain/version.js';

// MLflow's JSON is protobuf's: unset and empty fields are left out. Unknown fields are ignored: every release adds some.

function numeric(schema: z.ZodMiniType<number | string>) {
  return z.pipe(schema, z.transform(Number));
}

/**
 * A list; left out where it is empty. Its items are looked at one by one, and the first bad one is the last: a list of
 * very many bad ones would be a list of as many complaints.
 */
function many<T extends z.ZodMiniType>(schema: T) {
  const items = z.transform((all: unknown[], context): z.output<T>[] => {
    const read: z.output<T>[] = [];
    for (const [at, item] of all.entries()) {
      const parsed = schema.safeParse(item);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        context.issues.push({
          code: 'custom',
          input: item,
          message: issue?.message ?? '',
          path: [at, ...(issue?.path ?? [])],
        });
        return z.NEVER;
      }
      read.push(parsed.data);
    }
    return read;
  });
  return z._default(z.pipe(z.array(z.unknown()), items), []);
}

/** A protobuf double: a number, or the name of a value that JSON has no number for. */
const double = numeric(z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]));

/**
 * A protobuf int64: MLflow writes a number, protobuf's own mapping a string. Beyond 2^53 (a time in nanoseconds) it
 * becomes the nearest double; rounding keeps the order, so at most neighbours become equal.
 */
const int64 = numeric(
  z.union([
    z
      .number()
      .check(z.refine((value) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63, 'is not an int64')),
    z.string().check(z.regex(/^-?\d{1,19}$/)),
  ]),
);

/** An absent text and an empty one mean the same. */
const optionalText = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => (text === undefined || text === null || text === '' ? null : text)),
);

const tags = many(z.object({ key: z.string(), value: z._default(z.string(), '') }));

const versionNumber = z.string().check(z.regex(/^\d+$/, 'is not a version number'));

export const modelVersionSchema = z.object({
  name: z.string(),
  version: versionNumber,
  creation_timestamp: int64,
  last_updated_timestamp: z._default(z.nullable(int64), null),
  current_stage: z.enum(STAGES),
  description: z._default(z.string(), ''),
  source: z._default(z.string(), ''),
  run_id: optionalText,
  run_link: z._default(z.string(), ''),
  status: z.string().check(z.minLength(1)),
  tags,
});
export type WireModelVersion = z.infer<typeof modelVersionSchema>;

/** `model-versions/get`. */
export const versionReply = z.object({ model_version: modelVersionSchema });

/** `model-versions/search`. */
export const versionsReply = z.object({ model_versions: many(modelVersionSchema) });

/** What every list says of itself. */
export const pageReply = z.object({ next_page_token: optionalText });

/** `registered-models/get`. The latest versions are the highest of each stage. */
export const registeredModelReply = z.object({
  registered_model: z.object({
    name: z.string(),
    tags,
    aliases: many(z.object({ alias: z.string(), version: versionNumber })),
    latest_versions: many(z.object({ version: versionNumber })),
  }),
});

/** `registered-models/search`. */
export const modelNamesReply = z.object({
  registered_models: many(z.object({ name: z.string() })),
});

const metric = z.object({
  key: z.string(),
  value: double,
  timestamp: int64,
  step: z._default(int64, 0),
  dataset_name: optionalText,
  dataset_digest: optionalText,
  run_id: optionalText,
});
export type WireMetric = z.infer<typeof metric>;

/** `metrics/get-history`. */
export const historyReply = z.object({ metrics: many(metric) });

const modelId = z.object({ model_id: z.string() });
const dataset = z.object({ name: z.string(), digest: optionalText });

/** `runs/get`. */
export const runReply = z.object({
  run: z.object({
    info: z.object({
      run_id: z.string(),
      experiment_id: z._default(z.string(), ''),
      status: z.string(),
      lifecycle_stage: z.enum(['active', 'deleted']),
    }),
    data: z._default(z.object({ metrics: many(metric), tags }), { metrics: [], tags: [] }),
    inputs: z._default(
      z.object({ dataset_inputs: many(z.object({ dataset })), model_inputs: many(modelId) }),
      {
        dataset_inputs: [],
        model_inputs: [],
      },
    ),
    outputs: z._default(z.object({ model_outputs: many(modelId) }), { model_outputs: [] }),
  }),
});
export type WireRun = z.infer<typeof runReply>['run'];

const loggedModel = z.object({
  info: z.object({
    model_id: z.string(),
    experiment_id: optionalText,
    name: z._default(z.string(), ''),
    status: z._default(z.string(), ''),
    source_run_id: optionalText,
  }),
  data: z._default(z.object({ metrics: many(metric) }), { metrics: [] }),
});
export type WireLoggedModel = z.infer<typeof loggedModel>;

/** `logged-models/{id}`, MLflow ≥ 3.0. */
export const loggedModelReply = z.object({ model: loggedModel });

/** `logged-models/search`, MLflow ≥ 3.0. */
export const loggedModelsReply = z.object({ models: many(loggedModel) });

/** `model-versions/get-download-uri`. */
export const downloadUriReply = z.object({ artifact_uri: z._default(z.string(), '') });

/** `server-info`, MLflow ≥ 3.10. */
export const serverInfoReply = z.object({ workspaces_enabled: z._default(z.boolean(), false) });

/** Every error that MLflow itself answers. */
export const errorReply = z.object({ error_code: z.string(), message: z._default(z.string(), '') });
