const typescript = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/harness/typescript.js' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  setupFiles: ['<rootDir>/__tests__/harness/require-node.ts'],
  setupFilesAfterEnv: ['<rootDir>/__tests__/harness/jest-settings.ts'],
};

export default {
  // A test that runs something real mostly waits: every core gets a worker.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/__tests__/harness/reporter.js'],
  projects: [
    {
      ...typescript,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/e2e/'],
    },
    {
      ...typescript,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/harness/setup.js',
      globalTeardown: '<rootDir>/__tests__/harness/teardown.js',
    },
  ],
};
