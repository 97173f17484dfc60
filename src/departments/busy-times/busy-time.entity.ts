import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../staff/staff-member.entity.js';

/** A stretch of time that a person's own calendar has taken. What for is never read into the system. */
@Entity('busy_time')
@Check('ck_busy_time_period', 'ends_at > starts_at')
export class BusyTime {
  @ForeignKey(() => StaffMember, { name: 'fk_busy_time_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_busy_time' })
  staffId!: string;

  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'pk_busy_time' })
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;
}

/** When a person's own calendar was last read, and how far ahead. Without such a row nothing is known of their time. */
@Entity('busy_reading')
export class BusyReading {
  @ForeignKey(() => StaffMember, { name: 'fk_busy_reading_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_busy_reading' })
  staffId!: string;

  @Column('timestamptz')
  readAt!: Date;

  @Column('timestamptz')
  coversUntil!: Date;
}
