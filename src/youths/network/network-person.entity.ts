import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Youth } from '../youth.entity.js';

export const NETWORK_KINDS = ['private', 'professional'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** Somebody around the youth, for the network map. */
@Entity('network_person')
@Check('ck_network_person_kind', "kind IN ('private', 'professional')")
@Check('ck_network_person_closeness', 'closeness BETWEEN 1 AND 3')
@Index('ix_network_person_youth', ['youthId'])
export class NetworkPerson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_network_person' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_network_person_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('varchar')
  kind!: NetworkKind;

  @Column('varchar')
  name!: string;

  /** In the youth's own words: 'storesøster', 'træner'. */
  @Column('varchar')
  relation!: string;

  @Column('varchar', { nullable: true })
  phone!: string | null;

  @Column('varchar', { nullable: true })
  email!: string | null;

  /** Ring of the map: 1 closest, 3 farthest. */
  @Column('integer')
  closeness!: number;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
