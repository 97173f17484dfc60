import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Department } from '../departments/units/department.entity.js';
import { Youth } from './youth.entity.js';

/** A youth was moved from one unit to another: both units' sums of deadlines changed then, though no deadline did. */
@Entity('unit_change')
@Index('ix_unit_change_from', ['fromId'])
@Index('ix_unit_change_to', ['toId'])
export class UnitChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_unit_change' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_unit_change_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => Department, { name: 'fk_unit_change_from' })
  @Column('uuid')
  fromId!: string;

  @ForeignKey(() => Department, { name: 'fk_unit_change_to' })
  @Column('uuid')
  toId!: string;

  @Column('timestamptz')
  changedAt!: Date;
}
