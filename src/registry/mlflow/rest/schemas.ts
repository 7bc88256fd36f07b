import { z } from '../../../zod.js';
import { STAGES } from '../../../domain/version.js';

// MLflow's JSON is protobuf's: unset and empty fields are left out. Unknown fields are ignored: every release adds some.

/** A protobuf double: a number, or the name of a value that JSON has no number for. */
const double = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]).transform(Number);

/**
 * A protobuf int64: MLflow writes a number, protobuf's own mapping a string. Beyond 2^53 (a time in nanoseconds) it
 * becomes the nearest double; rounding keeps the order, so at most neighbours become equal.
 */
const int64 = z
  .union([
    z.number().refine((value) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63, 'is not an int64'),
    z.string().regex(/^-?\d{1,19}$/),
  ])
  .transform(Number);

/** An absent text and an empty one mean the same. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === null || text === '' ? null : text));

const tags = z.array(z.object({ key: z.string(), value: z.string().default('') })).default([]);

const versionNumber = z.string().regex(/^\d+$/, 'is not a version number');

export const modelVersionSchema = z.object({
  name: z.string(),
  version: versionNumber,
  creation_timestamp: int64,
  current_stage: z.enum(STAGES),
  description: z.string().default(''),
  source: z.string().default(''),
  run_id: optionalText,
  run_link: z.string().default(''),
  status: z.string().min(1),
  tags,
});
export type WireModelVersion = z.infer<typeof modelVersionSchema>;

/** `model-versions/get`. */
export const versionReply = z.object({ model_version: modelVersionSchema });

/** `model-versions/search`. */
export const versionsReply = z.object({
  model_versions: z.array(modelVersionSchema).default([]),
  next_page_token: optionalText,
});

/** `registered-models/get`. The latest versions are the highest of each stage. */
export const registeredModelReply = z.object({
  registered_model: z.object({
    name: z.string(),
    tags,
    aliases: z.array(z.object({ alias: z.string(), version: versionNumber })).default([]),
    latest_versions: z.array(z.object({ version: versionNumber })).default([]),
  }),
});

/** `registered-models/search`. */
export const modelNamesReply = z.object({
  registered_models: z.array(z.object({ name: z.string() })).default([]),
});

const metric = z.object({
  key: z.string(),
  value: double,
  timestamp: int64,
  step: int64.default(0),
  dataset_name: optionalText,
  dataset_digest: optionalText,
  run_id: optionalText,
});
export type WireMetric = z.infer<typeof metric>;

/** `metrics/get-history`. */
export const historyReply = z.object({
  metrics: z.array(metric).default([]),
  next_page_token: optionalText,
});

const dataset = z.object({ name: z.string(), digest: optionalText });

/** `runs/get`. */
export const runReply = z.object({
  run: z.object({
    info: z.object({
      run_id: z.string(),
      experiment_id: z.string(),
      status: z.string(),
      lifecycle_stage: z.enum(['active', 'deleted']),
    }),
    data: z.object({ metrics: z.array(metric).default([]), tags }).default({ metrics: [], tags: [] }),
    inputs: z
      .object({ dataset_inputs: z.array(z.object({ dataset })).default([]) })
      .default({ dataset_inputs: [] }),
    outputs: z
      .object({ model_outputs: z.array(z.object({ model_id: z.string() })).default([]) })
      .default({ model_outputs: [] }),
  }),
});
export type WireRun = z.infer<typeof runReply>['run'];

/** `logged-models/{id}`, MLflow ≥ 3.0. */
const loggedModel = z.object({
  info: z.object({
    model_id: z.string(),
    name: z.string().default(''),
    status: z.string().default(''),
    source_run_id: optionalText,
  }),
  data: z.object({ metrics: z.array(metric).default([]) }).default({ metrics: [] }),
});
export type WireLoggedModel = z.infer<typeof loggedModel>;
export const loggedModelReply = z.object({ model: loggedModel });

/** `logged-models/search`, MLflow ≥ 3.0. */
export const loggedModelsReply = z.object({
  models: z.array(loggedModel).default([]),
  next_page_token: optionalText,
});

/** `model-versions/get-download-uri`. */
export const downloadUriReply = z.object({ artifact_uri: z.string().default('') });

/** `server-info`, MLflow ≥ 3.10. */
export const serverInfoReply = z.object({ workspaces_enabled: z.boolean().default(false) });

/** Every error that MLflow itself answers. */
export const errorReply = z.object({ error_code: z.string(), message: z.string().default('') });
