// One database server and one migrated template for all test files. Plain JavaScript, since jest loads it untransformed.
import '../../scripts/typescript.mjs';
import { temporaryFolder } from '../../scripts/setup/temporary-folder.mjs';

export default async function globalSetup({ testPathPatterns }) {
  const onlyRules = testPathPatterns.patterns.length > 0 && testPathPatterns.patterns.every((each) => /^(\.\/)?src\//.test(each));
  if (onlyRules) return; // specs beside the code need no database
  const { startTestServer } = await import('./test-server.ts');
  const ownFolder = process.env.OVERGANG_TEST_DATA ? undefined : temporaryFolder();
  globalThis.overgangTestServer = await startTestServer(process.env.OVERGANG_TEST_DATA ?? ownFolder);
  globalThis.overgangTestFolder = ownFolder;
}
