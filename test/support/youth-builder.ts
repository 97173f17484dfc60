import { addDays, addYears, dateParts, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { dateAt } from '../../src/platform/clock/zone.js';
import { drainOutbox, type TestApp } from './app.js';
import type { Organisation, StaffName, UnitName } from './organisation.js';

export interface YouthWish {
  readonly born: string;
  /** 'Sofie Birkholt' unless told otherwise; the last word is the last name. */
  readonly name?: string;
  readonly unit?: UnitName;
  /** The coordinating caseworker; none when left out. */
  readonly coordinator?: StaffName;
  readonly measure?: MeasureWish;
  readonly specialSchool?: boolean;
  readonly protected?: boolean;
  /** Another number each time when left out. */
  readonly cpr?: string;
}

export interface MeasureWish {
  readonly act: string;
  readonly section: string;
  readonly from: string;
  readonly to?: string;
  readonly title?: string;
  readonly unit?: UnitName;
}

/** The birth date of somebody who turns so many years in `days` days. */
export function turns(years: number, days: number): CalendarDate {
  return addYears(addDays(dateAt(new Date()), days), -years);
}

let serial = 4000;

/** A replacement number (day + 60, seventh digit 4-9) for somebody born from 2000 on; each call gives another. */
export function replacementCpr(born: string): string {
  const { year, month, day } = dateParts(born as CalendarDate);
  serial += 1;
  const date = [day + 60, month, year % 100].map((part) => String(part).padStart(2, '0')).join('');
  return `${date}-${serial}`;
}

/** Records a youth through the API as the secretary, lets the deadlines be computed, and returns the id. */
export async function recordYouth(app: TestApp, org: Organisation, wish: YouthWish): Promise<string> {
  const secretary = app.as(await org.token('karla'));
  const unit = wish.unit ?? 'ungeenhed';
  const [firstName, lastName] = (wish.name ?? 'Sofie Birkholt').split(/ (?=[^ ]+$)/);
  const answer = await secretary.post('/youths', {
    cpr: wish.cpr ?? replacementCpr(wish.born), firstName, lastName, departmentId: org.unit[unit],
    ...(wish.coordinator && { coordinatorId: org.staff[wish.coordinator] }),
    ...(wish.specialSchool !== undefined && { specialSchool: wish.specialSchool }),
    ...(wish.protected !== undefined && { protected: wish.protected }),
  }).expect(201);
  const { id } = answer.body as { id: string };
  if (wish.measure) await recordMeasure(app, org, id, { unit, ...wish.measure });
  await drainOutbox(app);
  return id;
}

/** Records a measure of a youth through the API as the secretary. */
export async function recordMeasure(app: TestApp, org: Organisation, youthId: string, wish: MeasureWish): Promise<string> {
  const secretary = app.as(await org.token('karla'));
  const answer = await secretary.post(`/youths/${youthId}/measures`, {
    departmentId: org.unit[wish.unit ?? 'ungeenhed'], title: wish.title ?? 'Plejefamilie', act: wish.act, section: wish.section,
    startsOn: wish.from, ...(wish.to && { endsOn: wish.to }),
  }).expect(201);
  return (answer.body as { id: string }).id;
}
