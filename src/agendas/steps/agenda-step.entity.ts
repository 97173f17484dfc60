import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Booking } from '../../meetings/bookings/booking.entity.js';

/** One step of an item's agenda, with its share of the time. */
@Entity('agenda_step')
@Check('ck_agenda_step_minutes', 'minutes > 0')
@Unique('uq_agenda_step_position', ['bookingId', 'position'])
export class AgendaStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agenda_step' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_agenda_step_booking' })
  @Column('uuid')
  bookingId!: string;

  /** From 1. */
  @Column('integer')
  position!: number;

  @Column('varchar')
  code!: string;

  @Column('varchar')
  title!: string;

  @Column('integer')
  minutes!: number;
}
