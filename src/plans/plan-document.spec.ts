import { parseCalendarDate } from '../platform/clock/calendar-date.js';
import type { PdfBlock } from '../platform/pdf/pdf-document.js';
import { planFileName, withoutPlaces, type PlanAction, type PlanContent } from './plan-content.js';
import { planDocument } from './plan-document.js';

const action: PlanAction = {
  id: 'a', kind: 'agreed', text: 'Skriver Nanna op til en ungebolig', state: 'open', closedOn: null, dueOn: parseCalendarDate('2027-01-13'),
  owner: { id: 'freja', name: 'Freja Holmgaard', department: 'Ungeenheden' },
};

function content(change: Partial<PlanContent> = {}): PlanContent {
  return {
    schemaVersion: 1, reference: 'K7QD-2MXP', version: 3, writtenAt: '2026-12-09T09:40:00Z',
    youth: { name: 'Nanna Lyngbæk', birthDate: parseCalendarDate('2007-11-03') },
    coordinator: { name: 'Freja Holmgaard', department: 'Ungeenheden', phone: '87 00 00 00' },
    goals: [{ id: 'g', topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.', state: 'open', actions: [action] }],
    otherActions: [], next: { kind: 'meeting', startsAt: '2027-02-03T08:40:00Z', place: 'Møllestuen' },
    scale: [{ on: parseCalendarDate('2026-06-10'), value: 4 }, { on: parseCalendarDate('2026-12-09'), value: 8 }], ...change,
  };
}

function text(blocks: readonly PdfBlock[]): string {
  return JSON.stringify(blocks);
}

describe('the plan as a document for the youth', () => {
  it('says whose it is, which edition, and never the name in the title', () => {
    const document = planDocument(content(), 'Nørreborg Kommune');
    expect(document).toMatchObject({ title: 'Din plan', subtitle: 'Nanna Lyngbæk', edition: 'Udgave 3 af 9. december 2026' });
    expect(document.mark).toBeUndefined();
  });

  it('is marked as a draft until it is published', () => {
    const document = planDocument(content({ version: null }), 'Nørreborg Kommune');
    expect(document).toMatchObject({ mark: 'Kladde', edition: 'Ikke godkendt endnu, skrevet 9. december 2026' });
  });

  it('says who does what by when, under the goal in the youth\'s own words', () => {
    const { blocks } = planDocument(content(), 'Nørreborg Kommune');
    expect(blocks).toContainEqual({ kind: 'heading', level: 3, text: '1. Jeg vil bo for mig selv' });
    expect(blocks).toContainEqual({ kind: 'quote', text: 'Min egen nøgle.' });
    const row = ['Skriver Nanna op til en ungebolig', 'Freja Holmgaard, Ungeenheden', '13. januar 2027', 'I gang'];
    expect(blocks).toContainEqual(expect.objectContaining({ kind: 'table', rows: [row] }));
  });

  it('tells the next meeting in Copenhagen time, with its place', () => {
    expect(text(planDocument(content(), 'x').blocks)).toContain('onsdag 3. februar 2027 kl. 9.40, Møllestuen');
  });

  it('shows no place for a protected youth', () => {
    const shown = text(planDocument(withoutPlaces(content()), 'x').blocks);
    expect(shown).toContain('kl. 9.40');
    expect(shown).not.toContain('Møllestuen');
  });

  it('tells the answers to the scaling question in order', () => {
    expect(text(planDocument(content(), 'x').blocks)).toContain('Du svarede 4 (10. juni 2026), 8 (9. december 2026)');
  });

  it('leaves dropped actions and dropped goals out and lists reached ones', () => {
    const dropped = { ...action, text: 'Opgivet', state: 'dropped' as const };
    const reached = { id: 'r', topic: 'education' as const, title: 'Jeg er startet på HF', ownWords: null, state: 'reached' as const, actions: [] };
    const goals = [...content().goals, reached, { ...reached, id: 'd', title: 'Glemt', state: 'dropped' as const }];
    const { blocks } = planDocument(content({ goals, otherActions: [dropped] }), 'x');
    expect(text(blocks)).not.toContain('Opgivet');
    expect(text(blocks)).not.toContain('Glemt');
    expect(text(blocks)).not.toContain('Andre aftaler');
    expect(blocks).toContainEqual({ kind: 'list', items: ['Jeg er startet på HF (uddannelse)'] });
  });
});

describe('the name of an exported file', () => {
  it('holds the neutral reference and the version', () => {
    expect(planFileName(content(), 'pdf')).toBe('plan-K7QD-2MXP-v3.pdf');
    expect(planFileName(content({ version: null }), 'json')).toBe('plan-K7QD-2MXP-kladde.json');
  });
});
