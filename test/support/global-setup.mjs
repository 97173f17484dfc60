// One database server and one migrated template for all test files. Plain JavaScript: jest does not transform it.
import '../../scripts/typescript.mjs';
import { temporaryFolder } from '../../scripts/setup/temporary-folder.mjs';

export default async function globalSetup({ testPathPatterns }) {
  const asked = testPathPatterns.patterns;
  if (asked.length > 0 && asked.every((each) => /^(\.\/)?src\//.test(each))) return; // specs of rules need no database
  const { startTestServer } = await import('./test-server.ts');
  const ownFolder = process.env.OVERGANG_TEST_DATA ? undefined : temporaryFolder();
  globalThis.overgangTestServer = await startTestServer(process.env.OVERGANG_TEST_DATA ?? ownFolder);
  globalThis.overgangTestFolder = ownFolder;
}
