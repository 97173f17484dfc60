import { importRate, type ImportRate } from '../../support/import-file/import-rate.js';
import { median } from '../rounds.js';
import type { BenchCase } from './bench-case.js';

/** The seed of the world's own youths is 1. */
const FIRST_SEED = 100;

/** Rows a second of a youth import beside a bare COPY of the same file. Each round imports youths that nobody knows yet. */
export const youthImport: BenchCase = {
  async prepare() {
    return {};
  },
  async compare({ servers, ourDatabaseUrl }, { import: { token, organisation, today } }, { rounds, youths }) {
    const send = async (file: Buffer): Promise<void> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
      const answer = await fetch(`${servers.ours.url}/api/v1/youth-imports`, { method: 'POST', headers, body: new Uint8Array(file) });
      const text = await answer.text();
      if (answer.status !== 200 || (JSON.parse(text) as { created: number }).created === 0) throw new Error(`an import answered ${answer.status}: ${text}`);
    };
    const rates: ImportRate[] = [];
    for (let round = 0; round <= rounds; round++) {
      rates.push(await importRate({ youths, seed: FIRST_SEED + round, today, organisation, databaseUrl: ourDatabaseUrl, send }));
    }
    const of = (figure: 'ours' | 'bare'): number => median(rates.slice(1).map((rate) => rate[figure]));
    const [ours, bare] = [of('ours'), of('bare')];
    return { ours, bare, ratio: ours / bare, unit: 'rows/s', rows: rates[0]?.rows };
  },
};
