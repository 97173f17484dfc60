import { defineMessage } from '../../platform/outbox/message.js';

/** A share of a large import whose deadlines are to be computed: the youths whose ids lie between the two, both included. */
export const importShareLanded = defineMessage<{ importId: string; fromId: string; toId: string; last: boolean }>('deadlines.import_share');
