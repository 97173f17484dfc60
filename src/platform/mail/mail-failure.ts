/**
 * What is known when the mail server did not say 250:
 * - `refused`: it will never take this mail (SMTP 5xx about its recipient or content)
 * - `deferred`: it has not taken it, and may later (4xx, no connection, no greeting, no TLS, no log-in)
 * - `unsure`: it may have taken it: nobody heard the answer
 */
export type MailFailure = 'refused' | 'deferred' | 'unsure';

/** What nodemailer hangs on its errors. */
interface TransportError {
  readonly code?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
  /** Which wait was too long, with the code ETIMEDOUT. */
  readonly timeoutType?: string;
}

const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];
/** Before anything of the mail was sent. The transport names CONN as the command also when the connection breaks after DATA. */
const BEFORE_THE_MAIL = ['ETLS', 'EAUTH', 'EDNS', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'ECONFIG', 'EREQUIRETLS'];
/** Too long a wait for the connection, the greeting or TLS; SOCKET_TIMEOUT may come after DATA. */
const TIMEOUTS_BEFORE_THE_MAIL = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'];

/** Reads an error of the transport; whatever it does not know is `unsure`. */
export function failureOf(error: unknown): MailFailure {
  const { code = '', syscall = '', timeoutType = '', responseCode } = (typeof error === 'object' && error !== null ? error : {}) as TransportError;
  if (responseCode !== undefined) return responseCode >= 500 && ABOUT_THE_MAIL.includes(code) ? 'refused' : 'deferred';
  const beforeTheMail = BEFORE_THE_MAIL.includes(code) || TIMEOUTS_BEFORE_THE_MAIL.includes(timeoutType) || syscall === 'connect';
  return beforeTheMail ? 'deferred' : 'unsure';
}

/** A short code for the row and the log: never the server's own words, which repeat the address. */
export function failureCode(error: unknown): string {
  const { code, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as TransportError;
  if (responseCode !== undefined) return `smtp_${responseCode}`;
  return typeof code === 'string' && /^[A-Z0-9_]{2,30}$/.test(code) ? code.toLowerCase() : 'unknown';
}
