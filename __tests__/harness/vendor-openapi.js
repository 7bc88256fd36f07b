// Cuts the operations below, with every schema they reach, out of GitHub's own OpenAPI description.
//   npm pack @octokit/openapi && tar xzf octokit-openapi-*.tgz
//   node __tests__/harness/vendor-openapi.js package/generated/api.github.com.json
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** What src calls. */
const OPERATIONS = {
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
};
/** Words for people: they check nothing. Names of properties are never dropped. */
const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'headers',
  'title',
]);

const source = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const components = {};

function lookUp(ref) {
  const [, , kind, name] = ref.split('/');
  components[kind] ??= {};
  if (name in components[kind]) return;
  components[kind][name] = null;
  components[kind][name] = copy(source.components[kind][name], false);
}

function copy(value, named) {
  if (Array.isArray(value)) return value.map((item) => copy(item, false));
  if (value === null || typeof value !== 'object') return value;
  const kept = {};
  for (const [key, item] of Object.entries(value)) {
    if (!named && (PROSE.has(key) || key.startsWith('x-'))) continue;
    if (!named && key === '$ref') lookUp(item);
    kept[key] = copy(item, !named && key === 'properties');
  }
  // GitHub leaves null out of the list where `nullable` allows it; validators ask for both.
  if (kept.nullable === true && Array.isArray(kept.enum)) kept.enum = [...kept.enum, null];
  // The validator takes it beside a type alone.
  if (kept.nullable === true && kept.type === undefined) delete kept.nullable;
  return kept;
}

/** Only the answers that say yes: the loopback server writes the others itself. */
function operation(given) {
  const responses = Object.fromEntries(
    Object.entries(given.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, answer]) => [status, { description: '', ...copy(answer, false) }]),
  );
  return { ...copy({ ...given, responses: {} }, false), responses };
}

const paths = {};
for (const [path, methods] of Object.entries(OPERATIONS)) {
  paths[path] = Object.fromEntries(methods.map((method) => [method, operation(source.paths[path][method])]));
}
const info = {
  title: "A subset of GitHub's OpenAPI description",
  version: source.info.version,
  description: `Cut out of @octokit/openapi ${source.info.version} by vendor-openapi.js; prose and examples left out. Copyright (c) GitHub, Inc. (github.com/github/rest-api-description) and (c) 2020 Octokit contributors; MIT licence: permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the Software without restriction, subject to this notice being included in all copies or substantial portions of the Software. The Software is provided "as is", without warranty of any kind.`,
  license: source.info.license,
};
const target = new URL('github-openapi.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ openapi: source.openapi, info, paths, components })}\n`);
