import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { BookingGuest } from '../../meetings/bookings/booking-guest.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { Consent } from '../../youths/consents/consent.entity.js';

/**
 * The minutes for a professional from outside who was invited and did not come. They are handed over by the municipality's own
 * secure post, and only with a consent or an act and section (forvaltningsloven § 28); never by mail.
 */
@Entity('minutes_copy')
@Unique('uq_minutes_copy', ['bookingId', 'guestId'])
@Check('ck_minutes_copy_basis', 'consent_id IS NULL OR (act IS NULL AND section IS NULL)')
@Check('ck_minutes_copy_act', '(act IS NULL) = (section IS NULL)')
@Check('ck_minutes_copy_handed_over', '(handed_over_at IS NULL) = (handed_over_by IS NULL)')
@Check('ck_minutes_copy_not_without_basis', 'handed_over_at IS NULL OR consent_id IS NOT NULL OR act IS NOT NULL')
@Index('ix_minutes_copy_booking', ['bookingId'])
export class MinutesCopy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_minutes_copy' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_minutes_copy_booking' })
  @Column('uuid')
  bookingId!: string;

  @ForeignKey(() => BookingGuest, { name: 'fk_minutes_copy_guest' })
  @Column('uuid')
  guestId!: string;

  @ForeignKey(() => Consent, { name: 'fk_minutes_copy_consent' })
  @Column('uuid', { nullable: true })
  consentId!: string | null;

  @Column('varchar', { nullable: true })
  act!: string | null;

  @Column('varchar', { nullable: true })
  section!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  handedOverAt!: Date | null;

  @ForeignKey(() => StaffMember, { name: 'fk_minutes_copy_handed_over_by' })
  @Column('uuid', { nullable: true })
  handedOverBy!: string | null;

  get hasBasis(): boolean {
    return this.consentId !== null || this.act !== null;
  }
}
