import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Department } from '../departments/units/department.entity.js';
import { StaffMember } from '../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Actor } from '../platform/database/actor.js';
import { Youth } from '../youths/youth.entity.js';
import type { BelongsAnswers, BelongsOutcome } from './belongs/belongs-answers.js';
import { conflict } from '../platform/errors/domain-error.js';
import { stateAfter, type ReferralState, type ReferralVerb, TAKEN_BACK_FROM } from './referral-states.js';
import type { Purpose, ReferralTypeCode, UrgentReason, WithoutYouthReason } from './types/referral-codes.js';
import { ReferralType } from './types/referral-type.entity.js';

/** One step that a referral has taken; `recordStep` writes it down with what follows from it. */
export interface ReferralStep {
  readonly verb: ReferralVerb | 'takeBack';
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly reason: string | null;
  readonly byStaffId: string | null;
  readonly at: Date;
}

/** An indstilling: somebody asks for an item on a K-møde. Without `youthId` it is anonymous. */
@Entity('referral')
@Check('ck_referral_purpose', "purpose IN ('coordinate', 'spar', 'decide')")
@Check('ck_referral_urgent_reason', "urgent_reason IN ('moved_in', 'late_diagnosis', 'losing_support', 'other')")
@Check('ck_referral_belongs_outcome', "belongs_outcome IN ('yes', 'no', 'unclear', 'coordinate_directly')")
@Check(
  'ck_referral_state',
  "state IN ('draft', 'submitted', 'accepted', 'returned', 'directly_coordinated', 'withdrawn', 'booked', 'concluded')",
)
@Check('ck_referral_anonymous', "youth_id IS NOT NULL OR type IN ('sparring', 'internal_discussion')")
@Index('ix_referral_state', ['state', 'submittedAt'])
@Index('ix_referral_youth', ['youthId'])
export class Referral {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_referral' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_referral_youth' })
  @Column('uuid', { nullable: true })
  youthId!: string | null;

  @Column('varchar')
  type!: ReferralTypeCode;

  /** The version of the type that was in force when the referral was raised. */
  @ForeignKey(() => ReferralType, { name: 'fk_referral_type' })
  @Column('uuid')
  typeId!: string;

  @Column('varchar')
  purpose!: Purpose;

  @Column('varchar')
  reason!: string;

  @Column('varchar', { array: true })
  areas!: string[];

  @Column('varchar', { nullable: true })
  urgentReason!: UrgentReason | null;

  @Column('varchar', { nullable: true })
  urgentNote!: string | null;

  @Column('jsonb')
  belongs!: BelongsAnswers;

  @Column('varchar')
  belongsOutcome!: BelongsOutcome;

  @Column('varchar', { nullable: true })
  withoutYouthReason!: WithoutYouthReason | null;

  @Column('varchar', { nullable: true })
  withoutYouthNote!: string | null;

  /** What the youth wants from the item, in the youth's own words. */
  @Column('varchar', { nullable: true })
  youthWish!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_referral_author' })
  @Column('uuid')
  authorId!: string;

  @ForeignKey(() => Department, { name: 'fk_referral_author_department' })
  @Column('uuid')
  authorDepartmentId!: string;

  @Column('varchar')
  state!: ReferralState;

  /** True after a meeting day was moved or cancelled under it: it is first in line for the next. */
  @Column('boolean', { default: false })
  queueFirst!: boolean;

  @Column('date', { nullable: true })
  returnOn!: CalendarDate | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  get anonymous(): boolean {
    return this.youthId === null;
  }

  get urgent(): boolean {
    return this.urgentReason !== null;
  }

  /** Sends a draft, or one that was returned, to triage. All verbs throw 409 `invalid_transition`. */
  submit(actor: Actor, now: Date): ReferralStep {
    const step = this.move('submit', actor, now);
    this.submittedAt = now;
    this.returnOn = null;
    return step;
  }

  /** The case belongs at the K-møde and may have a time. @throws DomainError conflict `invalid_transition` */
  accept(actor: Actor, now: Date, reason: string | null = null): ReferralStep {
    const step = this.move('accept', actor, now, reason);
    this.acceptedAt = now;
    return step;
  }

  /** Sends it back to its author, perhaps to be raised again on a day. */
  return(actor: Actor, now: Date, reason: string, returnOn: CalendarDate | null = null): ReferralStep {
    const step = this.move('return', actor, now, reason);
    this.returnOn = returnOn;
    this.queueFirst = false;
    return step;
  }

  /** The units sort it out without a meeting: a good ending ("de rigtige unge", TULU-rapporten 2016). */
  coordinateDirectly(actor: Actor, now: Date, reason: string): ReferralStep {
    return this.move('coordinateDirectly', actor, now, reason);
  }

  /** Nobody asks for the meeting any more. @throws DomainError conflict `invalid_transition` */
  withdraw(actor: Actor, now: Date, reason: string): ReferralStep {
    return this.move('withdraw', actor, now, reason);
  }

  /** It has a time, and its place in the queue is given up. @throws DomainError conflict `invalid_transition` */
  book(actor: Actor, now: Date): ReferralStep {
    const step = this.move('book', actor, now);
    this.queueFirst = false;
    return step;
  }

  /** Lost its time: accepted again; first in line when it was the municipality that took the time away. */
  unbook(actor: Actor, now: Date, reason: string, firstInLine: boolean): ReferralStep {
    const step = this.move('unbook', actor, now, reason);
    this.queueFirst = firstInLine;
    return step;
  }

  /** Its item is closed. @throws DomainError conflict `invalid_transition` */
  conclude(actor: Actor, now: Date): ReferralStep {
    return this.move('conclude', actor, now);
  }

  /** Undoes the last step that was taken on it. @throws DomainError conflict `invalid_transition` when that is not to be undone */
  takeBack(last: { readonly from: ReferralState; readonly to: ReferralState }, actor: Actor, now: Date): ReferralStep {
    const { state: from } = this;
    if (from !== last.to || !TAKEN_BACK_FROM.includes(from)) throw conflict('invalid_transition', 'Det kan ikke fortrydes længere. Hent siden igen.', { state: from });
    this.state = last.from;
    if (from === 'accepted') this.acceptedAt = null;
    if (from === 'returned') this.returnOn = null;
    return { verb: 'takeBack', from, to: this.state, reason: null, byStaffId: actor.staffId, at: now };
  }

  private move(verb: ReferralVerb, actor: Actor, now: Date, reason: string | null = null): ReferralStep {
    const { state: from } = this;
    this.state = stateAfter(from, verb);
    return { verb, from, to: this.state, reason, byStaffId: actor.staffId, at: now };
  }
}
