/**
 * What is known when the mail server did not say 250:
 * - `refused`: it will never take this mail (SMTP 5xx about its recipient or content)
 * - `deferred`: it has not taken it, and may later (4xx, no connection, no greeting, no TLS, no log-in, not from this sender)
 * - `unsure`: it may have taken it: nobody heard the answer
 */
export type MailFailure = 'refused' | 'deferred' | 'unsure';

/** What nodemailer and the mailer hang on their errors. */
interface TransportError {
  readonly code?: string;
  /** What the server answered to. */
  readonly command?: string;
  readonly responseCode?: number;
  /** Whether the session had come as far as the mail: nodemailer's own codes are the same before it and after DATA. */
  readonly begun?: boolean;
}

const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];
/** Every mail has the same sender: who refuses that one refuses this installation, until somebody has mended it. */
const ABOUT_THE_SENDER = 'MAIL FROM';

/** Reads an error of the transport; whatever it does not know is `unsure`. */
export function failureOf(error: unknown): MailFailure {
  const { code = '', command, responseCode, begun } = (typeof error === 'object' && error !== null ? error : {}) as TransportError;
  if (responseCode !== undefined) return responseCode >= 500 && ABOUT_THE_MAIL.includes(code) && command !== ABOUT_THE_SENDER ? 'refused' : 'deferred';
  return begun === false ? 'deferred' : 'unsure';
}

/** A short code for the row and the log: never the server's own words, which repeat the address. */
export function failureCode(error: unknown): string {
  const { code, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as TransportError;
  if (responseCode !== undefined) return `smtp_${responseCode}`;
  return typeof code === 'string' && /^[A-Z0-9_]{2,30}$/.test(code) ? code.toLowerCase() : 'unknown';
}
