import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of a large import that wait for their turn: sealed, and gone when they have landed. */
export class YouthImportParts1795500004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE youth_import_part (
        import_id uuid NOT NULL CONSTRAINT fk_youth_import_part_import REFERENCES youth_import (id),
        part integer NOT NULL,
        lines bytea NOT NULL,
        CONSTRAINT pk_youth_import_part PRIMARY KEY (import_id, part)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE youth_import_part');
  }
}
