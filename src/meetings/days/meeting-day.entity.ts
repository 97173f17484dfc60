import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Room } from '../../departments/room.entity.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { MeetingSeries } from '../series/meeting-series.entity.js';
import { assertDayTransition, type DayState } from './day-state.js';

/** What of a day shows in a calendar besides its state. */
export interface DayFrame {
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesOn: CalendarDate;
  readonly roomId: string | null;
  readonly link: string | null;
  readonly chairId: string;
  readonly minuteTakerId: string;
}

/** Where a day lay before it was moved, and whether a person had decided that. */
export interface FormerPlace extends Pick<DayFrame, 'date' | 'startsAt' | 'closesOn' | 'roomId'> {
  readonly reason: string | null;
  readonly settledByHand: boolean;
}

/**
 * A K-møde: one day with its slots and standing people. It has one calendar identity for life (`uid`, `reference`); every
 * change of time, place or state raises `revision` in the same transaction.
 */
@Entity('meeting_day')
@Check('ck_meeting_day_state', "state IN ('planned', 'closed', 'held', 'cancelled')")
@Check('ck_meeting_day_period', 'ends_at > starts_at')
@Unique('uq_meeting_day_uid', ['uid'])
@Unique('uq_meeting_day_nominal', ['seriesId', 'nominalDate'])
@Index('ix_meeting_day_date', ['date'])
@Index('ix_meeting_day_chair', ['chairId', 'startsAt'])
@Index('ix_meeting_day_minute_taker', ['minuteTakerId', 'startsAt'])
export class MeetingDay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_day' })
  id!: string;

  /** Null for an ad hoc day. */
  @ForeignKey(() => MeetingSeries, { name: 'fk_meeting_day_series' })
  @Column('uuid', { nullable: true })
  seriesId!: string | null;

  /** The series' own date that the day stands for, wherever it is held. */
  @Column('date', { nullable: true })
  nominalDate!: CalendarDate | null;

  @Column('date')
  date!: CalendarDate;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @ForeignKey(() => Room, { name: 'fk_meeting_day_room' })
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  @Column('varchar', { nullable: true })
  link!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_chair' })
  @Column('uuid')
  chairId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_minute_taker' })
  @Column('uuid')
  minuteTakerId!: string;

  @Column('varchar')
  state!: DayState;

  /** Why the day was moved or cancelled. */
  @Column('varchar', { nullable: true })
  reason!: string | null;

  /** From this date on the docket is closed: five working days before, later when reopened. */
  @Column('date')
  closesOn!: CalendarDate;

  /** A person has moved, cancelled or made it: the series leaves it alone. */
  @Column('boolean', { default: false })
  settledByHand!: boolean;

  @Column('uuid')
  uid!: string;

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('varchar')
  reference!: string;

  @Column('timestamptz')
  changedAt!: Date;

  /** When an item was last moved from here to another day: there is one less here, and no item of the day tells so. */
  @Column('timestamptz', { nullable: true })
  itemLeftAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Still ahead as a meeting: neither held nor cancelled. */
  get stands(): boolean {
    return this.state === 'planned' || this.state === 'closed';
  }

  /** Throws 409 `invalid_transition`, saying where the day stands, when it is held or cancelled. */
  assertStands(): void {
    if (!this.stands) assertDayTransition(this.state, 'closed');
  }

  /** Takes another time, place or standing people. Throws 409 `invalid_transition` when it does not stand. */
  reframe(frame: DayFrame, now: Date): void {
    this.assertStands();
    Object.assign(this, frame);
    this.touch(now);
  }

  /** Lies again as it did before it was moved. */
  putBack({ date, startsAt, closesOn, roomId, reason, settledByHand }: FormerPlace, now: Date): void {
    const endsAt = new Date(this.endsAt.getTime() + startsAt.getTime() - this.startsAt.getTime());
    const { link, chairId, minuteTakerId } = this;
    this.reframe({ date, startsAt, endsAt, closesOn, roomId, link, chairId, minuteTakerId }, now);
    Object.assign(this, { reason, settledByHand });
  }

  /** A person has decided: the series leaves the day alone from now. */
  settle(reason: string | null): void {
    this.settledByHand = true;
    this.reason = reason;
  }

  /** Throws 409 `invalid_transition` when held or cancelled already. */
  cancel(reason: string, now: Date): void {
    this.step('cancelled', now);
    this.reason = reason;
  }

  /** Closes the docket: only urgent items come on it from now. */
  close(now: Date): void {
    this.step('closed', now);
  }

  /** Opens a closed docket until `closesOn`. */
  reopen(closesOn: CalendarDate, now: Date): void {
    if (this.state !== 'closed') assertDayTransition(this.state, this.state);
    this.step('planned', now);
    this.closesOn = closesOn;
  }

  /** Plans a left-out day of a series anew, under the same calendar identity. */
  revive(now: Date): void {
    if (this.state !== 'cancelled') assertDayTransition(this.state, this.state);
    this.step('planned', now);
    this.reason = null;
  }

  /** The day is over. @throws DomainError conflict `invalid_transition` */
  hold(now: Date): void {
    this.step('held', now);
  }

  private step(to: DayState, now: Date): void {
    assertDayTransition(this.state, to);
    this.state = to;
    this.touch(now);
  }

  private touch(now: Date): void {
    this.revision += 1;
    this.changedAt = now;
  }
}
