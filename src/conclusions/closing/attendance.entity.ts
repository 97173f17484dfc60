import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { BookingGuest } from '../../meetings/bookings/booking-guest.entity.js';
import { Conclusion } from './conclusion.entity.js';

/** Whether somebody who was expected at an item came, and who came instead. */
@Entity('attendance')
@Check('ck_attendance_person', 'num_nonnulls(staff_id, guest_id) = 1')
@Index('ix_attendance_conclusion', ['conclusionId'])
export class Attendance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attendance' })
  id!: string;

  @ForeignKey(() => Conclusion, { name: 'fk_attendance_conclusion' })
  @Column('uuid')
  conclusionId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_attendance_staff' })
  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @ForeignKey(() => BookingGuest, { name: 'fk_attendance_guest' })
  @Column('uuid', { nullable: true })
  guestId!: string | null;

  @Column('boolean')
  present!: boolean;

  @ForeignKey(() => StaffMember, { name: 'fk_attendance_substitute' })
  @Column('uuid', { nullable: true })
  substituteId!: string | null;

  /** Why nobody came for the area. */
  @Column('varchar', { nullable: true })
  absentReason!: string | null;
}
