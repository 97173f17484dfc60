import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { openYouth } from '../access/open-youth.js';
import { protectedTitle, type Protectable } from '../protect.js';
import { Youth } from '../youth.entity.js';

export interface MeasureLine {
  readonly id: string;
  readonly department: { readonly id: string; readonly code: string; readonly name: string };
  /** For a protected youth's place to live a text that does not name it. */
  readonly title: string;
  readonly act: string;
  readonly section: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly open: boolean;
}

const LIST = `
  SELECT m.id, json_build_object('id', d.id, 'code', d.code, 'name', d.name) AS department, m.title, m.act, m.section,
    m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn",
    m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2) AS open
  FROM measure m JOIN department d ON d.id = m.department_id
  WHERE m.youth_id = $1 ORDER BY m.starts_on DESC, m.id`;

/** Who is involved: all measures of a youth, the newest first. The caller has checked access. */
async function listMeasures(tx: Tx, youth: Protectable & { id: string }): Promise<MeasureLine[]> {
  const lines = await tx.query<MeasureLine>(LIST, [youth.id, tx.today], 'measure-list');
  return lines.map((line) => ({ ...line, title: protectedTitle(youth, line) }));
}

/** The measures of a youth, with the read logged. @throws DomainError not_found */
export async function showMeasures(tx: Tx, youthId: string): Promise<MeasureLine[]> {
  const { youth, ground } = await openYouth(tx, youthId);
  tx.audit('measures.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return listMeasures(tx, youth);
}

/** One measure as the list shows it. The caller has checked access. @throws DomainError not_found */
export async function measureLine(tx: Tx, youthId: string, measureId: string): Promise<MeasureLine> {
  const lines = await listMeasures(tx, await tx.find(Youth, youthId));
  const line = lines.find(({ id }) => id === measureId);
  if (line === undefined) throw notFound();
  return line;
}
