import type { MailContent } from './mail-delivery.entity.js';

/** Whether two messages tell a person the same time and room; a change of others' seats is no news. */
export function tellsTheSame(a: MailContent, b: MailContent): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.room === b.room;
}
