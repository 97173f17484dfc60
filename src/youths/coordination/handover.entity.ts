import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { newId } from '../../platform/database/ids.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { conflict, forbidden } from '../../platform/errors/domain-error.js';
import { Youth } from '../youth.entity.js';

/** After so many days without an answer both team leaders are told. */
export const DAYS_TO_ANSWER = 7;

export type HandoverState = 'offered' | 'accepted' | 'declined' | 'withdrawn';

export interface HandoverOffer {
  readonly youthId: string;
  /** The coordinating caseworker of today; null when the youth has none. */
  readonly fromStaffId: string | null;
  readonly toStaffId: string;
  readonly offeredBy: string;
}

/** An offer that another becomes the coordinating caseworker. Until it is accepted the present one stays. */
@Entity('handover')
@Check('ck_handover_state', "state IN ('offered', 'accepted', 'declined', 'withdrawn')")
@Index('uq_handover_open', ['youthId'], { unique: true, where: "state = 'offered'" })
@Index('ix_handover_receiver', ['toStaffId'], { where: "state = 'offered'" })
export class Handover {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_handover' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_handover_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_handover_from' })
  @Column('uuid', { nullable: true })
  fromStaffId!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_handover_to' })
  @Column('uuid')
  toStaffId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_handover_offered_by' })
  @Column('uuid')
  offeredBy!: string;

  @Column('timestamptz')
  offeredAt!: Date;

  @Column('varchar')
  state!: HandoverState;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  escalatedAt!: Date | null;

  /** An offer that waits for its receiver; until then nothing changes hands. */
  static offer(offer: HandoverOffer, now: Date): Handover {
    const fields = { id: newId(), offeredAt: now, state: 'offered', answeredAt: null, escalatedAt: null };
    return Object.assign(new Handover(), offer, fields);
  }

  /** Only the receiver accepts. Throws 403 `not_receiver`, 409 `invalid_transition`. */
  accept(staffId: string, now: Date): void {
    this.answer(staffId, 'accepted', now);
  }

  /** Only the receiver declines. Throws 403 `not_receiver`, 409 `invalid_transition`. */
  decline(staffId: string, now: Date): void {
    this.answer(staffId, 'declined', now);
  }

  /** Takes the offer back. Throws 409 `invalid_transition` when it has been answered. */
  withdraw(now: Date): void {
    this.close('withdrawn', now);
  }

  /** Whether `DAYS_TO_ANSWER` days have gone by, counted in days in Copenhagen. */
  isUnansweredTooLong(asOf: CalendarDate): boolean {
    return this.state === 'offered' && addDays(dateAt(this.offeredAt), DAYS_TO_ANSWER) <= asOf;
  }

  private answer(staffId: string, state: 'accepted' | 'declined', now: Date): void {
    if (staffId !== this.toStaffId) {
      throw forbidden('not_receiver', 'Kun den, der er tilbudt den unge, kan svare på overdragelsen.');
    }
    this.close(state, now);
  }

  private close(state: HandoverState, now: Date): void {
    if (this.state !== 'offered') {
      throw conflict('invalid_transition', 'Overdragelsen er allerede afsluttet. Hent siden igen og se, hvem der koordinerer nu.');
    }
    this.state = state;
    this.answeredAt = now;
  }
}
