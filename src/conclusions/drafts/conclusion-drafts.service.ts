import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, precondition, type FieldError } from '../../platform/errors/domain-error.js';
import type { Booking } from '../../meetings/bookings/booking.entity.js';
import { MeetingDay } from '../../meetings/days/meeting-day.entity.js';
import { OUTCOMES, type ClosingNeed, type OutcomeCode } from '../../referrals/types/referral-type-definition.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import type { ClosingStatement } from '../closing/closing-statement.js';
import { missingForClosing } from '../closing/missing-for-closing.js';
import { mayClose, itemToConclude, requireMayClose, type ItemToConclude } from '../closing/item-to-conclude.js';
import { readClosingFacts } from '../closing/read-closing-facts.js';
import { readExpected, type ExpectedGuest, type ExpectedStaff } from './read-expected.js';

/** When the type has no weeks of its own. */
const DEFAULT_WEEKS = 10;

export interface DraftAnswer {
  readonly bookingId: string;
  /** For `If-Match`; 0 while nothing is saved. */
  readonly version: number;
  readonly content: ClosingStatement;
  readonly savedAt: Date | null;
  readonly savedBy: { readonly id: string; readonly name: string } | null;
  /** What closing such an item needs, and what of it is still missing. */
  readonly needs: readonly ClosingNeed[];
  readonly missing: readonly FieldError[];
  readonly outcomes: readonly { readonly code: OutcomeCode; readonly label: string }[];
  readonly staff: readonly ExpectedStaff[];
  readonly guests: readonly ExpectedGuest[];
  readonly coordinatorId: string | null;
  /** The day to check the actions on, by the type's weeks. */
  readonly proposedCheckOn: CalendarDate;
}

interface DraftRow {
  readonly content: ClosingStatement;
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: { readonly id: string; readonly name: string };
}

/** A conclusion under way, saved as people write. */
@Injectable()
export class ConclusionDraftsService {
  /** @throws DomainError not_found; forbidden `may_not_close` */
  async read(tx: Tx, bookingId: string): Promise<DraftAnswer> {
    const item = await itemToConclude(tx, bookingId);
    await requireMayWrite(tx, item);
    const draft = await readDraft(tx, bookingId);
    const youthIds = item.booking.youthId === null ? [] : [item.booking.youthId];
    tx.audit('conclusion_draft.read', { type: 'booking', id: bookingId, youthIds, ground: item.ground });
    return this.answer(tx, item, draft);
  }

  /**
   * Saves over the version last seen (0: none).
   * @throws DomainError not_found; forbidden `may_not_close`; conflict `invalid_transition`; precondition `changed_meanwhile`
   */
  async save(tx: Tx, bookingId: string, expected: number, content: ClosingStatement): Promise<DraftAnswer> {
    const item = await itemToConclude(tx, bookingId);
    await requireMayWrite(tx, item);
    if (item.booking.state === 'concluded' || item.booking.state === 'cancelled') {
      throw conflict('invalid_transition', 'Punktet er afsluttet eller aflyst. Hent siden igen.', { state: item.booking.state });
    }
    const written = await tx.execute(expected === 0 ? FIRST : AGAIN, [bookingId, JSON.stringify(content), staffIdOf(tx.actor), tx.now, ...(expected === 0 ? [] : [expected])]);
    const draft = await readDraft(tx, bookingId);
    if (written === 0) throw precondition('En anden har gemt i mellemtiden. Se, hvad der står nu, og gem igen.', { present: draft });
    const youthIds = item.booking.youthId === null ? [] : [item.booking.youthId];
    tx.audit('conclusion_draft.saved', { type: 'booking', id: bookingId, youthIds, ground: item.ground, detail: { version: draft?.version ?? 0 } });
    return this.answer(tx, item, draft);
  }

  private async answer(tx: Tx, item: ItemToConclude, draft: DraftRow | null): Promise<DraftAnswer> {
    const { booking, type, date, youth } = item;
    const hidesPlaces = youth?.protected === true && booking.state === 'concluded';
    const content = { ...draft?.content, ...(hidesPlaces && { places: [] }) };
    const expected = await readExpected(tx, booking.id);
    return {
      bookingId: booking.id, version: draft?.version ?? 0, content, savedAt: draft?.savedAt ?? null, savedBy: draft?.savedBy ?? null,
      needs: type.closing, missing: missingForClosing(content, await readClosingFacts(tx, item, content)),
      outcomes: type.outcomes.map((code) => ({ code, label: OUTCOMES[code] })), ...expected,
      coordinatorId: youth === null ? null : await coordinatorOf(tx, youth.id),
      proposedCheckOn: addDays(date, 7 * (type.followUpWeeks ?? DEFAULT_WEEKS)),
    };
  }
}

const FIRST = `
  INSERT INTO conclusion_draft (booking_id, content, version, saved_by, saved_at) VALUES ($1, $2, 1, $3, $4) ON CONFLICT (booking_id) DO NOTHING`;
const AGAIN = `
  UPDATE conclusion_draft SET content = $2, version = version + 1, saved_by = $3, saved_at = $4 WHERE booking_id = $1 AND version = $5`;

async function readDraft(tx: Tx, bookingId: string): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(
    `SELECT d.content, d.version, d.saved_at AS "savedAt", json_build_object('id', s.id, 'name', s.name) AS "savedBy"
     FROM conclusion_draft d JOIN staff_member s ON s.id = d.saved_by WHERE d.booking_id = $1`,
    [bookingId], 'conclusion-draft',
  );
  return row ?? null;
}

/** Whether the actor may write the draft of an item that the actor sees: those who may close it, and the day's minute taker. */
export async function mayWriteDraft(tx: Tx, booking: Pick<Booking, 'youthId' | 'meetingDayId'>): Promise<boolean> {
  const day = await tx.find(MeetingDay, booking.meetingDayId);
  return (tx.actor.staffId !== null && day.minuteTakerId === tx.actor.staffId) || mayClose(tx, booking);
}

async function requireMayWrite(tx: Tx, item: ItemToConclude): Promise<void> {
  if (!(await mayWriteDraft(tx, item.booking))) await requireMayClose(tx, item);
}
