import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode } from './referral-codes.js';
import type { ReferralTypeDefinition } from './referral-type-definition.js';

/** One version of a type; what the municipality changes is a new row with its own dates in force. */
@Entity('referral_type')
@Unique('uq_referral_type_version', ['code', 'inForceFrom'])
export class ReferralType {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_referral_type' })
  id!: string;

  @Column('varchar')
  code!: ReferralTypeCode;

  @Column('varchar')
  label!: string;

  @Column('jsonb')
  definition!: ReferralTypeDefinition;

  @Column('varchar')
  source!: string;

  @Column('date')
  inForceFrom!: CalendarDate;

  /** Last day in force. */
  @Column('date', { nullable: true })
  inForceTo!: CalendarDate | null;
}
