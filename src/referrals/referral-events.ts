import { defineMessage } from '../platform/outbox/message.js';

/** A referral has been raised, changed or moved. */
export const referralChanged = defineMessage<{ referralId: string }>('referral.changed');
