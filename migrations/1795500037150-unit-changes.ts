import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitChanges1795500037150 implements MigrationInterface {
  /** A week's sum may have been written to a calendar server under a revision above the one that it has now; the next change is to be taken all the same. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_change (
        id uuid CONSTRAINT pk_unit_change PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_unit_change_youth REFERENCES youth (id),
        from_id uuid NOT NULL CONSTRAINT fk_unit_change_from REFERENCES department (id),
        to_id uuid NOT NULL CONSTRAINT fk_unit_change_to REFERENCES department (id),
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX ix_unit_change_from ON unit_change (from_id);
      CREATE INDEX ix_unit_change_to ON unit_change (to_id);
      UPDATE pushed_event SET revision = 0;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_change');
  }
}
