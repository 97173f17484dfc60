import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReferralState } from './referral-states.js';
import { Referral } from './referral.entity.js';

/** One step of a referral: who moved it, when and why. Rows are only added. */
@Entity('referral_event')
@Index('ix_referral_event_referral', ['referralId', 'at'])
export class ReferralEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_referral_event' })
  id!: string;

  @ForeignKey(() => Referral, { name: 'fk_referral_event_referral' })
  @Column('uuid')
  referralId!: string;

  @Column('varchar')
  fromState!: ReferralState;

  @Column('varchar')
  toState!: ReferralState;

  @Column('varchar', { nullable: true })
  reason!: string | null;

  /** Null when the system moved it. */
  @Column('uuid', { nullable: true })
  byStaffId!: string | null;

  @Column('timestamptz')
  at!: Date;
}
