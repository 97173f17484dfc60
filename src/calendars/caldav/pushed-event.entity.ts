import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CalendarTarget } from './calendar-target.entity.js';

/**
 * One resource that we have made, or are about to make, on a calendar server. It is written before the server is asked, so that
 * nothing of ours is ever unknown; whatever has no row here is somebody else's and is left alone.
 */
@Entity('pushed_event')
export class PushedEvent {
  @ForeignKey(() => CalendarTarget, { name: 'fk_pushed_event_target' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pushed_event' })
  targetId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pushed_event' })
  uid!: string;

  @Column('integer')
  revision!: number;

  /** Of the text that the server took last; null before it took any. */
  @Column('varchar', { nullable: true })
  textHash!: string | null;

  /** The server's tag of that text; null when it gave none. */
  @Column('varchar', { nullable: true })
  etag!: string | null;
}
