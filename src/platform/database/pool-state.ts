import type pg from 'pg';
import type { DataSource } from 'typeorm';

export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
  readonly most: number;
  /** Every connection is taken. */
  readonly used: boolean;
}

/** TypeORM keeps the driver's own pool as `master`. */
export function poolState(source: DataSource): PoolState {
  const pool = (source.driver as unknown as { master: pg.Pool & { options: { max: number } } }).master;
  const { totalCount: total, idleCount: idle, waitingCount: waiting, options: { max: most } } = pool;
  return { total, idle, waiting, most, used: total >= most && idle === 0 };
}
