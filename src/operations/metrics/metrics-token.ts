import { timingSafeEqual } from 'node:crypto';
import type { Config } from '../../platform/config/config.js';

/** Whether the header `authorization` holds `METRICS_TOKEN`; without that setting nobody reads. */
export function mayReadMetrics({ METRICS_TOKEN: token }: Pick<Config, 'METRICS_TOKEN'>, authorization: string | undefined): boolean {
  return token !== undefined && same(authorization ?? '', `Bearer ${token}`);
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
