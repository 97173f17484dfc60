import { randomUUID } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { addDays, type CalendarDate } from '../platform/clock/calendar-date.js';
import { Clock } from '../platform/clock/clock.js';
import { dateAt } from '../platform/clock/zone.js';
import { type Actor, systemActor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { Schedules } from '../platform/jobs/scheduled.js';
import { drainOutbox } from '../platform/outbox/drain-outbox.js';
import { type DemoPerson, emailOf, STAFF, STAFF_NAMES, type StaffName } from './organisation/staff.data.js';
import type { UnitCode } from './organisation/units.data.js';

/** So often the days of the series are made further ahead, as the queue would. */
const ARRANGE_EVERY_DAYS = 28;
const EVERY_MORNING = [
  'meeting-series.arrange', 'meeting-days.close-and-hold', 'deadlines.sweep', 'conclusions.due-tasks',
  'youths.handover-escalation',
];

/** The running program with the demo's people in it: who they are, and what the stories have begun. */
export class DemoWorld {
  /** Ids by the name that a story gave. */
  readonly youths = new Map<string, string>();
  readonly referrals = new Map<string, string>();
  readonly bookings = new Map<string, string>();
  private readonly staffIds = new Map<string, string>();
  private readonly unitIds = new Map<string, string>();
  private readonly db: Database;
  private arrangedOn: CalendarDate | null = null;

  constructor(private readonly context: INestApplicationContext) {
    this.db = context.get(Database);
  }

  /** A part of the running program. */
  get<T>(provider: Type<T>): T {
    return this.context.get(provider);
  }

  /** Work in one transaction of a member of staff. */
  as<T>(name: StaffName, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(this.actor(name), work);
  }

  /** Work in one transaction of the queue's own actor. */
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(systemActor(), work);
  }

  /** A member of staff as the program sees them when they are signed in. */
  actor(name: StaffName): Actor {
    const { roles, unit, name: fullName }: DemoPerson = STAFF[name];
    return { kind: 'staff', staffId: this.staff(name), name: fullName, roles, departmentId: this.unit(unit), requestId: randomUUID() };
  }

  /** The id behind a name; as in the ones below, throws when no story has begun it. */
  staff(name: StaffName): string {
    return known(this.staffIds, name);
  }

  unit(code: UnitCode): string {
    return known(this.unitIds, code);
  }

  youth(name: string): string {
    return known(this.youths, name);
  }

  referral(name: string): string {
    return known(this.referrals, name);
  }

  booking(name: string): string {
    return known(this.bookings, name);
  }

  /** Looks up the ids of units and staff after they have been imported. */
  async learnStaff(): Promise<void> {
    await this.asSystem(async (tx) => {
      const units = await tx.query<{ code: string; id: string }>('SELECT code, id FROM department');
      for (const { code, id } of units) this.unitIds.set(code, id);
      const rows = await tx.query<{ email: string; id: string }>('SELECT email, id FROM staff_member');
      const byEmail = new Map(rows.map(({ email, id }) => [email, id]));
      for (const name of STAFF_NAMES) this.staffIds.set(name, known(byEmail, emailOf(name)));
    });
  }

  /** Puts the clock at an instant, and lets dockets close, days be held and new ones be made as time passes. */
  async moveTo(instant: Date): Promise<void> {
    this.get(Clock).moveTo(instant);
    const today = dateAt(instant);
    if (this.arrangedOn === null || today >= addDays(this.arrangedOn, ARRANGE_EVERY_DAYS)) {
      await this.run('meeting-series.arrange');
      this.arrangedOn = today;
    }
    await this.run('meeting-days.close-and-hold');
  }

  /** Lets the clock go (or stop, for a test) and does what the queue does every morning. */
  async wakeUp(instant: Date | null): Promise<void> {
    this.get(Clock).moveTo(instant);
    for (const schedule of EVERY_MORNING) await this.run(schedule);
    await this.settle();
  }

  /** Runs a schedule now, as the queue would. */
  async run(name: string): Promise<void> {
    const schedule = this.get(Schedules).named(name);
    await this.asSystem((tx) => schedule.run(tx));
  }

  /** Lets every message be handled until none waits. @throws Error when one cannot be */
  settle(): Promise<void> {
    return drainOutbox(this.context);
  }

  /** The slot of a K-møde by its place on the day, from 1; 5 is the urgent one. */
  async slot(date: CalendarDate, position: number): Promise<string> {
    const rows = await this.asSystem((tx) => tx.query<{ id: string }>(
      `SELECT slot.id FROM meeting_slot slot JOIN meeting_day day ON day.id = slot.meeting_day_id
       WHERE day.date = $1 AND day.state <> 'cancelled' AND slot.position = $2`, [date, position], 'demo-slot',
    ));
    const [slot] = rows;
    if (slot === undefined) throw new Error(`no K-møde on ${date} has a slot ${position}`);
    return slot.id;
  }
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo knows nobody and nothing named ${name}`);
  return id;
}
