import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Feed } from '../feed.entity.js';

/** The address of a new subscription while its owner may still look at it. It opens the calendar, so it is sealed like a password. */
@Entity('feed_address')
export class FeedAddress {
  @ForeignKey(() => Feed, { name: 'fk_feed_address_feed' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_feed_address' })
  feedId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  shownUntil!: Date;
}
