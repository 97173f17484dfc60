import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Room } from '../../departments/room.entity.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { KeptAnswers } from './kept-answers.js';
import { MeetingDay } from './meeting-day.entity.js';

/** The last move of a day: how it stood before, for as long as the move may be taken back as a slip. */
@Entity('meeting_day_move')
export class DayMove {
  @ForeignKey(() => MeetingDay, { name: 'fk_meeting_day_move_day' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_day_move' })
  meetingDayId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_move_by' })
  @Column('uuid')
  movedBy!: string;

  @Column('timestamptz')
  movedAt!: Date;

  @Column('date')
  date!: CalendarDate;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('date')
  closesOn!: CalendarDate;

  @ForeignKey(() => Room, { name: 'fk_meeting_day_move_room' })
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  @Column('varchar', { nullable: true })
  reason!: string | null;

  @Column('boolean')
  settledByHand!: boolean;

  /** What people had answered to the time before. */
  @Column('jsonb')
  answers!: KeptAnswers;

  /** How many items lost their place: such a move is not taken back. */
  @Column('integer')
  unplaced!: number;

  /** How the day stood right after the move; another stamp means that something has happened since. */
  @Column('varchar')
  stamp!: string;
}
