import { ZONE } from './zone.js';

/** Today in Denmark, in SQL; CURRENT_DATE is the day of the server's own zone, which is another for an hour or two each night. */
export const TODAY = `(now() AT TIME ZONE '${ZONE}')::date`;
