import type { Tx } from '../../platform/database/tx.js';
import { dateAt } from '../../platform/clock/zone.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { DomainError, type FieldError } from '../../platform/errors/domain-error.js';
import type { Clash } from './claim.js';

/** One person or room that is taken, as a refusal tells it. A youth is told without a name. */
export interface BusyResource {
  readonly kind: Clash['kind'];
  readonly id: string;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
}

const TITLES = {
  docket: 'Tiden er taget. Hent de ledige tider igen, og vælg en anden.',
  room: 'Lokalet er optaget på det tidspunkt. Vælg et andet lokale eller et andet tidspunkt.',
  person: 'En, der skal med, er optaget på det tidspunkt. Vælg en anden tid, eller sæt en stedfortræder ind.',
} as const;

/** The refusal for claims that meet others: the names of staff and rooms stand in `errors` and `busy`, never in the title. */
export async function clashError(tx: Tx, clashes: readonly Clash[]): Promise<DomainError> {
  if (clashes.some((clash) => clash.kind === 'docket')) return new DomainError('conflict', 'slot_taken', TITLES.docket);
  const names = await namesOf(tx, clashes);
  const taken = clashes.map((clash) => describe(clash, names));
  const people = taken.filter((each) => each.kind !== 'room');
  const [code, title] = people.length > 0 ? (['participant_busy', TITLES.person] as const) : (['room_taken', TITLES.room] as const);
  return new DomainError('conflict', code, title, taken.map(fieldError), { busy: taken });
}

/** "onsdag 9. december 2026 kl. 9.00-9.40" */
function formatPeriodDanish(from: Date, to: Date): string {
  return `${formatDateDanish(dateAt(from))} kl. ${formatTimeDanish(from)}-${formatTimeDanish(to)}`;
}

function describe(clash: Clash, names: ReadonlyMap<string, string>): BusyResource {
  const { kind, resourceId: id, from, to } = clash;
  return { kind, id, name: names.get(id) ?? null, from: from.toISOString(), to: to.toISOString() };
}

function fieldError(taken: BusyResource): FieldError {
  const who = taken.kind === 'youth' ? 'Den unge' : (taken.name ?? 'En deltager');
  const when = formatPeriodDanish(new Date(taken.from), new Date(taken.to));
  const field = taken.kind === 'room' ? 'roomId' : 'participantIds';
  return { field, code: taken.kind === 'room' ? 'room_taken' : 'participant_busy', message: `${who} er optaget ${when}.` };
}

async function namesOf(tx: Tx, clashes: readonly Clash[]): Promise<Map<string, string>> {
  const ids = clashes.filter((clash) => clash.kind === 'staff' || clash.kind === 'room').map((clash) => clash.resourceId);
  const rows = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM staff_member WHERE id = ANY($1) UNION ALL SELECT id, name FROM room WHERE id = ANY($1)',
    [ids],
    'occupancy-names',
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
