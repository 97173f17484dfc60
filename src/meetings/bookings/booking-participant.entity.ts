import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { ParticipantRole } from '../proposals/who-must-come.js';
import { Booking } from './booking.entity.js';

export const PARTICIPANT_ANSWERS = ['accepted', 'declined', 'tentative'] as const;
export type ParticipantAnswer = (typeof PARTICIPANT_ANSWERS)[number];

/** A member of staff who comes to an item. */
@Entity('booking_participant')
@Check('ck_booking_participant_answer', "answer IN ('accepted', 'declined', 'tentative')")
@Index('ix_booking_participant_staff', ['staffId'])
export class BookingParticipant {
  @ForeignKey(() => Booking, { name: 'fk_booking_participant_booking' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_booking_participant' })
  bookingId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_booking_participant_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_booking_participant' })
  staffId!: string;

  @Column('varchar')
  role!: ParticipantRole;

  /** The authority area that the person comes for. */
  @Column('varchar', { nullable: true })
  area!: string | null;

  @Column('boolean')
  mandatory!: boolean;

  /** Sits the whole day; the item does not take the person again. */
  @Column('boolean')
  standing!: boolean;

  @Column('boolean')
  decisionPower!: boolean;

  /** The person's answer to the invitation. */
  @Column('varchar', { nullable: true })
  answer!: ParticipantAnswer | null;

  /** When the answer was given, on the page or in a calendar. Null without one, and for answers from before this was kept. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** The member of staff in whose stead the person comes. */
  @Column('uuid', { nullable: true })
  substituteFor!: string | null;
}
