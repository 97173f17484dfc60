import { DELIVERY_STATE_LABELS, type InvitationLine } from '../../../invitations/history/list-invitations.js';
import type { ProfessionalLine } from '../../../invitations/history/list-professionals.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import type { Option } from '../../forms/fields.js';
import { capital } from '../../words/capital.js';
import { answerBadge } from '../../words/item-words.js';
import type { Badge } from '../../words/youth-words.js';
import type { PostData } from '../post/read-post.js';

export interface PersonOutsideView {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly answer: Badge;
  readonly mail: string;
  /** The mail did not arrive: the address is wrong, or the server refuses it. */
  readonly undelivered: boolean;
}

export interface PeopleOutsideView {
  readonly at: string;
  readonly people: readonly PersonOutsideView[];
  /** Guests can be invited and taken off by the reader. */
  readonly changes: boolean;
  readonly network: readonly Option[];
  readonly mails: ReadonlyArray<{ readonly id: string; readonly who: string; readonly what: string; readonly time: string; readonly state: string }>;
}

const MAIL_KINDS: Readonly<Record<InvitationLine['kind'], string>> = { request: 'Invitation', cancel: 'Afmelding', short_notice: 'Besked med kort varsel' };

/** Who from outside is invited, and what became of the mails about the item. */
export function peopleOutsideView({ item, professionals, invitations, network }: PostData): PeopleOutsideView {
  return {
    at: `/punkter/${item.booking.id}/breve/gaester`, changes: item.handles && item.booking.state === 'booked', people: professionals.map(personView),
    network: network.filter(({ kind }) => kind === 'professional').map(({ id, name, relation, email }) => ({ value: id, label: `${name}, ${relation}${email === null ? ' (e-mail mangler)' : ''}` })),
    mails: invitations.map(({ id, person, kind, startsAt, stateLabel, createdAt }) => ({
      id, who: person.name, what: `${MAIL_KINDS[kind]}: ${momentText(new Date(startsAt))}`, time: formatDateLongDanish(dateAt(createdAt)), state: capital(stateLabel),
    })),
  };
}

function personView({ id, name, function: role, email, answer, mail }: ProfessionalLine): PersonOutsideView {
  return {
    id, name, facts: [role, email].filter((part) => part !== null).join(' · '), answer: answerBadge(answer), mail: mailText(mail), undelivered: mail?.state === 'failed',
  };
}

function mailText(mail: ProfessionalLine['mail']): string {
  if (mail === null) return 'Der er ikke sendt nogen mail endnu.';
  const when = mail.state === 'sent' && mail.finishedAt !== null ? ` ${formatDateLongDanish(dateAt(new Date(mail.finishedAt)))}` : '';
  return `${MAIL_KINDS[mail.kind]} på mail: ${DELIVERY_STATE_LABELS[mail.state]}${when}.`;
}

function momentText(at: Date): string {
  return `${formatDateDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
}
