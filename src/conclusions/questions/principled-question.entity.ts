import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';

/** A principled question that an item raised, written without name; somebody owns finding the answer. */
@Entity('principled_question')
@Index('ix_principled_question_raised', ['raisedAt', 'id'])
export class PrincipledQuestion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_principled_question' })
  id!: string;

  /** Where it came up. Never shown: the question is anonymous, the item is not. */
  @ForeignKey(() => Booking, { name: 'fk_principled_question_booking' })
  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  @Column('varchar')
  text!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_principled_question_owner' })
  @Column('uuid')
  ownerId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_principled_question_by' })
  @Column('uuid')
  raisedBy!: string;

  @Column('timestamptz')
  raisedAt!: Date;

  @Column('varchar', { nullable: true })
  answer!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_principled_question_answered_by' })
  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Writes the answer, or a better one. */
  answerWith(answer: string, staffId: string, now: Date): void {
    this.answer = answer;
    this.answeredBy = staffId;
    this.answeredAt = now;
  }
}
