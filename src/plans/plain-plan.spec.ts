import { parseCalendarDate as day } from '../platform/clock/calendar-date.js';
import { plainPlan, plainPlanDocument } from './plain-plan.js';
import { PLAIN_PLAN_TEXTS } from './plain-plan-texts.data.js';
import { type PlanAction, type PlanContent, withoutPlaces } from './plan-content.js';

const action: PlanAction = {
  id: 'a', kind: 'agreed', text: 'Skriver Nanna op til en ungebolig.', state: 'open', closedOn: null, dueOn: day('2027-01-13'),
  owner: { id: 'freja', name: 'Freja Holmgaard', department: 'Ungeenheden' },
};
const content: PlanContent = {
  schemaVersion: 1, reference: 'K7QD-2MXP', version: 3, writtenAt: '2026-12-09T09:40:00Z', youth: { name: 'Nanna Lyngbæk', birthDate: day('2007-11-03') },
  coordinator: { name: 'Freja Holmgaard', department: 'Ungeenheden', phone: '87 00 00 00' },
  goals: [{ id: 'g', topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.', state: 'open', actions: [action] }],
  otherActions: [], next: { kind: 'meeting', startsAt: '2027-02-03T08:40:00Z', place: 'Møllestuen' },
  scale: [{ on: day('2026-06-10'), value: 4 }, { on: day('2026-12-09'), value: 8 }],
};
const saidBy = (over: Partial<PlanContent> = {}): string => JSON.stringify(plainPlan({ ...content, ...over }));

describe('the plan in plain language', () => {
  it('says to the youth who helps, what for, and by when', () => {
    const { parts, introduction } = plainPlan(content);
    expect(introduction).toEqual(expect.arrayContaining(['Freja Holmgaard hjælper dig med planen.', 'Ring på 87 00 00 00, hvis du vil tale om den.']));
    expect(parts[0]).toEqual({ heading: 'Det vil du', sentences: [], goals: [{ title: 'Jeg vil bo for mig selv', sentences: [
      'Det handler om et sted at bo.', 'Du har sagt: »Min egen nøgle.«', 'Freja Holmgaard gør det her: Skriver Nanna op til en ungebolig.',
      'Det skal være gjort senest 13. januar 2027.',
    ] }] });
  });

  it('is honest about what is late, done and given up', () => {
    const with_ = (over: Partial<PlanAction>): string => saidBy({ goals: content.goals.map((goal) => ({ ...goal, actions: [{ ...action, ...over }] })) });
    expect(with_({ dueOn: day('2026-12-01') })).toContain('Det skulle være gjort 1. december 2026. Spørg Freja Holmgaard, hvordan det går.');
    expect(with_({ state: 'done' })).toContain('Det er gjort: Skriver Nanna op til en ungebolig.');
    expect(with_({ state: 'dropped' })).toContain('Vi har ikke aftalt endnu, hvem der gør noget.');
  });

  it('tells the next meeting with its place, and none for a protected youth', () => {
    expect(saidBy()).toContain('Vi mødes igen onsdag 3. februar 2027 kl. 9.40.');
    expect(saidBy()).toContain('Mødet er her: Møllestuen.');
    expect(JSON.stringify(plainPlanDocument(withoutPlaces(content), 'Nørreborg Kommune'))).not.toContain('Møllestuen');
  });

  it('is the same content as a document, marked as a draft until it is approved', () => {
    const document = plainPlanDocument(content, 'Nørreborg Kommune');
    expect(document).toMatchObject({ title: 'Din plan, kort fortalt', subtitle: 'Nanna Lyngbæk', edition: 'Udgave 3 af 9. december 2026' });
    expect(document.blocks).toContainEqual({ kind: 'heading', level: 3, text: 'Jeg vil bo for mig selv' });
    expect(plainPlanDocument({ ...content, version: null }, 'x').mark).toBe('Kladde');
  });

  it('keeps its own sentences short: at most twelve words, and none of the words of the trade', () => {
    for (const { validFrom: _from, ...texts } of PLAIN_PLAN_TEXTS) {
      const sentences = Object.values(texts).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each as Record<string, string>))).flatMap((text) => text.split(/(?<=[.?!])\s/));
      expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 12)).toEqual([]);
      expect(sentences.filter((sentence) => /koordiner|indsats|handleplan|myndighed|sagsbehand|foranstaltning|§/i.test(sentence))).toEqual([]);
    }
  });
});
