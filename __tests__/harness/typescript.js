import { stripTypeScriptTypes } from 'node:module';

/** Jest's transformer of TypeScript: types are taken out, and what is left stands where it stood. */
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
