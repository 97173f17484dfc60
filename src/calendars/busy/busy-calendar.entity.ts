import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { ServerProblemCode } from '../servers/server-problem.js';

/** The published address of a person's own calendar. It opens the calendar, so it is sealed like a password. */
@Entity('busy_calendar')
export class BusyCalendar {
  @ForeignKey(() => StaffMember, { name: 'fk_busy_calendar_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_busy_calendar' })
  staffId!: string;

  @Column('bytea')
  address!: Buffer;

  /** The server alone, to be shown. */
  @Column('varchar')
  host!: string;

  @Column('timestamptz')
  setAt!: Date;

  /** The server's tag of what was read last. */
  @Column('varchar', { nullable: true })
  etag!: string | null;

  @Index('ix_busy_calendar_due')
  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  @Column('varchar', { nullable: true })
  problem!: ServerProblemCode | null;

  /** In a row, since it was last read. */
  @Column('integer')
  failures!: number;
}
