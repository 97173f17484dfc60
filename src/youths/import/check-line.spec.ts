import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { checkLine, type LineCheck } from './check-line.js';
import { departmentsByCodeAndName, type ImportDirectory } from './import-directory.js';
import type { ImportColumn } from './import-columns.js';
import { emptyCells } from './read-youth-file.js';

const directory: ImportDirectory = {
  today: parseCalendarDate('2026-11-24'),
  departments: departmentsByCodeAndName([
    { id: 'young', code: 'UNG', name: 'Ungeenheden' },
    { id: 'social', code: 'SOC', name: 'Socialafdelingen' },
    { id: 'school-a', code: 'SKO-A', name: 'Specialskolen' },
    { id: 'school-b', code: 'SKO-B', name: 'Specialskolen' },
  ]),
  staff: new Map([['freja.holmgaard@noerreborg.example', 'freja']]),
  importable: null,
};

const SOFIE = { cpr: '690109-4123', fornavn: 'Sofie', efternavn: 'Birkholt', afdeling: 'UNG' };

function check(cells: Partial<Record<ImportColumn, string>>, surplus = false, as = directory): LineCheck {
  return checkLine({ line: 7, cells: { ...emptyCells(), ...SOFIE, ...cells }, surplus }, as);
}

function faults(cells: Partial<Record<ImportColumn, string>>): string[] {
  const { line, problems } = check(cells);
  expect(line).toBeNull();
  return problems.map(({ column, code }) => `${column}:${code}`);
}

describe('a line of an import', () => {
  it('needs CPR, name and department only', () => {
    const { line, problems } = check({});
    expect(problems).toEqual([]);
    expect(line).toMatchObject({ firstName: 'Sofie', birthDate: '2009-01-09', departmentId: 'young', measure: null });
    expect(faults({ cpr: '', fornavn: '', efternavn: '', afdeling: '' })).toEqual([
      'cpr:required',
      'fornavn:required',
      'efternavn:required',
      'afdeling:required',
    ]);
  });

  it('finds a department by code or name and staff by e-mail, whatever the case', () => {
    const { line } = check({ afdeling: 'socialafdelingen', koordinator_email: 'Freja.Holmgaard@noerreborg.example' });
    expect(line).toMatchObject({ departmentId: 'social', facts: { coordinatorId: 'freja' } });
    expect(faults({ afdeling: 'Månebasen' })).toEqual(['afdeling:unknown_department']);
    expect(faults({ afdeling: 'Specialskolen' })).toEqual(['afdeling:ambiguous_department']);
    expect(check({ afdeling: 'sko-b' }).line?.departmentId).toBe('school-b');
    expect(faults({ koordinator_email: 'ingen@noerreborg.example' })).toEqual(['koordinator_email:unknown_email']);
  });

  it.each([
    ['cpr', '6901094', 'cpr_format'],
    ['cpr', '900209-4123', 'cpr_date'],
    ['cpr', '690109-4A23', 'cpr_letters'],
    ['cpr', '690130-4123', 'date_in_future'],
    ['foedselsdato', '2009-01-10', 'birth_date_disagrees'],
    ['foedselsdato', '2009-02-30', 'bad_date'],
    ['foedselsdato', '2030-01-01', 'date_in_future'],
    ['fornavn', 'So\u0000fie', 'bad_character'],
    ['efternavn', 'B'.repeat(121), 'too_long'],
    ['specialskole', 'måske', 'bad_yes_no'],
    ['beskyttet', '1', 'bad_yes_no'],
    ['seneste_overgangsmoede', '2026-11-25', 'date_in_future'],
    ['naeste_moede', 'i morgen', 'bad_date'],
    ['klassetrin', '9'.repeat(21), 'too_long'],
  ] as [ImportColumn, string, string][])('refuses a %s of "%s" as %s', (column, value, code) => {
    expect(faults({ [column]: value })).toEqual([`${column}:${code}`]);
  });

  it('takes the birth date in every form and agrees with the CPR number', () => {
    for (const foedselsdato of ['2009-01-09', '09-01-2009', '09.01.2009', '09/01/2009', '9.1.2009', '']) {
      expect(check({ foedselsdato }).line?.birthDate).toBe('2009-01-09');
    }
    for (const foedselsdato of ['09-01/2009', '09-01-09', '1809-01-09', '2009/01/09', '39814']) {
      expect(faults({ foedselsdato })).toEqual(['foedselsdato:bad_date']);
    }
  });

  it('reads ja and nej, and leaves open what is empty', () => {
    expect(check({ specialskole: 'JA', beskyttet: 'nej' }).line?.facts).toMatchObject({
      specialSchool: true,
      protected: false,
    });
    expect(check({}).line?.facts).toMatchObject({ specialSchool: null, protected: null, school: null });
  });

  it('names all faults of the line, and repeats no value', () => {
    const { problems } = check({
      cpr: '690109-41',
      fornavn: '',
      afdeling: 'Hemmelig',
      koordinator_email: 'hemmelig@x.dk',
      til: '31.31.2026',
    });
    expect(problems.map(({ column }) => column)).toEqual([
      'cpr',
      'fornavn',
      'afdeling',
      'koordinator_email',
      'til',
      'indsats',
      'fra',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/690109|emmelig|31\.31/);
  });

  it('is refused for a youth of a unit that is not the importer’s', () => {
    const teamLeaders = { ...directory, importable: new Set(['young', 'young-before']) };
    const measure = { indsats: 'Bostøtte', indsats_enhed: 'SOC', fra: '2024-03-01' };
    expect(check(measure, false, teamLeaders).line).toMatchObject({ departmentId: 'young', measure: { departmentId: 'social' } });
    const refused = check({ afdeling: 'SOC' }, false, teamLeaders);
    expect(refused.line).toBeNull();
    expect(refused.problems).toMatchObject([{ line: 7, column: 'afdeling', code: 'other_unit' }]);
  });

  it('is refused with more cells than columns', () => {
    expect(check({}, true).problems).toMatchObject([{ line: 7, column: null, code: 'surplus_cells' }]);
  });
});

describe('the measure of a line', () => {
  const placed = { indsats: 'Plejefamilie', lov: 'Barnets lov', paragraf: '46', fra: '01-03-2024' };

  it('belongs to the named unit, else to the youth’s own department', () => {
    expect(check(placed).line?.measure).toEqual({
      departmentId: 'young',
      title: 'Plejefamilie',
      act: 'barnets lov',
      section: '§ 46',
      startsOn: '2024-03-01',
      endsOn: null,
    });
    expect(check({ ...placed, indsats_enhed: 'SOC', til: '2026-12-31' }).line?.measure).toMatchObject({
      departmentId: 'social',
      endsOn: '2026-12-31',
    });
  });

  it('takes its title from act and section when it has none', () => {
    expect(check({ ...placed, indsats: '' }).line?.measure?.title).toBe('barnets lov § 46');
  });

  it('needs a start, a title or a legal basis, and both halves of it', () => {
    expect(faults({ ...placed, fra: '' })).toEqual(['fra:measure_without_from']);
    expect(faults({ ...placed, paragraf: '' })).toEqual(['paragraf:act_without_section']);
    expect(faults({ ...placed, lov: '' })).toEqual(['lov:section_without_act']);
    expect(faults({ fra: '2024-03-01' })).toEqual(['indsats:measure_without_title']);
    expect(faults({ ...placed, fra: '2024-13-01' })).toEqual(['fra:bad_date']);
    expect(faults({ ...placed, indsats_enhed: 'Månebasen' })).toEqual(['indsats_enhed:unknown_department']);
  });

  it('may end on its first day, not before', () => {
    expect(check({ ...placed, til: '2024-03-01' }).line).not.toBeNull();
    expect(faults({ ...placed, til: '2024-02-29' })).toEqual(['til:to_before_from']);
  });
});
