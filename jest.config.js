import { availableParallelism } from 'node:os';

/** Tests run as ES modules on swc; a relative `./x.js` import finds `./x.ts`. Start them through the npm scripts. */
const cores = availableParallelism();

export default {
  testEnvironment: 'node',
  maxWorkers: Math.max(2, Math.ceil(cores / 2)),
  workerIdleMemoryLimit: '1500MB', // each test file leaves its modules behind in the worker
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'], // those have a suite of their own: npm run test:browser
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'tsx', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.tsx?$': '@swc/jest' },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 30_000,
};
