import ICAL from 'ical.js';
import { createObject, DAVNamespaceShort, deleteObject, propfind, updateObject } from 'tsdav';
import { isId } from '../../platform/database/ids.js';
import type { CalendarSession } from '../servers/calendar-session.js';
import { problemOfStatus, ServerProblem } from '../servers/server-problem.js';

export interface CollectionAccess {
  /** With a slash at its end. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** What the server said to a write: its tag of the new text, or null when it gives none. */
export interface Written {
  readonly etag: string | null;
}

const PREFIX = 'overgang-';
const D = DAVNamespaceShort.DAV;
const CUT_SHORT = 507;
/** What a server may name when it does not store a resource (RFC 4791, section 5.3.2.1). */
const REASON_IN_EVENT = /<(?:[\w-]+:)?(no-uid-conflict|supported-calendar-data|valid-calendar-data|valid-calendar-object-resource|supported-calendar-component|max-resource-size|min-date-time|max-date-time|max-instances|max-attendees-per-instance)\b/;

/**
 * A calendar collection on a CalDAV server (RFC 4791). Our resources are named after their uid, and a resource under such a name
 * that holds another uid is not ours.
 */
export class CaldavCollection {
  private readonly headers: Record<string, string>;

  constructor(
    private readonly access: CollectionAccess,
    private readonly session: Pick<CalendarSession, 'fetch'>,
  ) {
    this.headers = { authorization: `Basic ${Buffer.from(`${access.username}:${access.password}`).toString('base64')}` };
  }

  /**
   * Asks whether events can be written here.
   * @throws ServerProblem `sign_in_refused`, `not_found`, `not_a_calendar`, `read_only`, or what the server or the way there lacks
   */
  async probe(): Promise<void> {
    const [answer] = await this.properties('0', { [`${D}:resourcetype`]: {}, [`${D}:current-user-privilege-set`]: {} });
    const { resourcetype, currentUserPrivilegeSet } = (answer?.props ?? {}) as { resourcetype?: object; currentUserPrivilegeSet?: object };
    if (resourcetype === undefined || !('calendar' in resourcetype)) throw new ServerProblem('not_a_calendar');
    if (currentUserPrivilegeSet !== undefined && !/"(all|write|bind|writeContent)"/.test(JSON.stringify(currentUserPrivilegeSet))) throw new ServerProblem('read_only');
  }

  /**
   * The tags of the resources under names of ours, by uid.
   * @throws ServerProblem `unreadable` when it is not the whole list: what is missing in it is not gone
   */
  async list(): Promise<Map<string, string>> {
    const answers = await this.properties('1', { [`${D}:getetag`]: {} });
    if (!isWhole(answers)) throw new ServerProblem('unreadable');
    const found = new Map<string, string>();
    for (const { href, props } of answers) {
      const uid = uidOfHref(href ?? '');
      if (uid !== null) found.set(uid, String((props as { getetag?: unknown } | undefined)?.getetag ?? ''));
    }
    return found;
  }

  /**
   * Writes an event of ours: a new resource, or in place of the one with the tag. Where the server holds something else there by
   * now, it is looked at, and replaced only when it is ours.
   * @throws ServerProblem `foreign_event` when it is not, or when the collection has the uid under another name; `event_refused`
   */
  async write(uid: string, text: string, etag: string | null): Promise<Written> {
    const first = await this.put(uid, text, etag);
    if (first !== 'differs') return first;
    const held = await this.look(uid);
    const second = await this.put(uid, text, held?.etag ?? null);
    if (second === 'differs') throw new ServerProblem('server_error');
    return second;
  }

  /** Deletes an event of ours; one that is gone already or is no longer ours is left as it is. */
  async delete(uid: string, etag: string | null): Promise<void> {
    const tag = etag ?? (await this.look(uid).catch(ignoreForeign))?.etag;
    if (tag === undefined || (await this.remove(uid, tag))) return;
    const held = await this.look(uid).catch(ignoreForeign);
    if (held !== null) await this.remove(uid, held.etag);
  }

  private async put(uid: string, text: string, etag: string | null): Promise<Written | 'differs'> {
    const url = this.urlOf(uid);
    const headers = { ...this.headers, 'content-type': 'text/calendar; charset=utf-8' };
    const answer = etag === null
      ? await createObject({ url, data: text, headers: { ...headers, 'if-none-match': '*' }, fetch: this.session.fetch })
      : await updateObject({ url, data: text, etag, headers, fetch: this.session.fetch });
    if (answer.status === 412 || (answer.status === 404 && etag !== null)) return 'differs';
    if (answer.status === 403 || answer.status === 409) refuseEvent(await answer.text());
    refuse(answer.status);
    return { etag: strong(answer.headers.get('etag')) };
  }

  /** False when the resource has another tag by now. */
  private async remove(uid: string, etag: string): Promise<boolean> {
    const answer = await deleteObject({ url: this.urlOf(uid), etag, headers: this.headers, fetch: this.session.fetch });
    if (answer.status === 412) return false;
    if (answer.status !== 404 && answer.status !== 410) refuse(answer.status);
    return true;
  }

  /** What the server holds under the name of an event of ours; null for nothing. */
  private async look(uid: string): Promise<{ etag: string } | null> {
    const answer = await this.session.fetch(this.urlOf(uid), { headers: this.headers });
    if (answer.status === 404 || answer.status === 410) return null;
    refuse(answer.status);
    if (!holdsUid(await answer.text(), uid)) throw new ServerProblem('foreign_event');
    return { etag: answer.headers.get('etag') ?? '*' };
  }

  private async properties(depth: '0' | '1', props: Record<string, object>): ReturnType<typeof propfind> {
    const answers = await propfind({ url: this.access.url, props, depth, headers: this.headers, fetch: this.session.fetch });
    const [first] = answers;
    if (first !== undefined && !first.ok) refuse(first.status);
    return answers;
  }

  private urlOf(uid: string): string {
    return new URL(`${PREFIX}${uid}.ics`, this.access.url).href;
  }
}

/** Each member was read, the collection itself at least, and the server has not cut the list short (507: RFC 4918, section 11.5). */
function isWhole(answers: readonly { readonly status: number; readonly props?: unknown }[]): boolean {
  return answers.length > 0 && answers.every(({ status, props }) => props !== undefined && status !== CUT_SHORT);
}

function uidOfHref(href: string): string | null {
  const name = href.split('/').at(-1) ?? '';
  const uid = name.startsWith(PREFIX) && name.endsWith('.ics') ? name.slice(PREFIX.length, -'.ics'.length) : '';
  return isId(uid) ? uid : null;
}

function holdsUid(text: string, uid: string): boolean {
  try {
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    return events.length > 0 && events.every((event) => event.getFirstPropertyValue('uid') === uid);
  } catch {
    return false;
  }
}

/** A weak tag cannot guard a write (RFC 9110, section 13.1.1). */
function strong(etag: string | null): string | null {
  return etag === null || etag.startsWith('W/') ? null : etag;
}

function ignoreForeign(error: unknown): null {
  if (error instanceof ServerProblem && error.code === 'foreign_event') return null;
  throw error;
}

/** Throws when a refused write names a reason that lies in the event: 403 is then no word about the sign-in. */
function refuseEvent(body: string): void {
  const [, reason] = REASON_IN_EVENT.exec(body) ?? [];
  if (reason !== undefined) throw new ServerProblem(reason === 'no-uid-conflict' ? 'foreign_event' : 'event_refused');
}

function refuse(status: number): void {
  const problem = problemOfStatus(status);
  if (problem !== null) throw new ServerProblem(problem);
}
