import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { checkLine } from './check-line.js';
import type { ImportDirectory } from './import-directory.js';
import type { ImportColumn } from './import-columns.js';
import { mergeLines, type MergedLines } from './merge-lines.js';
import { emptyCells } from './read-youth-file.js';

const directory: ImportDirectory = {
  today: parseCalendarDate('2026-11-24'),
  departments: new Map([
    ['ung', 'young'],
    ['soc', 'social'],
  ]),
  staff: new Map([
    ['freja@noerreborg.example', 'freja'],
    ['bo@noerreborg.example', 'bo'],
  ]),
  importable: null,
};
const SOFIE = { cpr: '690109-4123', fornavn: 'Sofie', efternavn: 'Birkholt', afdeling: 'UNG' };
const PLACED = { lov: 'barnets lov', paragraf: '§ 46', fra: '2024-03-01' };

function merge(...rows: Partial<Record<ImportColumn, string>>[]): MergedLines {
  return mergeLines(
    rows.map((cells, at) =>
      checkLine({ line: at + 2, cells: { ...emptyCells(), ...SOFIE, ...cells }, surplus: false }, directory),
    ),
  );
}

function codes({ problems }: MergedLines): unknown[] {
  return problems.map(({ line, column, code }) => [line, column, code]);
}

describe('the lines of one youth', () => {
  it('are one youth with several measures, however the number is written', () => {
    const { youths } = merge(
      PLACED,
      { ...PLACED, cpr: '6901094123', indsats_enhed: 'SOC' },
      { cpr: '690109-4124', fornavn: 'Ida' },
    );
    expect(youths.map(({ firstName, measures }) => [firstName, measures.length])).toEqual([
      ['Sofie', 2],
      ['Ida', 0],
    ]);
  });

  it('are rejected after the first where they disagree on name or birth date', () => {
    const merged = merge(
      {},
      { fornavn: 'Sofia' },
      { efternavn: 'Lund', ...PLACED },
      { foedselsdato: '2009-01-10' },
      PLACED,
    );
    expect(codes(merged)).toEqual([
      [3, 'fornavn', 'conflicts_with_line'],
      [4, 'efternavn', 'conflicts_with_line'],
      [5, 'foedselsdato', 'birth_date_disagrees'],
      [5, 'foedselsdato', 'conflicts_with_line'],
    ]);
    expect(merged.problems[0]?.message).toContain('linje 2');
    expect(merged.youths).toMatchObject([
      { firstName: 'Sofie', lastName: 'Birkholt', measures: [{ section: '§ 46' }] },
    ]);
  });

  it('are led by the first line that is right', () => {
    const merged = merge({ fornavn: 'Sofia', afdeling: 'MÅNEN' }, {});
    expect(codes(merged)).toEqual([[2, 'afdeling', 'unknown_department']]);
    expect(merged.youths).toMatchObject([{ line: 3, firstName: 'Sofie' }]);
  });

  it('fill each other’s empty cells, and warn where they differ', () => {
    const merged = merge(
      {},
      { skole: 'Engskolen', koordinator_email: 'freja@noerreborg.example' },
      { afdeling: 'SOC', koordinator_email: 'bo@noerreborg.example' },
    );
    expect(merged.youths).toMatchObject([
      { departmentId: 'young', facts: { school: 'Engskolen', coordinatorId: 'freja' } },
    ]);
    expect(merged.problems).toEqual([]);
    expect(merged.warnings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'afdeling', 'differs_from_line'],
      [4, 'koordinator_email', 'differs_from_line'],
    ]);
  });

  it('that name the same measure twice keep the last, with a warning where they differ', () => {
    const merged = merge(PLACED, PLACED, { ...PLACED, til: '2026-12-31' });
    expect(merged.youths).toMatchObject([{ measures: [{ endsOn: '2026-12-31' }] }]);
    expect(merged.warnings).toMatchObject([{ line: 4, code: 'measure_repeated' }]);
  });

  it('warn of a number without the old check digit, and take it', () => {
    const merged = merge({ cpr: '010158-5051' }, { cpr: '010158-5051' });
    expect(merged.youths).toHaveLength(1);
    expect(merged.warnings).toMatchObject([{ line: 2, column: 'cpr', code: 'cpr_check_digit' }]);
  });
});
