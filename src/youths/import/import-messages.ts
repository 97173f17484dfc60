import { defineMessage } from '../../platform/outbox/message.js';

/** A part of a large import waits to land; each part calls the next, so that they come one by one. */
export const youthImportPartReady = defineMessage<{ importId: string; part: number }>('youths.import-part');
