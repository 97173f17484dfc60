import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Department } from '../../departments/units/department.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { Heading, Voice } from '../agenda-words.js';

/** Something that somebody says under one of the headings. The youth may read every one: there is no hidden column. */
@Entity('statement')
@Check('ck_statement_heading', "heading IN ('own_words', 'working_well', 'worries', 'next_steps')")
@Check('ck_statement_voice', "voice IN ('youth', 'parent', 'network', 'unit')")
@Index('ix_statement_booking', ['bookingId', 'position'])
export class Statement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statement' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_statement_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  heading!: Heading;

  /** Whose words they are. */
  @Column('varchar')
  voice!: Voice;

  @Column('varchar', { nullable: true })
  voiceName!: string | null;

  /** The unit that speaks, when one does. */
  @ForeignKey(() => Department, { name: 'fk_statement_department' })
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @Column('varchar')
  text!: string;

  @Column('integer')
  position!: number;

  /** Who wrote it down. */
  @ForeignKey(() => StaffMember, { name: 'fk_statement_author' })
  @Column('uuid')
  authorId!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
