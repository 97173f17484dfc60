import type { AuditFilter, AuditLine } from '../../audit/audit-search.js';
import type { StaffLine } from '../../departments/staff/staff.queries.js';
import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Page } from '../../platform/http/paging.js';
import { auditActionWords, groundWords } from './audit-words.data.js';

export interface LogRowView {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly ground: string;
  readonly youths: string;
  readonly denied: boolean;
}

export interface LogView {
  readonly rows: readonly LogRowView[];
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
  readonly staff: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly next: string | null;
  readonly first: string | null;
}

export interface LogAddress {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly outcome?: string | undefined;
  readonly cursor?: string | undefined;
}

const KINDS: Readonly<Record<string, string>> = { system: 'Systemet', staff: 'En medarbejder', anonymous: 'Ikke logget ind', feed: 'Kalenderabonnement' };

/** The trail in words: who touched what on what ground, and how many youths; never whose life it was. */
export function logView(page: Page<AuditLine>, filter: AuditFilter, address: LogAddress, names: ReadonlyMap<string, string>, staff: readonly StaffLine[]): LogView {
  const { cursor, ...here } = address;
  return {
    rows: page.items.map((line) => rowView(line, names)), from: filter.from, to: filter.to, outcome: filter.outcome ?? '',
    staff: staff.map(({ id, name }) => ({ value: id, label: name, selected: id === filter.actorId })),
    next: page.nextCursor === null ? null : link({ ...here, cursor: page.nextCursor }), first: cursor === undefined ? null : link(here),
  };
}

function rowView({ id, at, actorId, actorKind, action, outcome, ground, youthIds }: AuditLine, names: ReadonlyMap<string, string>): LogRowView {
  return {
    id, when: `${formatDateLongDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`, who: (actorId === null ? undefined : names.get(actorId)) ?? KINDS[actorKind] ?? actorKind,
    what: auditActionWords(action) ?? action, ground: groundWords(ground), youths: youthIds.length === 0 ? '' : `${youthIds.length} ${youthIds.length === 1 ? 'ung' : 'unge'}`,
    denied: outcome === 'denied',
  };
}

function link(address: LogAddress): string {
  const parts = Object.entries(address).flatMap(([name, value]: [string, string | undefined]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return parts.length === 0 ? '/log' : `/log?${parts.join('&')}`;
}
