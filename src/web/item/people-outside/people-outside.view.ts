import { DELIVERY_STATE_LABELS, type InvitationLine } from '../../../invitations/history/list-invitations.js';
import type { ProfessionalLine } from '../../../invitations/history/list-professionals.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import type { Option } from '../../forms/fields.js';
import { capital } from '../../words/capital.js';
import { answerBadge } from '../../words/item-words.js';
import type { Badge } from '../../words/youth-words.js';
import type { PostToShow } from '../post/read-post.js';

export interface PersonOutsideView {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly answer: Badge;
  readonly mail: string;
  /** What to do where the mail did not arrive: the address is wrong, or the server refuses it. */
  readonly undelivered: string | null;
}

/** What the forms say that they do. */
interface PeopleOutsideWords {
  readonly invite: { readonly summary: string; readonly about: string; readonly submit: string };
  readonly remove: { readonly summary: string; readonly about: string };
}

export interface PeopleOutsideView {
  readonly at: string;
  /** Nobody is told by mail; null where mail is sent, and after the meeting. */
  readonly noMail: string | null;
  readonly words: PeopleOutsideWords;
  readonly people: readonly PersonOutsideView[];
  /** Guests can be invited and taken off by the reader. */
  readonly changes: boolean;
  readonly network: readonly Option[];
  readonly mails: ReadonlyArray<{ readonly id: string; readonly who: string; readonly what: string; readonly time: string; readonly state: string }>;
}

const MAIL_KINDS: Readonly<Record<InvitationLine['kind'], string>> = { request: 'Invitation', cancel: 'Afmelding', short_notice: 'Besked med kort varsel' };

const BY_MAIL: PeopleOutsideWords = {
  invite: {
    summary: 'Invitér en udefra', submit: 'Send invitationen',
    about: 'Mailen fortæller, hvornår mødet er, men ikke hvem det handler om. Den unge skal spørges igen, når der kommer nye med.',
  },
  remove: { summary: 'Tag invitationen tilbage', about: 'Personen får en afmelding på mail, og den unge skal spørges igen om deltagerne.' },
};
const BY_YOURSELF: PeopleOutsideWords = {
  invite: {
    summary: 'Sæt en udefra på punktet', submit: 'Sæt på punktet',
    about: 'Der sendes ingen mail. Fortæl selv personen, hvornår og hvor mødet er. Den unge skal spørges igen, når der kommer nye med.',
  },
  remove: { summary: 'Tag personen af punktet', about: 'Der sendes ingen mail. Fortæl selv personen, at mødet ikke gælder mere. Den unge skal spørges igen om deltagerne.' },
};
const UNDELIVERED = 'Mailen nåede ikke frem. Ring til personen.';
const COLLEAGUES = 'Mailadressen er en kollegas, som deltager og selv bliver indkaldt. Derfor kommer der ingen mail til gæsten.';
const NO_MAIL = 'Overgang sender ikke mail, for kommunen har ikke sat en mailserver op. Fortæl selv gæsterne om mødet. Kommer der en mailserver inden mødet, får de også en invitation på mail.';

/** Who from outside is invited, and what became of the mails about the item. */
export function peopleOutsideView({ item, professionals, invitations, network, sendsMail }: Omit<PostToShow, 'letters' | 'copies' | 'consents'>): PeopleOutsideView {
  const booked = item.booking.state === 'booked';
  return {
    at: `/punkter/${item.booking.id}/breve/gaester`, noMail: booked && !sendsMail ? NO_MAIL : null, words: sendsMail ? BY_MAIL : BY_YOURSELF,
    changes: item.handles && booked, people: professionals.map((line) => personView(line, sendsMail)),
    network: network.filter(({ kind }) => kind === 'professional').map(({ id, name, relation, email }) => ({ value: id, label: `${name}, ${relation}${email === null ? ' (e-mail mangler)' : ''}` })),
    mails: invitations.map(({ id, person, kind, startsAt, stateLabel, createdAt }) => ({
      id, who: person.name, what: `${MAIL_KINDS[kind]}: ${momentText(new Date(startsAt))}`, time: formatDateLongDanish(dateAt(createdAt)), state: capital(stateLabel),
    })),
  };
}

function personView({ id, name, function: role, email, answer, colleagues, mail }: ProfessionalLine, sendsMail: boolean): PersonOutsideView {
  return {
    id, name, facts: [role, email].filter((part) => part !== null).join(' · '), answer: answerBadge(answer), mail: colleagues && sendsMail ? COLLEAGUES : mailText(mail, sendsMail), undelivered: mail?.state === 'failed' && !colleagues ? (sendsMail ? `${UNDELIVERED} Eller fjern og invitér igen med den rigtige mailadresse.` : UNDELIVERED) : null,
  };
}

function mailText(mail: ProfessionalLine['mail'], sendsMail: boolean): string {
  if (mail === null) return sendsMail ? 'Der er ikke sendt nogen mail endnu.' : 'Der er ikke sendt nogen mail.';
  const when = mail.state === 'sent' && mail.finishedAt !== null ? ` ${formatDateLongDanish(dateAt(new Date(mail.finishedAt)))}` : '';
  return `${MAIL_KINDS[mail.kind]} på mail: ${DELIVERY_STATE_LABELS[mail.state]}${when}.`;
}

function momentText(at: Date): string {
  return `${formatDateDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
}
