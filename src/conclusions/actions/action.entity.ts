import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Youth } from '../../youths/youth.entity.js';
import type { ActionKind } from '../closing/closing-codes.js';

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** An aftale: who does what by when. One owner, one date. Made at an item, or in the youth's plan. */
@Entity('action')
@Check('ck_action_kind', "kind IN ('agreed', 'tell_youth', 'outreach')")
@Check('ck_action_state', "state IN ('open', 'done', 'dropped')")
@Check('ck_action_closed', "(state = 'open') = (closed_at IS NULL)")
@Index('ix_action_owner', ['ownerId', 'dueOn'], { where: "state = 'open'" })
@Index('ix_action_youth', ['youthId'])
@Index('ix_action_booking', ['bookingId'])
export class Action {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action' })
  id!: string;

  /** Null when it was agreed at an anonymous item. */
  @ForeignKey(() => Youth, { name: 'fk_action_youth' })
  @Column('uuid', { nullable: true })
  youthId!: string | null;

  /** The item it was agreed at; null when it was made in the plan. */
  @ForeignKey(() => Booking, { name: 'fk_action_booking' })
  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  /** The goal of the plan it works for; plans stand below this feature, so the table is named by its name. */
  @ForeignKey('goal', { name: 'fk_action_goal' })
  @Column('uuid', { nullable: true })
  goalId!: string | null;

  @Column('varchar')
  kind!: ActionKind;

  @Column('varchar')
  text!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_action_owner' })
  @Column('uuid')
  ownerId!: string;

  @Column('date')
  dueOn!: CalendarDate;

  @Column('varchar')
  state!: ActionState;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('varchar', { nullable: true })
  closedReason!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Done; saying so again changes nothing. Throws 409 `invalid_transition` when it was dropped. True when it changed. */
  complete(staffId: string, now: Date): boolean {
    if (this.state === 'done') return false;
    this.requireOpen();
    this.close('done', staffId, now, null);
    return true;
  }

  /** Given up, with the reason. Throws 409 `invalid_transition` unless open. */
  drop(staffId: string, now: Date, reason: string): void {
    this.requireOpen();
    this.close('dropped', staffId, now, reason);
  }

  /** Takes a completion or a dropping back. Throws 409 `invalid_transition` when it is open. */
  reopen(): void {
    if (this.state === 'open') throw conflict('invalid_transition', 'Aftalen er allerede åben.', { state: this.state });
    this.state = 'open';
    this.closedAt = null;
    this.closedBy = null;
    this.closedReason = null;
  }

  /** Another date or another owner. Throws 409 `invalid_transition` unless open. */
  change(to: { readonly dueOn?: CalendarDate | undefined; readonly ownerId?: string | undefined }): void {
    this.requireOpen();
    this.dueOn = to.dueOn ?? this.dueOn;
    this.ownerId = to.ownerId ?? this.ownerId;
  }

  /** Ties it to a goal of the plan, or to none. */
  workFor(goalId: string | null): void {
    this.goalId = goalId;
  }

  private close(state: 'done' | 'dropped', staffId: string, now: Date, reason: string | null): void {
    this.state = state;
    this.closedAt = now;
    this.closedBy = staffId;
    this.closedReason = reason;
  }

  private requireOpen(): void {
    if (this.state === 'open') return;
    const stands = this.state === 'done' ? 'Aftalen er allerede klaret.' : 'Aftalen er opgivet.';
    throw conflict('invalid_transition', `${stands} Genåbn den først, hvis den skal ændres.`, { state: this.state });
  }
}
