import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { MeetingDay } from './meeting-day.entity.js';

/** Who sits for an area on one day. */
@Entity('meeting_day_panel')
@Index('ix_meeting_day_panel_staff', ['staffId'])
export class DayPanelSeat {
  @ForeignKey(() => MeetingDay, { name: 'fk_meeting_day_panel_day' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_day_panel' })
  meetingDayId!: string;

  @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_meeting_day_panel' })
  area!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_panel_staff' })
  @Column('uuid')
  staffId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_panel_deputy' })
  @Column('uuid', { nullable: true })
  deputyId!: string | null;

  @Column('boolean')
  decisionPower!: boolean;

  /** The member whose deputy `staffId` is on this day; null when the member comes. */
  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_panel_stands_in_for' })
  @Column('uuid', { nullable: true })
  standsInFor!: string | null;

  /** False when neither the member nor the deputy could come; the area lacks a person then. */
  @Column('boolean', { default: true })
  seated!: boolean;
}
