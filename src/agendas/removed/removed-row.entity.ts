import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';

/** Tables of an agenda whose rows can be taken away and put back. */
export type Removable = 'statement' | 'scale_rating';

/** The row that a person took away last from an item's agenda, kept so that a slip can be undone until the item is closed. */
@Entity('removed_row')
@Check('ck_removed_row_kind', "kind IN ('statement', 'scale_rating')")
@Index('ix_removed_row_booking', ['bookingId'])
export class RemovedRow {
  /** The id that the row had, and has again when it is put back. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_removed_row' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_removed_row_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  kind!: Removable;

  /** All columns of the row. */
  @Column('jsonb')
  content!: Record<string, unknown>;

  @ForeignKey(() => StaffMember, { name: 'fk_removed_row_by' })
  @Column('uuid')
  removedBy!: string;

  @Column('timestamptz')
  removedAt!: Date;
}
