import type { Row } from './route-rows.js';

const referral = (id: string, by: Row['by'], body?: Row['body']): Row => ({ ids: { id }, by, ...(body && { body }) });
const looked = (body?: Row['body']): Row => ({ ids: { lookupId: 'lookup' }, by: 'freja', ...(body && { body }) });
const reason = (value: string) => () => ({ reason: value });

/** Asking for a K-møde, triage and the times. */
export const REFERRAL_PAGES: Readonly<Record<string, Row>> = {
  'GET /unge/:id/anmodning': { ids: { id: 'youth' }, by: 'freja' },
  'POST /unge/:id/anmodning': { ids: { id: 'youth' }, by: 'freja', body: reason('Skal flytte') },
  'GET /opslag/:lookupId': looked(),
  'GET /opslag/:lookupId/anmodning': looked(),
  'POST /opslag/:lookupId/anmodning': looked(reason('Skal flytte')),
  'GET /anmodninger/:id': referral('submittedReferral', 'freja'),
  'GET /anmodninger/:id/ret': referral('draftReferral', 'freja'),
  'POST /anmodninger/:id/ret': referral('draftReferral', 'freja', reason('Skal flytte')),
  'GET /anmodninger/:id/tid': referral('acceptedReferral', 'freja'),
  'POST /anmodninger/:id/tid': referral('acceptedReferral', 'freja', (_, ids) => ({ slotId: ids['freeSlot'] })),
  'POST /anmodninger/:id/smid-ud': referral('draftReferral', 'freja'),
  'POST /anmodninger/:id/fortryd': referral('draftReferral', 'freja'),
  'POST /anmodninger/:id/godkend': referral('submittedReferral', 'karla'),
  'POST /anmodninger/:id/send-tilbage': referral('submittedReferral', 'karla', reason('Uddyb')),
  'POST /anmodninger/:id/direkte': referral('submittedReferral', 'karla', reason('Aftalt i telefonen')),
  'POST /anmodninger/:id/traek-tilbage': referral('returnedReferral', 'freja', reason('Ikke længere nødvendigt')),
  'GET /punkter/:id/tid': { ids: { id: 'booking' }, by: 'freja' },
  'POST /punkter/:id/tid': { ids: { id: 'booking' }, by: 'freja', body: (_, ids) => ({ slotId: ids['freeSlot'] }) },
  'POST /punkter/:id/tid/fortryd': { ids: { id: 'booking' }, by: 'freja' },
};
