import type { ApiClient, TestApp } from '../support/app.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import { replacementCpr } from '../support/youth-builder.js';
import type { CaseWish, Ids } from './case.js';

export const BORN = '2009-06-15';

/** A word that nobody would write: where it turns up, personal data has turned up. */
export type Canary = (field: string) => string;

export interface YouthOfCase {
  readonly ids: Ids;
  readonly cpr: string;
  readonly canary: Canary;
}

/** Finds every canary in a text, by the field it was written in. */
export function canariesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/kanarie[a-zæøå]+/gi)].map(([word]) => word.toLowerCase()))].sort();
}

export async function send(
  client: ApiClient, method: 'post' | 'put' | 'patch', path: string, body: object = {}, version?: number,
): Promise<Record<string, unknown> & { id: string }> {
  const request = client[method](path, body);
  const answer = await (version === undefined ? request : request.set('if-match', `"${version}"`));
  if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Record<string, unknown> & { id: string };
}

export async function as(app: TestApp, org: Organisation, name: StaffName): Promise<ApiClient> {
  return app.as(await org.token(name));
}

/** Tage records the youth, Freja writes down who is involved: a canary in every field that takes text. */
export async function createTestYouth(app: TestApp, org: Organisation, { mark = '', protected: isProtected = false }: CaseWish): Promise<YouthOfCase> {
  const canary: Canary = (field) => `Kanarie${field}${mark}`;
  const cpr = replacementCpr(BORN);
  const tage = await as(app, org, 'tage');
  const { id: youth } = await send(tage, 'post', '/youths', {
    cpr, firstName: canary('fornavn'), lastName: canary('efternavn'), departmentId: org.unit.ungeenhed, coordinatorId: org.staff.freja,
    school: canary('skole'), schoolGrade: canary('klasse'), specialSchool: true, protected: isProtected, actingMunicipality: canary('kommune'),
  });
  const freja = await as(app, org, 'freja');
  const under = `/youths/${youth}`;
  const { id: measure } = await send(freja, 'post', `${under}/measures`, {
    departmentId: org.unit.ungeenhed, title: canary('anbringelse'), act: 'barnets lov', section: '§ 46', startsOn: '2024-03-01',
  });
  const person = { name: canary('netværk'), relation: canary('relation'), phone: canary('telefon'), email: `${canary('mail')}@overgang.example` };
  const { id: networkPerson } = await send(freja, 'post', `${under}/network`, { kind: 'private', closeness: 1, ...person });
  const { id: custodyHolder } = await send(freja, 'post', `${under}/custody-holders`, { ...person, name: canary('forælder'), livesWithYouth: true, invite: true });
  const { id: consent } = await send(freja, 'post', `${under}/consents`, {
    givenBy: 'custody_holder', custodyHolderId: custodyHolder, recipient: canary('modtager'), scope: canary('omfang'), purpose: canary('formål'), givenOn: '2026-10-01',
  });
  const { id: milestone } = await send(freja, 'post', `${under}/milestones`, { kind: 'education_guidance_contacted', occurredOn: '2026-11-01', reference: canary('reference') });
  const { id: assessment } = await send(freja, 'post', `${under}/target-group-assessments`, { targetGroup: 'disability', belongs: true, reason: canary('vurdering') });
  return { ids: { youth, measure, networkPerson, custodyHolder, consent, milestone, assessment }, cpr, canary };
}
