import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { Voice } from '../agenda-words.js';

/** One person's number on the scale at one item. */
@Entity('scale_rating')
@Check('ck_scale_rating_voice', "voice IN ('youth', 'parent', 'network', 'unit')")
@Check('ck_scale_rating_value', 'value BETWEEN 0 AND 10')
@Unique('uq_scale_rating_person', ['bookingId', 'voice', 'voiceName'])
export class ScaleRating {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_scale_rating' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_scale_rating_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  voice!: Voice;

  @Column('varchar')
  voiceName!: string;

  @Column('integer')
  value!: number;

  /** What makes it that and not lower. */
  @Column('varchar', { nullable: true })
  because!: string | null;

  /** What would make it one higher. */
  @Column('varchar', { nullable: true })
  oneUp!: string | null;

  /** Who wrote it down. */
  @ForeignKey(() => StaffMember, { name: 'fk_scale_rating_author' })
  @Column('uuid')
  authorId!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
