import type { Config } from '../../platform/config/config.js';
import { bearsToken } from '../../platform/http/same-secret.js';

/** Whether the header `authorization` holds `METRICS_TOKEN`; without that setting nobody reads. */
export function mayReadMetrics({ METRICS_TOKEN: token }: Pick<Config, 'METRICS_TOKEN'>, authorization: string | undefined): boolean {
  return token !== undefined && bearsToken(authorization, token);
}
