import { describe, expect, it } from '@jest/globals';
import { parseSource } from '../../../../src/registry/mlflow/evidence/source.js';

const HEX = '0123456789abcdef0123456789abcdef';

describe('parseSource', () => {
  it.each([
    ['models:/m-1', { kind: 'logged-model', id: 'm-1' }],
    ['models:///m-1', { kind: 'logged-model', id: 'm-1' }],
    ['models:/churn/12', { kind: 'copy', model: 'churn', version: '12' }],
    ['models:/churn%20clf/12', { kind: 'copy', model: 'churn%20clf', version: '12' }],
    ['models:/churn clf/12', { kind: 'copy', model: 'churn clf', version: '12' }],
    ['models:/100%/12', { kind: 'copy', model: '100%', version: '12' }],
    ['models:/churn/Production', { kind: 'moving', text: 'churn/Production' }],
    ['models:/churn@champion', { kind: 'moving', text: 'churn@champion' }],
    ['models:/churn/12/extra', { kind: 'moving', text: 'churn/12/extra' }],
    [`runs:/${HEX}/model`, { kind: 'run', id: HEX, artifact: 'model' }],
    [`runs:/${HEX}/a/b c/`, { kind: 'run', id: HEX, artifact: 'a/b c' }],
    [`runs:/${HEX}`, { kind: 'run', id: HEX, artifact: null }],
    [`runs:/${HEX}/`, { kind: 'run', id: HEX, artifact: null }],
    [`runs:/${HEX}x/model`, { kind: 'unknown' }],
    [`mlflow-artifacts:/1/models/m-${HEX}/artifacts`, { kind: 'logged-model', id: `m-${HEX}` }],
    [`s3://bucket/1/models/m-${HEX}/artifacts/`, { kind: 'logged-model', id: `m-${HEX}` }],
    [`s3://bucket/1/${HEX}/artifacts/model`, { kind: 'run', id: HEX, artifact: 'model' }],
    [`s3://bucket/1/${HEX}/artifacts`, { kind: 'run', id: HEX, artifact: null }],
    [`s3://bucket/1/${HEX}/artifactsx`, { kind: 'unknown' }],
    ['/some/where', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
    ['models:/', { kind: 'unknown' }],
  ])('%s', (source, parsed) => {
    expect(parseSource(source)).toEqual(parsed);
  });
});
