import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { rule } from '../../platform/errors/domain-error.js';
import { Referral } from '../../referrals/referral.entity.js';
import { Youth } from '../../youths/youth.entity.js';
import { MeetingDay } from '../days/meeting-day.entity.js';
import { MeetingSlot } from '../days/meeting-slot.entity.js';
import { assertBookingTransition, assertStillBooked, type BookingState } from './booking-states.js';
import type { SlotSpan } from '../occupancy/slot-span.js';

/** Where an item lies: the day, its first slot and its time. */
export interface BookingPlace {
  readonly meetingDayId: string;
  readonly span: SlotSpan;
  readonly lateReason: string | null;
}

/**
 * A punkt: one referral's time on a K-møde. It has one calendar identity for life (`uid`, `reference`); every change of time,
 * people or state raises `revision` in the same transaction.
 */
@Entity('booking')
@Unique('uq_booking_uid', ['uid'])
@Check('ck_booking_state', "state IN ('booked', 'cancelled', 'held', 'concluded')")
@Check('ck_booking_period', 'ends_at > starts_at')
@Index('uq_booking_active', ['referralId'], { unique: true, where: "state IN ('booked', 'held')" })
@Index('ix_booking_day', ['meetingDayId'])
@Index('ix_booking_youth', ['youthId'])
export class Booking {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_booking' })
  id!: string;

  @ForeignKey(() => Referral, { name: 'fk_booking_referral' })
  @Column('uuid')
  referralId!: string;

  /** Null for an anonymous item. */
  @ForeignKey(() => Youth, { name: 'fk_booking_youth' })
  @Column('uuid', { nullable: true })
  youthId!: string | null;

  @ForeignKey(() => MeetingDay, { name: 'fk_booking_day' })
  @Column('uuid')
  meetingDayId!: string;

  /** The first slot; an item of two slots also takes the next. */
  @ForeignKey(() => MeetingSlot, { name: 'fk_booking_slot' })
  @Column('uuid')
  slotId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('varchar')
  state!: BookingState;

  @Column('boolean')
  urgent!: boolean;

  /** Why it came onto a closed docket, or after the youth's deadline. */
  @Column('varchar', { nullable: true })
  lateReason!: string | null;

  @Column('boolean', { nullable: true })
  youthSaidYes!: boolean | null;

  @Column('varchar', { nullable: true })
  youthAnswerNote!: string | null;

  @Column('timestamptz', { nullable: true })
  youthAnsweredAt!: Date | null;

  @Column('varchar', { nullable: true })
  cancelledReason!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_booking_by' })
  @Column('uuid')
  bookedBy!: string;

  @Column('uuid')
  uid!: string;

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('varchar')
  reference!: string;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  /** Lays the item on another time. The youth said yes to the old time, so the youth is asked again. */
  moveTo(place: BookingPlace, now: Date): void {
    assertStillBooked(this.state);
    this.putAt(place);
    this.askAgain();
    this.touch(now);
  }

  /** Shifts the item with its day by milliseconds; the youth is asked again. */
  shiftBy(milliseconds: number, now: Date): void {
    assertStillBooked(this.state);
    this.startsAt = new Date(this.startsAt.getTime() + milliseconds);
    this.endsAt = new Date(this.endsAt.getTime() + milliseconds);
    this.askAgain();
    this.touch(now);
  }

  /** Notes that other people come; the youth is asked again, as the answer was to time and people. */
  changePeople(now: Date): void {
    assertStillBooked(this.state);
    this.askAgain();
    this.touch(now);
  }

  /** Throws 409 `invalid_transition` unless booked. */
  cancel(reason: string, now: Date): void {
    this.step('cancelled', now);
    this.cancelledReason = reason;
  }

  /** Puts a cancelled item back, under the same calendar identity. */
  restoreAt(place: BookingPlace, now: Date): void {
    this.step('booked', now);
    this.cancelledReason = null;
    this.putAt(place);
    this.askAgain();
  }

  /** Marks the item held. Throws 422 `not_begun` before its time. */
  hold(now: Date): void {
    if (now < this.startsAt) throw rule('not_begun', 'Punktet er ikke begyndt endnu. Meld det afholdt, når mødet har været der.');
    this.step('held', now);
  }

  /** Closes a held item; what closing needs is the conclusion's business. */
  conclude(now: Date): void {
    this.step('concluded', now);
  }

  /** The youth's answer to time and people. It may change until the item is held. */
  youthAnswers(yes: boolean, note: string | null, now: Date): void {
    assertStillBooked(this.state);
    this.youthSaidYes = yes;
    this.youthAnswerNote = note;
    this.youthAnsweredAt = now;
  }

  private putAt({ meetingDayId, span, lateReason }: BookingPlace): void {
    this.meetingDayId = meetingDayId;
    this.slotId = span.first.id;
    this.startsAt = span.startsAt;
    this.endsAt = span.endsAt;
    this.urgent = span.urgent;
    this.lateReason = lateReason;
  }

  private askAgain(): void {
    this.youthSaidYes = null;
    this.youthAnswerNote = null;
    this.youthAnsweredAt = null;
  }

  private step(to: BookingState, now: Date): void {
    assertBookingTransition(this.state, to);
    this.state = to;
    this.touch(now);
  }

  private touch(now: Date): void {
    this.revision += 1;
    this.changedAt = now;
  }
}
