import { decisionSchema } from '../src/report/decision-schema.js';
import { toJSONSchema } from '../src/zod.js';

/** The published JSON Schema of the decision file. Not in src: what writes JSON Schema has no place in dist. */
export function decisionJsonSchema(): object {
  const { $schema, ...rest } = toJSONSchema(decisionSchema);
  return {
    $schema,
    $id: 'urn:model-promotion-gate:decision:1',
    title: 'Decision of the Model Promotion Gate',
    description: 'What was decided about one model version, on which evidence, and what was done.',
    ...rest,
  };
}
