import type { CalendarDate } from '../../platform/clock/calendar-date.js';

/** Where things of the docket are. */

/** @param series left out for the series that meets on the date, else the municipality's first */
export function docketLink(date: CalendarDate, series: string | null = null): string {
  return `/dagsorden?${new URLSearchParams({ date, ...(series === null ? {} : { series }) }).toString()}`;
}

/** The fortnight of today. */
export function todayLink(series: string | null): string {
  return series === null ? '/dagsorden' : `/dagsorden?${new URLSearchParams({ series }).toString()}`;
}

/** The docket of the fortnight around a date, to print or to calculate with. */
export function docketFileLink(ending: 'pdf' | 'xlsx', date: CalendarDate, series: string | null): string {
  return docketLink(date, series).replace('?', `.${ending}?`);
}

export function itemLink(id: string): string {
  return `/punkter/${id}`;
}

export function dayLink(id: string): string {
  return `/dagsorden/dage/${id}`;
}

/** Parts of an item's page, by the light that is mended there. */
export const MENDED_AT = { basis: 'grundlag', decisionPower: 'deltagere', youth: 'den-unge' } as const;

/** Where on a day's page somebody else is put into a place. */
export const SEATS_PART = '#personer';
