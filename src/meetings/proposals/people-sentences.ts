import type { KnownTime } from '../../departments/busy-times/busy-times.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { SlotSpan } from '../occupancy/slot-span.js';
import { listDanish } from './seat-labels.js';
import type { Wording } from './slot-wish.js';

/** A calendar that was read longer ago is said to be old. */
const FRESH_HOURS = 24;

/**
 * What is known of the people's time, said as it is: who is free by their own calendar, whose calendar was not read lately, and for
 * whom only the meetings here are known. Never that all can come.
 */
export function peopleSentences(span: Pick<SlotSpan, 'endsAt'>, { attendance, names, calendars, wish }: Wording): string[] {
  const { comers } = attendance;
  const asked = comers.filter((comer) => !comer.standing).map((comer) => ({ name: names.get(comer.staffId) ?? 'en deltager', reading: covering(calendars, comer.staffId, span) }));
  const fresh = asked.filter(({ reading }) => reading !== null && !isOld(reading, wish.now));
  const old = asked.flatMap(({ name, reading }) => (reading !== null && isOld(reading, wish.now) ? [{ name, reading }] : []));
  const unknown = asked.filter(({ reading }) => reading === null);
  const standing = comers.length - asked.length;
  return [
    fresh.length > 0 ? `${listDanish(fresh.map(({ name }) => name))} er fri ifølge ${fresh.length === 1 ? 'sin egen kalender' : 'deres egne kalendere'}.` : null,
    ...old.map(({ name, reading }) => `Ingen kendte aftaler i vejen for ${name}, men kalenderen er ikke læst siden ${formatDateLongDanish(dateAt(reading.readAt))}.`),
    unknown.length > 0 ? `Ingen kendte aftaler i vejen for ${listDanish(unknown.map(({ name }) => name))}.` : null,
    standing > 0 ? standingSentence(standing, asked.length) : null,
  ].filter((sentence) => sentence !== null);
}

function standingSentence(standing: number, others: number): string {
  if (others === 0) return 'Alle sidder med i forvejen.';
  return `${standing === 1 ? '1 sidder' : `${standing} sidder`} med i forvejen.`;
}

function covering(calendars: readonly KnownTime[], staffId: string, span: Pick<SlotSpan, 'endsAt'>): KnownTime | null {
  const reading = calendars.find((each) => each.staffId === staffId);
  return reading === undefined || reading.coversUntil < span.endsAt ? null : reading;
}

function isOld({ readAt }: KnownTime, now: Date): boolean {
  return now.getTime() - readAt.getTime() > FRESH_HOURS * 3_600_000;
}
