import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ParticipantAnswer } from './booking-participant.entity.js';
import { Booking } from './booking.entity.js';

export type GuestKind = 'youth' | 'custody_holder' | 'network_person' | 'companion' | 'external';

/** Somebody invited to an item who is not staff. */
@Entity('booking_guest')
@Check('ck_booking_guest_kind', "kind IN ('youth', 'custody_holder', 'network_person', 'companion', 'external')")
@Check('ck_booking_guest_answer', "answer IN ('accepted', 'declined', 'tentative')")
@Check('ck_booking_guest_email', "email IS NULL OR kind IN ('external', 'network_person')")
@Index('ix_booking_guest_booking', ['bookingId'])
export class BookingGuest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_booking_guest' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_booking_guest_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  kind!: GuestKind;

  /** The youth, custody holder or network person that it is; null for others. */
  @Column('uuid', { nullable: true })
  sourceId!: string | null;

  @Column('varchar')
  name!: string;

  /** What the guest is to the youth, or does. */
  @Column('varchar', { nullable: true })
  function!: string | null;

  /** Where a professional gets the invitation. Youths, parents and private people get letters, never mail. */
  @Column('varchar', { nullable: true })
  email: string | null = null;

  /** A professional's answer to the invitation. */
  @Column('varchar', { nullable: true })
  answer: ParticipantAnswer | null = null;

  /** When the answer was given, in the guest's calendar. Null without one, and for answers from before this was kept. */
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null = null;
}
