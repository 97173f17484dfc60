import { ageOn } from '../../../deadlines/rules/birthdays.js';
import type { Tx } from '../../../platform/database/tx.js';
import { editReferral, submitReferral } from '../../../referrals/raising/edit-referral.js';
import { ownDraft } from '../../../referrals/raising/own-referral.js';
import { raiseReferral } from '../../../referrals/raising/raise-referral.js';
import { Referral } from '../../../referrals/referral.entity.js';
import { visibleReferral } from '../../../referrals/referral-scope.js';
import { groundFor } from '../../../youths/access/open-youth.js';
import { youthOfLookup } from '../../../youths/lookups/youth-of-lookup.js';
import { Youth } from '../../../youths/youth.entity.js';
import { readForm } from '../../forms/read-form.js';
import { AskingForm, contentOf } from './asking-form.js';
import { type AskingAbout, askingAddress } from './open-asking.js';

/**
 * Keeps what was written as the author's draft, and sends it when asked to. Returns the next page: the free times when it is
 * accepted at once, the referral when it waits for triage, the form when it is still a draft.
 * @throws DomainError as `raiseReferral`, `editReferral` and `submitReferral`
 */
export async function saveAsking(tx: Tx, about: AskingAbout, body: unknown): Promise<string> {
  const form = await readForm(AskingForm, body);
  const { youthId, referralId } = await writtenBefore(tx, about);
  const content = contentOf(form, youthId === null ? null : await ageOf(tx, youthId));
  const id = referralId ?? (await raiseReferral(tx, { ...idsOf(about), ...content, asDraft: true }));
  if (referralId !== null) await editReferral(tx, referralId, content);
  if (form.handling === 'send' || form.handling === 'alligevel') return sent(tx, id, about, form.handling === 'alligevel');
  return `${askingAddress(about)}?besked=${form.handling === 'skift' ? 'slags' : 'gemt'}`;
}

async function sent(tx: Tx, id: string, about: AskingAbout, insists: boolean): Promise<string> {
  await submitReferral(tx, id, insists);
  const { state } = await tx.find(Referral, id);
  if (state === 'accepted') return `/anmodninger/${id}/tid?besked=godkendt`;
  return state === 'submitted' ? `/anmodninger/${id}?besked=sendt` : `${askingAddress(about)}?besked=ikke-sendt#tjek`;
}

async function writtenBefore(tx: Tx, about: AskingAbout): Promise<{ youthId: string | null; referralId: string | null }> {
  if (about.from === 'referral') {
    const { youthId } = await tx.find(Referral, about.id, visibleReferral(tx));
    return { youthId, referralId: about.id };
  }
  if (about.from === 'youth') await groundFor(tx, about.id);
  const youthId = about.from === 'nobody' ? null : about.from === 'youth' ? about.id : await youthOfLookup(tx, about.id);
  return { youthId, referralId: await ownDraft(tx, youthId) };
}

function idsOf(about: AskingAbout): { youthId?: string; lookupId?: string } {
  if (about.from === 'youth') return { youthId: about.id };
  return about.from === 'lookup' ? { lookupId: about.id } : {};
}

async function ageOf(tx: Tx, youthId: string): Promise<number> {
  return ageOn((await tx.find(Youth, youthId)).birthDate, tx.today);
}
