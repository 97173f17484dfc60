import { Injectable } from '@nestjs/common';
import { LoadsReferenceData } from '../../platform/database/reference-data.js';
import type { Tx } from '../../platform/database/tx.js';
import { DEPARTMENT_KINDS } from './department-kinds.data.js';

@Injectable()
export class DepartmentKindsLoader {
  /** Adds kinds that are new; a label that the municipality has changed stays. */
  @LoadsReferenceData()
  async load(tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO department_kind (code, label, area) SELECT * FROM unnest($1::varchar[], $2::varchar[], $3::varchar[]) ON CONFLICT (code) DO NOTHING`,
      [DEPARTMENT_KINDS.map((kind) => kind.code), DEPARTMENT_KINDS.map((kind) => kind.label), DEPARTMENT_KINDS.map((kind) => kind.area)],
    );
  }
}
