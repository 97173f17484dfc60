import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Booking } from '../bookings/booking.entity.js';
import { MeetingDay } from '../days/meeting-day.entity.js';
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

  @ForeignKey(() => MeetingDay, { name: 'fk_occupancy_day' })
  @Index('ix_occupancy_day')
  @Column('uuid')
  meetingDayId!: string;

  /** Null for what the day itself takes. */
  @ForeignKey(() => Booking, { name: 'fk_occupancy_booking' })
  @Index('ix_occupancy_booking')
  @Column('uuid', { nullable: true })
  bookingId!: string | null;
}
