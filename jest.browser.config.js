import base from './jest.config.js';

/** The tests in a real browser; one at a time, because a browser, a server and a database share two cores. */
export default { ...base, testMatch: ['<rootDir>/test/browser/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/'], maxWorkers: 1 };
