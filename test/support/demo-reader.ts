import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { Actor, Role } from '../../src/platform/database/actor.js';
import { type Docket, type DocketItem } from '../../src/reports/docket/docket.js';
import { DocketService } from '../../src/reports/docket/docket.service.js';
import type { TestApp } from './app.js';

/** What the demo says of itself in numbers; the same for the same day. */
export interface DemoFigures {
  readonly targetGroup: Readonly<Record<string, number>>;
  /** Youths without a meeting who turn 18 within 90 days. */
  readonly soon18: number;
  readonly urgent: Readonly<Record<string, number>>;
  readonly actions: { readonly open: number; readonly overdue: number; readonly ownerLeft: number };
  readonly referralStates: readonly string[];
}

/** What the demo tells, on whatever day it is loaded. */
export const DEMO_FIGURES: DemoFigures = {
  targetGroup: { met: 33, planned: 14, without: 14 }, soon18: 3, urgent: { moved_in: 2, late_diagnosis: 1, other: 1 },
  actions: { open: 23, overdue: 4, ownerLeft: 1 },
  referralStates: ['accepted', 'booked', 'concluded', 'directly_coordinated', 'draft', 'returned', 'submitted', 'withdrawn'],
};

/** Everybody of 16 and 17 who has a deadline for the transition meeting, by where the youth stands. */
const TARGET_GROUP = `
  SELECT CASE y.status WHEN 'met' THEN 'met' WHEN 'planned' THEN 'planned' ELSE 'without' END AS code, count(*)::int AS count,
    count(*) FILTER (WHERE y.birth_date + interval '18 years' BETWEEN $1::date AND $1::date + 90)::int AS soon
  FROM youth y WHERE extract(year FROM age($1::date, y.birth_date)) IN (16, 17)
    AND EXISTS (SELECT 1 FROM deadline d WHERE d.youth_id = y.id AND d.rule_code = 'R13' AND d.state <> 'superseded')
  GROUP BY 1 ORDER BY 1`;
const URGENT = `SELECT urgent_reason AS code, count(*)::int AS count FROM referral WHERE urgent_reason IS NOT NULL GROUP BY 1 ORDER BY 1`;
const ACTIONS = `
  SELECT count(*)::int AS open, count(*) FILTER (WHERE a.due_on < $1)::int AS overdue,
    count(*) FILTER (WHERE s.deactivated_at IS NOT NULL)::int AS "ownerLeft"
  FROM action a JOIN staff_member s ON s.id = a.owner_id WHERE a.state = 'open'`;

type Counted = { readonly code: string; readonly count: number };

/** Reads the figures as of the demo's day. */
export async function demoFigures(app: TestApp, today: CalendarDate): Promise<DemoFigures> {
  return app.inTx(async (tx) => {
    const groups = await tx.query<Counted & { soon: number }>(TARGET_GROUP, [today]);
    const [actions] = await tx.query<DemoFigures['actions']>(ACTIONS, [today]);
    const states = await tx.query<{ state: string }>('SELECT DISTINCT state FROM referral ORDER BY state');
    return {
      targetGroup: byCode(groups), soon18: groups.find(({ code }) => code === 'without')?.soon ?? 0,
      urgent: byCode(await tx.query<Counted>(URGENT)),
      actions: actions ?? { open: 0, overdue: 0, ownerLeft: 0 }, referralStates: states.map(({ state }) => state),
    };
  });
}

function byCode(rows: readonly Counted[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}

/** Names, birth dates and coordinating caseworkers of all youths, in order. */
export function everybody(app: TestApp): Promise<{ name: string; born: string; coordinator: string | null; status: string }[]> {
  return app.inTx((tx) => tx.query(
    `SELECT y.first_name || ' ' || y.last_name AS name, y.birth_date::text AS born, s.name AS coordinator, y.status
     FROM youth y LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id
     ORDER BY name, born`,
  ));
}

/** The secretary's docket of the fortnight that a date lies in, on the demo's day. */
export async function docketOf(app: TestApp, today: CalendarDate, date: CalendarDate): Promise<Docket> {
  const karla = await staffActor(app, 'karla@noerreborg.example', ['meeting_secretary']);
  if (today !== dateAt(new Date())) app.clock.moveTo(toInstant(today, '08:00'));
  return app.inTx((tx) => app.get(DocketService).read(tx, date, null), karla);
}

/** The items of a docket under the youth's first name; an anonymous one under '-'. */
export function itemsByName({ days }: Docket): Map<string, DocketItem> {
  return new Map(days.flatMap((day) => day.items).map((item) => [item.youth?.name.split(' ')[0] ?? '-', item]));
}

async function staffActor(app: TestApp, email: string, roles: readonly Role[]): Promise<Actor> {
  const [row] = await app.inTx((tx) => tx.query<{ id: string; name: string; departmentId: string }>(
    'SELECT id, name, department_id AS "departmentId" FROM staff_member WHERE email = $1', [email],
  ));
  if (row === undefined) throw new Error(`nobody has the address ${email}`);
  return { kind: 'staff', staffId: row.id, name: row.name, roles, departmentId: row.departmentId, requestId: 'test' };
}
