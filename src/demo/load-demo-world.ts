import type { Config } from '../platform/config/config.js';

/** Writes the demo municipality once. */
export async function loadDemoWorld(_config: Config, _say: (line: string) => void): Promise<void> {}
