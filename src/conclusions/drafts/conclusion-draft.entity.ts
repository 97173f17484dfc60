import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { ClosingStatement } from '../closing/closing-statement.js';

/** A conclusion under way, saved as people write. It goes when the item is closed. */
@Entity('conclusion_draft')
export class ConclusionDraft {
  @ForeignKey(() => Booking, { name: 'fk_conclusion_draft_booking' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_conclusion_draft' })
  bookingId!: string;

  @Column('jsonb')
  content!: ClosingStatement;

  @Column('integer', { default: 1 })
  version!: number;

  @ForeignKey(() => StaffMember, { name: 'fk_conclusion_draft_by' })
  @Column('uuid')
  savedBy!: string;

  @Column('timestamptz')
  savedAt!: Date;
}
