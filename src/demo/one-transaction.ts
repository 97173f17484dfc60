import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Runs the work so that all of it is written or nothing: every transaction opened on the source meanwhile becomes a
 * savepoint of one. The work must open one at a time.
 */
export async function inOneTransaction<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const restore = share(source, runner);
  try {
    await runner.startTransaction();
    const result = await work();
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // Where the connection is gone, the server has rolled back by itself.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await restore();
  }
}

/** Hands the one runner to everybody who asks for one; the answer gives it back and puts the source right again. */
function share(source: DataSource, runner: QueryRunner): () => Promise<void> {
  const release = runner.release.bind(runner);
  const create = source.createQueryRunner.bind(source);
  runner.release = () => Promise.resolve();
  source.createQueryRunner = () => runner;
  return async () => {
    source.createQueryRunner = create;
    await release();
  };
}
