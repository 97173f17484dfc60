import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';

/** What kind of unit it is, and the authority area it answers for. Data: reforms rename and close kinds. */
@Entity('department_kind')
export class DepartmentKind {
  @PrimaryColumn('varchar')
  code!: string;

  @Column('varchar')
  label!: string;

  @Column('varchar')
  area!: string;
}

/** An organisation unit (afdeling, enhed, team) with the dates it exists between. */
@Entity('department')
@Check('ck_department_validity', 'valid_to IS NULL OR valid_to >= valid_from')
@Unique('uq_department_code', ['code', 'validFrom'])
export class Department {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar')
  code!: string;

  @Column('varchar')
  name!: string;

  @Column('varchar')
  @ForeignKey(() => DepartmentKind, { name: 'fk_department_kind' })
  kind!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Department, { name: 'fk_department_parent' })
  parentId: string | null = null;

  /** Whom other units call. */
  @Column('varchar', { nullable: true })
  callName: string | null = null;

  @Column('varchar', { nullable: true })
  callPhone: string | null = null;

  @Column('date')
  validFrom!: CalendarDate;

  @Column('date', { nullable: true })
  validTo: CalendarDate | null = null;
}
