import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  await globalThis.overgangTestServer?.stop();
  if (globalThis.overgangTestFolder) await rm(globalThis.overgangTestFolder, { recursive: true, force: true });
}
