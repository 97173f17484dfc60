import { calendarMails } from '../mail-desk.js';
import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';
import { leftUndone } from './left-undone.js';

type Message = ReturnType<typeof calendarMails>[number];

interface Wish {
  readonly address: string;
  readonly uid: string;
  readonly startsAt: Date;
  readonly stands: boolean;
}

const FAILED = `EXISTS (SELECT 1 FROM mail_delivery gone WHERE gone.subject_id = mail.subject_id AND gone.recipient_id = mail.recipient_id AND gone.state = 'failed')`;
/** What people should have heard last of the items about which the ledger got something to tell since the run began; also those from outside. */
const WISHES = `
  SELECT DISTINCT person.email AS address, item.uid::text AS uid, item.starts_at AS "startsAt",
    item.state <> 'cancelled' AND EXISTS (SELECT 1 FROM booking_participant p WHERE p.booking_id = item.id AND p.staff_id = person.id AND NOT p.standing) AS stands
  FROM mail_delivery mail JOIN booking item ON item.id = mail.subject_id JOIN staff_member person ON person.id = mail.recipient_id
  WHERE mail.kind IN ('request', 'cancel') AND mail.state <> 'elsewhere' AND mail.id <> ALL ($1)
    AND NOT ${FAILED}
  UNION
  SELECT DISTINCT mail.address, item.uid::text, item.starts_at,
    item.state <> 'cancelled' AND EXISTS (SELECT 1 FROM booking_guest guest WHERE guest.id = mail.recipient_id AND guest.booking_id = item.id)
  FROM mail_delivery mail JOIN booking item ON item.id = mail.subject_id
  WHERE mail.recipient_kind = 'guest' AND mail.kind IN ('request', 'cancel') AND mail.id <> ALL ($1) AND NOT ${FAILED}`;

const UNFINISHED = `SELECT id::text AS id, kind, state, last_error AS reason FROM mail_delivery WHERE state IN ('pending', 'sending')`;

/** I3: each mail has one identity and comes once, sequences rise, no CANCEL comes before its REQUEST, and the last word is true. */
export async function mailsInOrder(stage: Stage): Promise<Findings> {
  const unfinished = await leftUndone(() => stage.query<{ id: string; kind: string; state: string; reason: string | null }>(UNFINISHED), stage.bars.takeOverMs);
  const messages = calendarMails(stage);
  const wishes = await stage.query<Wish>(WISHES, [stage.world.told]);
  return together([
    copies(stage, messages),
    problems([...threads(messages)].flatMap(([thread, arrived]) => wrongOrder(thread, arrived))),
    problems(unfinished.map(({ kind, state, reason }) => `I3 a ${kind} is still ${state} (${reason ?? 'no reason'})`), 'lost'),
    problems(wishes.flatMap((wish) => falseLastWord(wish, threads(messages))), 'lost'),
  ]);
}

function threads(messages: readonly Message[]): Map<string, Message[]> {
  const found = new Map<string, Message[]>();
  for (const message of messages) found.set(`${message.to} ${message.uid}`, [...(found.get(`${message.to} ${message.uid}`) ?? []), message]);
  return found;
}

function copies(stage: Stage, messages: readonly Message[]): Findings {
  const identities = new Map<string, Set<string>>();
  for (const { messageId, to, uid, sequence, method } of messages) {
    identities.set(messageId, (identities.get(messageId) ?? new Set()).add(`${to} ${uid} ${sequence} ${method}`));
  }
  const { mails } = stage.mail;
  const repeated = mails.length - new Set(mails.map((mail) => mail.parsed.messageId)).size;
  const twoFaced = [...identities.values()].filter((faces) => faces.size > 1).length;
  const distinct = new Set(messages.map(({ to, uid, sequence, method }) => `${to} ${uid} ${sequence} ${method}`)).size;
  return {
    lost: 0, duplicated: repeated,
    problems: [
      ...(repeated > stage.mayRepeat ? [`I3 ${repeated} mails came again, ${stage.mayRepeat} may`] : []),
      ...(twoFaced > 0 ? [`I3 ${twoFaced} Message-IDs stand for two messages`] : []),
      ...(distinct < identities.size ? [`I3 one message came under ${identities.size - distinct} Message-IDs too many`] : []),
    ],
  };
}

/** What is wrong with the order in which the messages of one thread arrived. */
export function wrongOrder(thread: string, arrived: ReadonlyArray<Pick<Message, 'method' | 'sequence'>>): string[] {
  const sequences = arrived.map((message) => message.sequence);
  const [recipient = ''] = thread.split('@');
  return [
    ...(sequences.some((sequence, i) => i > 0 && sequence < (sequences[i - 1] ?? 0)) ? [`I3 ${recipient}: sequences fall: ${sequences.join(' ')}`] : []),
    ...(arrived[0]?.method === 'CANCEL' ? [`I3 ${recipient}: a CANCEL came first`] : []),
  ];
}

/** What stands in the person's calendar in the end is what the database says. */
function falseLastWord({ address, uid, startsAt, stands }: Wish, all: Map<string, Message[]>): string[] {
  const thread = [...all].find(([key]) => key.startsWith(`${address} ${uid}`))?.[1] ?? [];
  const last = thread.at(-1);
  const name = address.split('@')[0] ?? '';
  if (!stands) return last === undefined || last.method === 'CANCEL' ? [] : [`I3 ${name} still believes in an item that is off`];
  if (last?.method !== 'REQUEST') return [`I3 ${name} was never invited, or believes it is off`];
  return new Date(last.starts).getTime() === startsAt.getTime() ? [] : [`I3 ${name} knows another time`];
}
