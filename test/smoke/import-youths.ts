import { setTimeout as pause } from 'node:timers/promises';
import type { Cast, DriveOptions } from './drive.js';
import { smokeFile, YOUTHS } from './youth-file.js';

interface Imported {
  readonly youthId: string;
  readonly imported: number;
  readonly importSeconds: number;
  readonly deadlinesSeconds: number;
  readonly deadlines: number;
}

interface DeadlineLine {
  readonly rule: string;
  readonly title: string;
  readonly dueOn: string;
  readonly state: string;
}

const PATIENCE_MS = 60_000;

/** Brings 1,904 youths in and waits until the deadlines of the one whom we follow, and of the last in the file, can be read. */
export async function importYouths({ teamLeader, secretary }: Cast, { today, seed, say }: DriveOptions): Promise<Imported> {
  const file = smokeFile(today, seed);
  const begun = Date.now();
  const answer = await secretary.file<{ created: number; unchanged: number; updated: number; rejected: unknown[] }>('/youth-imports', file.csv);
  const importSeconds = (Date.now() - begun) / 1_000;
  if (answer.rejected.length > 0) throw new Error(`the file has bad lines: ${JSON.stringify(answer.rejected.slice(0, 3))}`);
  const imported = answer.created + answer.updated + answer.unchanged;
  say(`import: ${imported} unge på ${importSeconds.toFixed(1)} s (${answer.created} nye, ${answer.unchanged} uændrede)`);
  const found = await teamLeader.post<{ items: { id: string }[] }>('/youth-searches', { text: file.youth.cpr });
  const youthId = found.items[0]?.id;
  if (youthId === undefined || imported !== YOUTHS) throw new Error(`the imported youth is not found among ${imported}`);
  const lines = await until(async () => {
    const { items } = await teamLeader.get<{ items: DeadlineLine[] }>(`/youths/${youthId}/deadlines`);
    return items.some((line) => line.rule === 'R13') ? items : null;
  });
  const deadlinesSeconds = (Date.now() - begun) / 1_000;
  say(`frister: ${lines.length} for den første unge, læsbare ${deadlinesSeconds.toFixed(1)} s efter, at filen blev sendt`);
  for (const line of lines.filter(({ state }) => state === 'open').slice(0, 4)) say(`  ${line.dueOn}  ${line.title}`);
  return { youthId, imported, importSeconds, deadlinesSeconds, deadlines: lines.length };
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    const seen = await look();
    if (seen !== null) return seen;
  }
  throw new Error('the deadlines did not come');
}
