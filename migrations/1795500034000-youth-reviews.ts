import type { MigrationInterface, QueryRunner } from 'typeorm';

export class YouthReviews1795500034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE youth_review (
        id uuid CONSTRAINT pk_youth_review PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_youth_review_youth REFERENCES youth (id),
        department_id uuid NOT NULL CONSTRAINT fk_youth_review_department REFERENCES department (id),
        return_on date NOT NULL,
        reviewed_by uuid NOT NULL,
        reviewed_at timestamptz NOT NULL,
        CONSTRAINT uq_youth_review UNIQUE (youth_id, department_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE youth_review');
  }
}
