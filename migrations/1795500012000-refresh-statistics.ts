import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RefreshStatistics1795500012000 implements MigrationInterface {
  /** The application may not ANALYZE by itself; after an import it may wait a minute for the server to do so. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        ANALYZE youth, youth_access, measure, coordination, deadline, milestone;
      END $$;
      REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION refresh_statistics() TO overgang_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION refresh_statistics()');
  }
}
