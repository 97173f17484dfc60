import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A room that meetings are held in; it is in one use at a time. */
@Entity('room')
@Unique('uq_room_name', ['name'])
export class Room {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_room' })
  id!: string;

  @Column('varchar')
  name!: string;
}
