import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MigrationsReadable1795500020100 implements MigrationInterface {
  /** The application tells whether the schema is the one that it was made for. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON migrations TO overgang_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON migrations FROM overgang_app');
  }
}
