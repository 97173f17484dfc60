import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { ParticipantAnswer } from '../bookings/booking-participant.entity.js';
import { MeetingDay } from './meeting-day.entity.js';

/**
 * What somebody who sits a whole day has answered to its invitation. It counts for each of the day's items, also those that come
 * on it later, as long as the day keeps its time and the person the seat.
 */
@Entity('meeting_day_answer')
@Check('ck_meeting_day_answer_answer', "answer IN ('accepted', 'declined', 'tentative')")
export class DayAnswer {
  @ForeignKey(() => MeetingDay, { name: 'fk_meeting_day_answer_day' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_day_answer' })
  meetingDayId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_day_answer_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_day_answer' })
  staffId!: string;

  @Column('varchar')
  answer!: ParticipantAnswer;

  /** When it was given, in the person's calendar. */
  @Column('timestamptz')
  answeredAt!: Date;
}
