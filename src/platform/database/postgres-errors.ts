import { QueryFailedError } from 'typeorm';
import { conflict, DomainError, invalid, unavailable } from '../errors/domain-error.js';
import { isSilence } from './silent-line.js';

/** Two transactions met; the whole transaction may be tried again. */
const TRANSIENT = new Set(['40P01', '40001', '55P03']);
/** The server is going away, full or out of connections: the caller may try later. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '53100', '53200', '57014', '08000', '08003', '08006', '25P03', '25006']);

/** The system's own codes for a line that broke or was never there; a name with several addresses has no other text. */
const UNREACHED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/** A text that is no uuid, date or number reached a typed parameter, or a text has a NUL, which no column can hold. */
const UNREADABLE = new Set(['22P02', '22007', '22008', '22003', '22021', '22P05']);

function sqlStateOf(error: unknown): string | undefined {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof source !== 'object' || source === null || !('code' in source)) return undefined;
  return typeof source.code === 'string' ? source.code : undefined;
}

/** True for the SQLSTATE given, whether the error comes from TypeORM or from the driver. */
export function isSqlState(error: unknown, state: string): boolean {
  return sqlStateOf(error) === state;
}

/** The violated constraint's name, or undefined. */
function constraintOf(error: unknown): string | undefined {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof source !== 'object' || source === null || !('constraint' in source)) return undefined;
  return typeof source.constraint === 'string' ? source.constraint : undefined;
}

/** True when the work met another transaction and may succeed when it is done again. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(sqlStateOf(error) ?? '');
}

/** A server that falls in the middle says this also when the commit is already on disk. */
const CRASHED = '57P02';

/** True when the server itself has refused a COMMIT: then nothing is saved. A line that broke says neither yes nor no. */
export function answersCommit(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(state) && !state.startsWith('08') && state !== CRASHED;
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isSilence(error) || UNREACHED.has(sqlStateOf(error) ?? '') || /Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(error.message);
}

/**
 * What a database error means to the caller. Unknown errors come back unchanged and end as a plain 500:
 * their text may hold values and is never shown.
 */
export function fromPostgres(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const state = sqlStateOf(error) ?? '';
  if (state === '23505' || state === '23P01') {
    return conflict('already_there', 'Det er gjort i mellemtiden. Hent siden igen og se, hvad der står nu.', { constraint: constraintOf(error) });
  }
  if (UNREADABLE.has(state)) {
    return invalid([], 'En værdi har et format, som vi ikke kan læse. Ret den og prøv igen.');
  }
  if (TRANSIENT.has(state) || AWAY.has(state) || isConnectionLoss(error)) {
    return unavailable('database_busy', 'Systemet har travlt lige nu. Intet er gemt. Prøv igen om lidt.');
  }
  return error;
}
