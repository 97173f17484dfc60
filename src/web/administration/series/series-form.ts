import { SLOT_KINDS, type SlotPlan } from '../../../meetings/days/slot-plan.js';
import type { SeriesLine } from '../../../meetings/series/read-series.js';

/** A day has no more stretches than this on the form. */
export const SLOT_ROWS = 12;

type Sent = Readonly<Record<string, unknown>>;

/**
 * What the form of a series says, as the input of the series service: rows of slots and panel that are not filled in are left
 * out, an empty room, link or last day means none; only a series that runs has a last day. Wrong values are left for the service's own check.
 */
export function seriesInput(body: unknown, areas: readonly string[], runs: boolean): Sent {
  const sent: Sent = typeof body === 'object' && body !== null ? (body as Sent) : {};
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const orNull = (name: string): string | null => (text(name) === '' ? null : text(name));
  return {
    name: text('name'), anchorDate: text('anchorDate'), intervalDays: Number(text('intervalDays')), startsAt: text('startsAt'), chairId: text('chairId'),
    minuteTakerId: text('minuteTakerId'), closedDayPolicy: text('closedDayPolicy'), room: orNull('room'), link: orNull('link'),
    ...(runs ? { endedOn: orNull('endedOn') } : {}),
    slots: rows(SLOT_ROWS).filter((row) => text(`slots.${row}.minutes`) !== '').map((row) => ({ kind: text(`slots.${row}.kind`), minutes: Number(text(`slots.${row}.minutes`)) })),
    panel: areas.filter((area) => text(`panel.${area}.staffId`) !== '').map((area) => ({
      area, staffId: text(`panel.${area}.staffId`), deputyId: orNull(`panel.${area}.deputyId`), decisionPower: text(`panel.${area}.decides`) === 'on',
    })),
  };
}

/** What stands in the fields of a fresh form. */
export function seriesValues(series: SeriesLine | null, plan: SlotPlan): Readonly<Record<string, string>> {
  const slots = Object.fromEntries(
    rows(SLOT_ROWS).flatMap((row) => [[`slots.${row}.kind`, plan[row]?.kind ?? SLOT_KINDS[0]], [`slots.${row}.minutes`, plan[row] === undefined ? '' : String(plan[row].minutes)]]),
  );
  if (series === null) return { ...slots, intervalDays: '14', startsAt: '09:00', closedDayPolicy: 'skip' };
  const panel = Object.fromEntries(series.panel.flatMap(({ area, staffId, deputyId, decisionPower }) => [
    [`panel.${area}.staffId`, staffId], [`panel.${area}.deputyId`, deputyId ?? ''], [`panel.${area}.decides`, decisionPower ? 'on' : ''],
  ]));
  const { name, anchorDate, intervalDays, startsAt, room, link, chair, minuteTaker, closedDayPolicy, endedOn } = series;
  return {
    ...slots, ...panel, name, anchorDate, intervalDays: String(intervalDays), startsAt: startsAt.slice(0, 5), room: room ?? '', link: link ?? '', chairId: chair.id,
    minuteTakerId: minuteTaker.id, closedDayPolicy, endedOn: endedOn ?? '',
  };
}

function rows(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
