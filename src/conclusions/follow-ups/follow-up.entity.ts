import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Youth } from '../../youths/youth.entity.js';

export type FollowUpState = 'open' | 'done' | 'cancelled';

/**
 * An opfølgning: a date on which the coordinating caseworker checks the actions; a K-møde only when things are stuck.
 * One calendar identity for life; every change of date, owner or state raises `revision`.
 */
@Entity('follow_up')
@Unique('uq_follow_up_uid', ['uid'])
@Check('ck_follow_up_state', "state IN ('open', 'done', 'cancelled')")
@Index('ix_follow_up_owner', ['ownerId', 'checkOn'], { where: "state = 'open'" })
@Index('ix_follow_up_cancelled', ['ownerId', 'changedAt'], { where: "state = 'cancelled'" })
export class FollowUp {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_follow_up' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_follow_up_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => Booking, { name: 'fk_follow_up_booking' })
  @Column('uuid')
  bookingId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_follow_up_owner' })
  @Column('uuid')
  ownerId!: string;

  @Column('date')
  checkOn!: CalendarDate;

  @Column('varchar')
  state!: FollowUpState;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

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

  /** The actions were checked; saying so again changes nothing. Throws 409 `invalid_transition` when cancelled. True when it changed. */
  complete(now: Date): boolean {
    if (this.state === 'done') return false;
    this.requireOpen();
    this.state = 'done';
    this.doneAt = now;
    this.touch(now);
    return true;
  }

  /** Another day. Throws 409 `invalid_transition` unless open. */
  moveTo(checkOn: CalendarDate, now: Date): void {
    this.requireOpen();
    if (checkOn === this.checkOn) return;
    this.checkOn = checkOn;
    this.touch(now);
  }

  private requireOpen(): void {
    if (this.state !== 'open') throw conflict('invalid_transition', 'Opfølgningen er allerede afsluttet.', { state: this.state });
  }

  private touch(now: Date): void {
    this.revision += 1;
    this.changedAt = now;
  }
}
