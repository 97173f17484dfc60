import type { Row } from './route-rows.js';

const item = (over: Partial<Row> = {}): Row => ({ ids: { id: 'booking' }, by: 'freja', ...over });
const closed = (over: Partial<Row> = {}): Row => ({ ids: { id: 'concludedBooking' }, by: 'freja', ...over });
const statement = (over: Partial<Row> = {}): Row => ({ ids: { id: 'booking', statementId: 'statement' }, by: 'freja', ...over });
const rating = (over: Partial<Row> = {}): Row => ({ ids: { id: 'booking', ratingId: 'rating' }, by: 'freja', ...over });

const letter = (): Row => item({ ids: { id: 'booking', letterId: 'letter' } });
const copy = (over: Partial<Row> = {}): Row => item({ ids: { id: 'booking', copyId: 'minutesCopy' }, ...over });

/** The pages of one item. */
export const ITEM_PAGES: Readonly<Record<string, Row>> = {
  'GET /punkter/:id': item(),
  'GET /punkter/:id/moede': item(),
  'GET /punkter/:id/skaerm': item(),
  'GET /punkter/:id/afslutning': item(),
  'GET /punkter/:id/det-aftalte-vi': closed(),
  'GET /punkter/:id/det-aftalte-vi.pdf': closed(),
  'GET /punkter/:id/referat': closed(),
  'POST /punkter/:id/grundlag/:area': item({ fixed: { area: 'social' }, body: () => ({ act: 'forvaltningsloven', section: '§ 28' }) }),
  'POST /punkter/:id/forberedelse/:departmentId': item({ ids: { id: 'booking', departmentId: 'unit' }, body: () => ({ nothingToAdd: 'on' }) }),
  'POST /punkter/:id/trin': item(),
  'POST /punkter/:id/den-unges-svar': item({ body: () => ({ answer: 'ja' }) }),
  'POST /punkter/:id/svar': item({ by: 'solvej', body: () => ({ answer: 'accepted' }) }),
  'POST /punkter/:id/stedfortraeder/:staffId': item({ ids: { id: 'booking', staffId: 'participant' }, body: (org) => ({ staffId: org.staff.gitte }) }),
  'POST /punkter/:id/kolleger': item({ body: (org) => ({ staffId: org.staff.gitte }) }),
  'POST /punkter/:id/kolleger/:staffId/tag-af': item({ ids: { id: 'booking', staffId: 'participant' } }),
  'POST /punkter/:id/udsagn': item({ body: () => ({ heading: 'worries', voice: 'unit', text: 'Bolig' }) }),
  'POST /punkter/:id/udsagn/:statementId': statement({ body: () => ({ text: 'Rettet', version: '1' }) }),
  'POST /punkter/:id/udsagn/:statementId/slet': statement({ body: () => ({ version: '1' }) }),
  'POST /punkter/:id/udsagn/:statementId/fortryd': statement(),
  'POST /punkter/:id/tal': item({ body: () => ({ voice: 'unit', voiceName: 'Socialafdelingen', value: '6' }) }),
  'POST /punkter/:id/tal/:ratingId': rating({ body: () => ({ value: '5', version: '1' }) }),
  'POST /punkter/:id/tal/:ratingId/slet': rating({ body: () => ({ version: '1' }) }),
  'POST /punkter/:id/tal/:ratingId/fortryd': rating(),
  'POST /punkter/:id/afslutning': item({ body: () => ({ version: '0' }) }),
  'POST /punkter/:id/afslutning/luk': item({ body: () => ({ version: '0' }) }),
  'POST /punkter/:id/aflys': item({ body: () => ({ reason: 'Den unge er syg' }) }),
  'POST /punkter/:id/genopret': item(),
  'POST /punkter/:id/referat': closed({ body: () => ({ version: '1', 'decisions.0.text': 'Rettet' }) }),
  'POST /punkter/:id/referat/godkend': closed(),
  'GET /punkter/:id/referat.pdf': closed(),
  'GET /punkter/:id/breve': item(),
  'GET /punkter/:id/breve/brev/:letterId.pdf': letter(),
  'GET /punkter/:id/breve/brev/:letterId.txt': letter(),
  'POST /punkter/:id/breve/brev/:letterId/sendt': letter(),
  'POST /punkter/:id/breve/brev/:letterId/fortryd': letter(),
  'POST /punkter/:id/breve/gaester': item({ body: () => ({ name: 'Mikkel Sandø', email: 'mikkel@bosted.example' }) }),
  'POST /punkter/:id/breve/gaester/:guestId/fjern': item({ ids: { id: 'booking', guestId: 'guest' } }),
  'POST /punkter/:id/breve/referat/:copyId/grundlag': copy({ body: () => ({ act: 'forvaltningsloven', section: '§ 28' }) }),
  'POST /punkter/:id/breve/referat/:copyId/sendt': copy(),
  'POST /punkter/:id/breve/referat/:copyId/fortryd': copy(),
};
