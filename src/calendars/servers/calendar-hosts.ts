import { isIP } from 'node:net';
import { isLoopback, type Reach } from './address-range.js';
import { ServerProblem } from './server-problem.js';

/** One server that the operator has allowed. */
export interface CalendarHost {
  readonly hostname: string;
  readonly port: number;
  readonly reach: Reach;
}

/** A calendar's address on a server that may be spoken to. */
export interface AllowedAddress {
  readonly url: URL;
  readonly host: CalendarHost;
}

const ENTRY = /^(intern:)?(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/;
const HTTPS = 443;
const LONGEST = 2_000;

/**
 * Reads `CALENDAR_HOSTS`: names parted by commas, each with a port when it is not 443, and `intern:` before a server whose
 * address is a private one. Throws RangeError on anything else.
 */
export function readHosts(setting: string): CalendarHost[] {
  return setting.split(',').map((part) => part.trim().toLowerCase()).filter((part) => part !== '').map(readHost);
}

/**
 * The address as it may be fetched: https (plain http only on this machine), a listed host and port, no name or password in it.
 * `webcal:` is what calendars call https.
 * @throws ServerProblem `malformed_address`, `not_https`, `host_not_allowed`
 */
export function allowedAddress(hosts: readonly CalendarHost[], text: string): AllowedAddress {
  const url = parse(text);
  const local = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new ServerProblem('not_https');
  const port = url.port === '' ? (url.protocol === 'https:' ? HTTPS : 80) : Number(url.port);
  const host = hosts.find((each) => each.hostname === url.hostname && each.port === port);
  if (host === undefined) throw new ServerProblem('host_not_allowed');
  return { url, host };
}

function readHost(entry: string): CalendarHost {
  const [, internal, hostname, port] = ENTRY.exec(entry) ?? [];
  if (hostname === undefined || Number(port ?? HTTPS) > 65_535) throw new RangeError('CALENDAR_HOSTS has an entry that is no host');
  const reach = isLoopback(hostname) ? 'loopback' : internal === undefined ? 'public' : 'internal';
  return { hostname, port: Number(port ?? HTTPS), reach };
}

function parse(text: string): URL {
  const address = text.trim().replace(/^webcals?:/i, 'https:');
  if (address.length > LONGEST || !URL.canParse(address)) throw new ServerProblem('malformed_address');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw new ServerProblem('malformed_address');
  url.hash = '';
  return url;
}

/** The numeric address that a hostname is, without the brackets of IPv6; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? null : bare;
}
