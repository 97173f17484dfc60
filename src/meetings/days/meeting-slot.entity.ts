import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MeetingDay } from './meeting-day.entity.js';

/** A stretch of a K-møde day that one item takes; the urgent one is kept free for urgent referrals. */
@Entity('meeting_slot')
@Unique('uq_meeting_slot_position', ['meetingDayId', 'position'])
@Check('ck_meeting_slot_period', 'ends_at > starts_at')
export class MeetingSlot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_slot' })
  id!: string;

  @ForeignKey(() => MeetingDay, { name: 'fk_meeting_slot_day' })
  @Column('uuid')
  meetingDayId!: string;

  /** 1 for the first; breaks have none. */
  @Column('integer')
  position!: number;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('boolean')
  urgent!: boolean;
}
