import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';

/** Who sits for an area on every day of a series, and who comes instead. */
@Entity('panel_member')
@Index('uq_panel_member_area', ['seriesId', 'area'], { unique: true, where: 'removed_at IS NULL' })
export class PanelMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_panel_member' })
  id!: string;

  @ForeignKey(() => MeetingSeries, { name: 'fk_panel_member_series' })
  @Column('uuid')
  seriesId!: string;

  @Column('varchar')
  area!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_panel_member_staff' })
  @Column('uuid')
  staffId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_panel_member_deputy' })
  @Column('uuid', { nullable: true })
  deputyId!: string | null;

  @Column('boolean')
  decisionPower!: boolean;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
