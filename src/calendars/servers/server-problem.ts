/** Why a calendar server could not be used. A closed list: it stands in rows, logs and answers, so it names neither address nor person. */
export type ServerProblemCode =
  | 'malformed_address'
  | 'not_https'
  | 'host_not_allowed'
  | 'address_refused'
  | 'unreachable'
  | 'timeout'
  | 'certificate'
  | 'redirected'
  | 'too_large'
  | 'sign_in_refused'
  | 'not_found'
  | 'not_a_calendar'
  | 'read_only'
  | 'foreign_event'
  | 'event_refused'
  | 'busy'
  | 'server_error'
  | 'unreadable';

/** What to tell whoever set the calendar up, and what to do about it. */
export const SERVER_PROBLEM_TEXTS: Readonly<Record<ServerProblemCode, string>> = {
  malformed_address: 'Adressen kan ikke læses. Kopiér den igen fra kalenderen.',
  not_https: 'Adressen skal begynde med https.',
  host_not_allowed: 'Kalenderen ligger på en server, der ikke er godkendt til Overgang. Bed driften om at godkende den.',
  address_refused: 'Serverens navn peger et sted hen, som Overgang ikke må kontakte. Bed driften om at se på det.',
  unreachable: 'Serveren svarer ikke. Overgang prøver igen af sig selv.',
  timeout: 'Serveren svarede ikke i tide. Overgang prøver igen af sig selv.',
  certificate: 'Serverens certifikat er ikke gyldigt. Bed driften om at se på det.',
  redirected: 'Serveren henviser til en anden adresse. Brug den adresse i stedet.',
  too_large: 'Kalenderen er for stor til at blive læst.',
  sign_in_refused: 'Serveren giver ikke adgang. Se efter, om brugernavn, adgangskode og deling passer.',
  not_found: 'Kalenderen findes ikke på adressen.',
  not_a_calendar: 'Adressen er ikke en kalender.',
  read_only: 'Brugeren må ikke skrive i kalenderen.',
  foreign_event: 'En aftale i kalenderen står, hvor en af Overgangs skal stå. Den er ladt i fred. Fjern den, hvis den ikke skal være der.',
  event_refused: 'Serveren tager ikke imod en af aftalerne. Bed driften om at se på kalenderens indstillinger.',
  busy: 'Serveren har for travlt lige nu. Overgang prøver igen af sig selv.',
  server_error: 'Serveren har en fejl. Overgang prøver igen af sig selv.',
  unreadable: 'Kalenderens indhold kan ikke læses.',
};

/** A calendar server could not be used. Its text is the code alone: both reach rows and logs. */
export class ServerProblem extends Error {
  /** @param pauseSeconds how long the server wants to be left alone; 0 when it does not say */
  constructor(readonly code: ServerProblemCode, readonly pauseSeconds = 0) {
    super(code);
  }
}

/** The problem of an answer's status; null when the status tells of none. */
export function problemOfStatus(status: number): ServerProblemCode | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return 'sign_in_refused';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429 || status === 503) return 'busy';
  return 'server_error';
}

/** Whether a problem lies in one event alone: the server takes the others. */
export function isOfOneEvent(code: ServerProblemCode): boolean {
  return code === 'foreign_event' || code === 'event_refused';
}
