import { defineMessage } from '../../platform/outbox/message.js';

/** A person has just been reminded of a deadline by law that has passed. */
export const legalDeadlineOverdue = defineMessage<{ staffId: string }>('deadlines.legal_overdue');
