import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Department } from '../../departments/units/department.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';

/** What a unit has to say before an item; "intet at tilføje" is an answer too. */
@Entity('preparation')
@Unique('uq_preparation', ['bookingId', 'departmentId'])
export class Preparation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_preparation' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_preparation_booking' })
  @Column('uuid')
  bookingId!: string;

  @ForeignKey(() => Department, { name: 'fk_preparation_department' })
  @Column('uuid')
  departmentId!: string;

  @Column('boolean')
  nothingToAdd!: boolean;

  @Column('varchar', { nullable: true })
  text!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_preparation_author' })
  @Column('uuid')
  authorId!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
