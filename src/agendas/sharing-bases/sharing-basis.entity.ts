import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { Consent } from '../../youths/consents/consent.entity.js';

/** Why an area may hear an item: a consent, or an act and section (forvaltningsloven § 28, stk. 2). */
@Entity('sharing_basis')
@Check('ck_sharing_basis_ground', 'consent_id IS NOT NULL OR (act IS NOT NULL AND section IS NOT NULL)')
@Unique('uq_sharing_basis', ['bookingId', 'area'])
export class SharingBasis {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sharing_basis' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_sharing_basis_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  area!: string;

  @ForeignKey(() => Consent, { name: 'fk_sharing_basis_consent' })
  @Column('uuid', { nullable: true })
  consentId!: string | null;

  @Column('varchar', { nullable: true })
  act!: string | null;

  @Column('varchar', { nullable: true })
  section!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_sharing_basis_by' })
  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}
