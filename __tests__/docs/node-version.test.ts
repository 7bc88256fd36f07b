import { expect, it } from '@jest/globals';
import { read } from './files.js';

it('.node-version is the Node that npm installs for tests and build', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect(read('.node-version').trim()).toBe(devDependencies['node']);
});
