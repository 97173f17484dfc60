import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../youth.entity.js';
import type { LineProblem, LineWarning } from './import-problem.js';

export type YouthImportState = 'running' | 'done' | 'failed';

/** One file that was sent in: how far it is and what came of it. The file itself is not kept. */
@Entity('youth_import')
@Check('ck_youth_import_state', "state IN ('running', 'done', 'failed')")
export class YouthImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_import' })
  id!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_youth_import_by' })
  @Column('uuid')
  importedBy!: string;

  @Column('varchar')
  state!: YouthImportState;

  @Column('integer')
  totalLines!: number;

  @Column('integer')
  processedLines!: number;

  @Column('integer')
  created!: number;

  @Column('integer')
  updated!: number;

  @Column('integer')
  unchanged!: number;

  @Column('jsonb')
  rejected!: LineProblem[];

  @Column('jsonb')
  warnings!: LineWarning[];

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}

/** A youth that an import created or changed; what is counted from it is counted anew. */
@Entity('youth_import_youth')
export class YouthImportYouth {
  @ForeignKey(() => YouthImport, { name: 'fk_youth_import_youth_import' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_import_youth' })
  importId!: string;

  @ForeignKey(() => Youth, { name: 'fk_youth_import_youth_youth' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_import_youth' })
  youthId!: string;
}

/** Lines of a large file that wait for their turn, sealed under the key of the CPR numbers. */
@Entity('youth_import_part')
export class YouthImportPart {
  @ForeignKey(() => YouthImport, { name: 'fk_youth_import_part_import' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_import_part' })
  importId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_youth_import_part' })
  part!: number;

  @Column('bytea')
  lines!: Buffer;
}
