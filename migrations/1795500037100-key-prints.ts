import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyPrints1795500037100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE key_print (
        setting varchar NOT NULL CONSTRAINT ck_key_print_setting CHECK (setting IN ('CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY')),
        print varchar NOT NULL,
        noted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_key_print PRIMARY KEY (setting, print)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON key_print FROM overgang_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_print');
  }
}
