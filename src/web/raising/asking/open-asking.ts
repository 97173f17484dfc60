import { ageOn } from '../../../deadlines/rules/birthdays.js';
import type { CalendarDate } from '../../../platform/clock/calendar-date.js';
import type { Tx } from '../../../platform/database/tx.js';
import { conflict } from '../../../platform/errors/domain-error.js';
import { type OpenReferralLine, openReferralsOf, ownDraft } from '../../../referrals/raising/own-referral.js';
import { proposedAreas } from '../../../referrals/raising/proposed-areas.js';
import { type ReferralView, readReferral } from '../../../referrals/reading/read-referral.js';
import { EDITABLE_REFERRAL_STATES } from '../../../referrals/referral-states.js';
import { visibleReferral } from '../../../referrals/referral-scope.js';
import { Referral } from '../../../referrals/referral.entity.js';
import { suggestType } from '../../../referrals/belongs/suggest-type.js';
import { authorityAreas } from '../../../referrals/types/authority-areas.js';
import { typesInForce, type TypeVersion } from '../../../referrals/types/referral-types.queries.js';
import { openYouth } from '../../../youths/access/open-youth.js';
import type { YouthCard } from '../../../youths/access/youth-card.js';
import { readLookup } from '../../../youths/lookups/read-lookup.js';
import { Youth } from '../../../youths/youth.entity.js';

/** What somebody starts from who asks for a K-møde. */
export type AskingAbout =
  | { readonly from: 'youth' | 'lookup' | 'referral'; readonly id: string }
  | { readonly from: 'nobody' };

/** Everything the form shows, read for one person. */
export interface Asking {
  readonly about: AskingAbout;
  /** The draft or the returned referral that is being written; null before the first save. */
  readonly referral: ReferralView | null;
  /** Shown by name only to those who see the case. */
  readonly youth: { readonly id: string; readonly name: string } | null;
  readonly ageYears: number | null;
  readonly specialSchool: boolean;
  readonly card: YouthCard | null;
  /** The types that may be chosen. */
  readonly types: readonly TypeVersion[];
  readonly knownAreas: readonly string[];
  readonly proposedAreas: readonly string[];
  readonly open: readonly OpenReferralLine[];
  readonly today: CalendarDate;
  readonly now: Date;
}

interface Starting {
  readonly youthId: string | null;
  readonly referralId: string | null;
  readonly named: boolean;
  readonly card: YouthCard | null;
}

/** Where the form of somebody who asks is sent. */
export function askingAddress(about: AskingAbout): string {
  switch (about.from) {
    case 'youth': return `/unge/${about.id}/anmodning`;
    case 'lookup': return `/opslag/${about.id}/anmodning`;
    case 'referral': return `/anmodninger/${about.id}/ret`;
    case 'nobody': return '/anmodninger/uden-navn';
  }
}

/**
 * Opens the form: the own draft about the youth where there is one, else an empty one.
 * @throws DomainError not_found; rule `lookup_expired`; conflict `invalid_transition` for a referral that can no longer be edited
 */
export async function openAsking(tx: Tx, about: AskingAbout): Promise<Asking> {
  const { youthId, referralId, card, ...start } = await startFrom(tx, about);
  const referral = referralId === null ? null : await readReferral(tx, referralId);
  const named = start.named || (referral !== null && referral.youth !== null);
  if (referral !== null && !EDITABLE_REFERRAL_STATES.includes(referral.state)) {
    throw conflict('invalid_transition', 'Anmodningen er sendt og kan ikke rettes. Bed K-mødesekretæren om at sende den tilbage.', { state: referral.state });
  }
  const youth = youthId === null ? null : await tx.find(Youth, youthId);
  const ageYears = youth === null ? null : ageOn(youth.birthDate, tx.today);
  const types = (await typesInForce(tx, tx.today)).filter(({ anonymousAllowed }) => youth !== null || anonymousAllowed);
  const usual = types.find(({ code }) => ageYears !== null && code === suggestType({}, ageYears));
  return {
    about, referral, youth: youth !== null && named ? { id: youth.id, name: `${youth.firstName} ${youth.lastName}` } : null,
    ageYears, specialSchool: named && youth?.specialSchool === true, card: card ?? referral?.card ?? null, types,
    knownAreas: await authorityAreas(tx), proposedAreas: youth === null || usual === undefined || !named ? mustAreas(usual) : await proposedAreas(tx, youth.id, usual),
    open: youth === null ? [] : (await openReferralsOf(tx, youth.id)).filter(({ id }) => id !== referralId), today: tx.today, now: tx.now,
  };
}

async function startFrom(tx: Tx, about: AskingAbout): Promise<Starting> {
  switch (about.from) {
    case 'youth': {
      const { youth } = await openYouth(tx, about.id);
      return { youthId: youth.id, referralId: await ownDraft(tx, youth.id), named: true, card: null };
    }
    case 'lookup': {
      const { youthId, card } = await readLookup(tx, about.id);
      return { youthId, referralId: await ownDraft(tx, youthId), named: false, card };
    }
    case 'referral': {
      const { youthId } = await tx.find(Referral, about.id, visibleReferral(tx));
      return { youthId, referralId: about.id, named: false, card: null };
    }
    case 'nobody': return { youthId: null, referralId: await ownDraft(tx, null), named: false, card: null };
  }
}

/** Which measures a youth has is not told by a look-up. */
function mustAreas(type: TypeVersion | undefined): string[] {
  return (type?.mustAttend ?? []).filter(({ who }) => who === 'area').map(({ of }) => of ?? '');
}
