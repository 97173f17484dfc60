import type { ClosingStatement, YouthAttendance } from '../../conclusions/closing/closing-statement.js';
import { ConcludeItem } from '../../conclusions/closing/conclude-item.js';
import type { ActionKind } from '../../conclusions/closing/closing-codes.js';
import { ActionsService } from '../../conclusions/actions/actions.service.js';
import { readExpected } from '../../conclusions/drafts/read-expected.js';
import { MinutesService } from '../../conclusions/minutes/minutes.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DemoWorld } from '../demo-world.js';
import type { StaffName } from '../organisation/staff.data.js';

/** An aftale: who does what by when. */
export type Agreed = readonly [owner: StaffName, text: string, dueOn: CalendarDate, kind?: ActionKind];

export interface Closing extends Omit<ClosingStatement, 'attendance' | 'actions' | 'coordinatorId' | 'decisions'> {
  /** The youth was there unless told otherwise. */
  readonly youth?: YouthAttendance;
  /** The family and others who were invited stayed away. */
  readonly guestsAway?: true;
  readonly decisions?: readonly string[];
  readonly actions?: readonly Agreed[];
  readonly coordinator?: StaffName;
}

/** Somebody closes a held item to which everybody of the municipality came who should. */
export async function close(world: DemoWorld, who: StaffName, item: string, closing: Closing): Promise<void> {
  const bookingId = world.booking(item);
  await world.as(who, async (tx) => {
    const { youth = { present: true }, guestsAway, decisions = [], actions = [], coordinator, ...rest } = closing;
    const expected = await readExpected(tx, bookingId);
    await world.get(ConcludeItem).conclude(tx, bookingId, {
      ...rest,
      attendance: {
        staff: expected.staff.filter(({ mandatory }) => mandatory).map(({ staffId }) => ({ staffId, present: true })),
        guests: expected.guests.map(({ guestId }) => ({ guestId, present: guestsAway !== true })),
        youth,
      },
      decisions: decisions.map((text) => ({ text })),
      actions: actions.map(([owner, text, dueOn, kind]) => ({ ownerId: world.staff(owner), text, dueOn, ...(kind && { kind }) })),
      ...(coordinator && { coordinatorId: world.staff(coordinator) }),
    });
  });
}

/** The chair approves the minutes. */
export async function approveMinutes(world: DemoWorld, item: string): Promise<void> {
  await world.as('henrik', (tx) => world.get(MinutesService).approve(tx, world.booking(item)));
}

/** The owner has done what was agreed, found by its text. */
export async function done(world: DemoWorld, owner: StaffName, youth: string, text: string): Promise<void> {
  await world.as(owner, async (tx) => {
    const [action] = await tx.query<{ id: string }>('SELECT id FROM action WHERE youth_id = $1 AND text = $2', [world.youth(youth), text]);
    if (action === undefined) throw new Error(`nobody has agreed: ${text}`);
    await world.get(ActionsService).complete(tx, action.id);
  });
}
