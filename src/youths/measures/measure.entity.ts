import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../../departments/units/department.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { rule } from '../../platform/errors/domain-error.js';
import { Youth } from '../youth.entity.js';

/** Indsats: what one unit gives a youth, under one act and section, from a day on. `endsOn` is the last day. */
@Entity('measure')
@Unique('uq_measure', ['youthId', 'departmentId', 'act', 'section', 'startsOn'])
@Index('ix_measure_department', ['departmentId', 'youthId'])
@Check('ck_measure_period', 'ends_on IS NULL OR ends_on >= starts_on')
export class Measure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_measure' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_measure_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => Department, { name: 'fk_measure_department' })
  @Column('uuid')
  departmentId!: string;

  @Column('varchar')
  title!: string;

  @Column('varchar', { default: '' })
  act!: string;

  @Column('varchar', { default: '' })
  section!: string;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date', { nullable: true })
  endsOn!: CalendarDate | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Sets the last day, or moves it. Throws 422 `ends_before_start`. */
  end(endsOn: CalendarDate): void {
    if (endsOn < this.startsOn) {
      throw rule('ends_before_start', 'Indsatsen kan ikke slutte, før den er begyndt. Vælg en senere dato.');
    }
    this.endsOn = endsOn;
  }

  /** It goes on, without a last day. */
  goOn(): void {
    this.endsOn = null;
  }
}
