import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../../departments/units/department.entity.js';
import type { ServerProblemCode } from '../servers/server-problem.js';

/** A department's shared calendar on a calendar server, which the queue keeps like the department's own. One a department. */
@Entity('calendar_target')
@Unique('uq_calendar_target_url', ['url'])
@Index('uq_calendar_target_department', ['departmentId'], { unique: true, where: '(removing_at IS NULL)' })
export class CalendarTarget {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_calendar_target' })
  id!: string;

  @ForeignKey(() => Department, { name: 'fk_calendar_target_department' })
  @Column('uuid')
  departmentId!: string;

  /** The collection, with a slash at its end. */
  @Column('varchar')
  url!: string;

  @Column('varchar')
  username!: string;

  /** Sealed for this row; never in clear in the database, a log or an answer. */
  @Column('bytea')
  password!: Buffer;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Set when it is being taken away: first what we wrote there, then the row. */
  @Column('timestamptz', { nullable: true })
  removingAt!: Date | null;

  /** One worker at a time writes there. */
  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** When it was last compared with what the server holds. */
  @Column('timestamptz', { nullable: true })
  lookedAt!: Date | null;

  /** Of the rows that were last written there in full. */
  @Column('varchar', { nullable: true })
  fingerprint!: string | null;

  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  succeededAt!: Date | null;

  @Column('varchar', { nullable: true })
  problem!: ServerProblemCode | null;

  /** In a row, since it last went well. */
  @Column('integer')
  failures!: number;

  @Column('timestamptz', { nullable: true })
  retryAt!: Date | null;
}
