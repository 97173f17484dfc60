import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { conflict } from '../../platform/errors/domain-error.js';
import type { WithoutYouthReason } from '../../referrals/types/referral-codes.js';
import type { OutcomeCode } from '../../referrals/types/referral-type-definition.js';
import { Youth } from '../../youths/youth.entity.js';
import type { AbsenceAnswer, MinutesState, NextKind, YouthView } from './closing-codes.js';
import type { MinutesContent } from '../minutes/minutes-content.js';
import type { Evaluation } from './evaluation.js';


/** How an item ended. Its minutes are a draft until approved; from then on nothing in them changes. */
@Entity('conclusion')
@Unique('uq_conclusion_booking', ['bookingId'])
@Check('ck_conclusion_next_kind', "next_kind IN ('slot', 'check', 'closed')")
@Check('ck_conclusion_minutes_state', "minutes_state IN ('draft', 'approved')")
@Check('ck_conclusion_absence_answer', "absence_answer IN ('rebook', 'sparring', 'outreach')")
@Check(
  'ck_conclusion_next',
  "(next_kind = 'slot') = (next_booking_id IS NOT NULL) AND (next_kind = 'closed') = (closed_because IS NOT NULL)",
)
@Check(
  'ck_conclusion_approved',
  "(minutes_state = 'approved') = (approved_at IS NOT NULL) AND (minutes_state = 'approved') = (minutes IS NOT NULL)",
)
@Index('ix_conclusion_youth', ['youthId'])
export class Conclusion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_conclusion' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_conclusion_booking' })
  @Column('uuid')
  bookingId!: string;

  /** Null for an anonymous item. */
  @ForeignKey(() => Youth, { name: 'fk_conclusion_youth' })
  @Column('uuid', { nullable: true })
  youthId!: string | null;

  @Column('varchar')
  outcome!: OutcomeCode;

  @Column('boolean')
  youthAttended!: boolean;

  @Column('varchar', { nullable: true })
  youthAbsentReason!: WithoutYouthReason | null;

  @Column('varchar', { nullable: true })
  youthAbsentNote!: string | null;

  @Column('varchar', { nullable: true })
  youthView!: YouthView | null;

  /** What followed when the youth did not come. */
  @Column('varchar', { nullable: true })
  absenceAnswer!: AbsenceAnswer | null;

  @Column('varchar', { nullable: true })
  absenceAnswerReason!: string | null;

  @Column('varchar', { nullable: true })
  noActionsBecause!: string | null;

  /** Places to choose between (STU-loven § 2 a). */
  @Column('varchar', { array: true, nullable: true })
  places!: string[] | null;

  @Column('varchar', { nullable: true })
  fewerPlacesBecause!: string | null;

  /** Whom the meeting named. Until that person accepts the hand-over, the former coordinating caseworker stays. */
  @ForeignKey(() => StaffMember, { name: 'fk_conclusion_coordinator' })
  @Column('uuid', { nullable: true })
  coordinatorId!: string | null;

  @Column('varchar')
  nextKind!: NextKind;

  @ForeignKey(() => Booking, { name: 'fk_conclusion_next_booking' })
  @Column('uuid', { nullable: true })
  nextBookingId!: string | null;

  @Column('varchar', { nullable: true })
  closedBecause!: string | null;

  @Column('jsonb', { nullable: true })
  evaluation!: Evaluation | null;

  @Column('varchar')
  minutesState!: MinutesState;

  @ForeignKey(() => StaffMember, { name: 'fk_conclusion_by' })
  @Column('uuid')
  concludedBy!: string;

  @Column('timestamptz')
  concludedAt!: Date;

  @ForeignKey(() => StaffMember, { name: 'fk_conclusion_approved_by' })
  @Column('uuid', { nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  /** The minutes as they were approved; later changes of actions or names do not reach them. */
  @Column('jsonb', { nullable: true })
  minutes!: MinutesContent | null;

  /** Rises with each correction of the draft minutes. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Notes a correction. Throws 409 `minutes_approved` when the minutes stand. */
  correct(): void {
    this.requireDraft();
    this.version += 1;
  }

  /** Freezes the minutes as they stand. Throws 409 `minutes_approved` when they already are. */
  approve(minutes: MinutesContent, staffId: string, now: Date): void {
    this.requireDraft();
    this.minutes = minutes;
    this.minutesState = 'approved';
    this.approvedBy = staffId;
    this.approvedAt = now;
  }

  /** Throws 409 `minutes_approved` when the minutes stand. */
  requireDraft(): void {
    if (this.minutesState === 'approved') throw conflict('minutes_approved', 'Referatet er godkendt og kan ikke ændres mere.');
  }
}
