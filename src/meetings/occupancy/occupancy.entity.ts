import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';
import type { ResourceKind } from './claim.js';

/**
 * A person, a youth, a room or a day's docket taken for a while. Rows are written and removed only by `occupancy.ts`;
 * the class is here so that the schema check knows the table and its guard.
 */
@Entity('occupancy')
@Check('ck_occupancy_resource_kind', "resource_kind IN ('staff', 'youth', 'room', 'docket')")
@Check('ck_occupancy_during', 'NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)')
@Exclusion('ex_occupancy_once', 'USING gist (resource_id WITH =, during WITH &&)')
export class Occupancy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_occupancy' })
  id!: string;

  @Column('varchar')
  resourceKind!: ResourceKind;

  @Column('uuid')
  resourceId!: string;

  @Column('tstzrange')
  during!: string;

  @Index('ix_occupancy_day')
  @Column('uuid')
  meetingDayId!: string;

  @Index('ix_occupancy_booking')
  @Column('uuid', { nullable: true })
  bookingId!: string | null;
}
