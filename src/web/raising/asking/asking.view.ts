import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import { type BelongsAnswers, BELONGS_QUESTIONS, SUPPORT_LEVEL_LABELS } from '../../../referrals/belongs/belongs-answers.js';
import { suggestType } from '../../../referrals/belongs/suggest-type.js';
import { PURPOSE_LABELS, type Purpose, type ReferralTypeCode, URGENT_REASON_LABELS, WITHOUT_YOUTH_REASON_LABELS } from '../../../referrals/types/referral-codes.js';
import type { Option } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { areaName } from '../../words/codes.js';
import { attendeeWords, FIRST_QUESTIONS, MORE_QUESTIONS, referralBadge } from '../../words/referral-words.js';
import { capital } from '../../words/capital.js';
import { answersAmong, usualPurpose } from './asking-form.js';
import { type CheckView, checkView } from './check.view.js';
import { type Asking, askingAddress } from './open-asking.js';

export interface QuestionView {
  readonly name: keyof BelongsAnswers;
  readonly text: string;
  readonly value: string;
}

/** A folded part of the form: what it is about, and what stands in it now. */
export interface FoldView {
  readonly now: string;
  readonly open: boolean;
}

export interface AskingView {
  readonly action: string;
  readonly heading: string;
  readonly who: string | null;
  readonly youthHref: string | null;
  readonly card: readonly string[];
  readonly open: ReadonlyArray<{ readonly text: string; readonly href: string; readonly link: string }>;
  readonly returned: string | null;
  readonly draftFrom: string | null;
  readonly values: {
    readonly reason: string; readonly youthWish: string; readonly type: string; readonly purpose: string; readonly urgent: string;
    readonly urgentNote: string; readonly without: string; readonly withoutNote: string
  };
  readonly first: { readonly several: QuestionView; readonly support: QuestionView };
  readonly more: readonly QuestionView[];
  readonly check: CheckView;
  readonly areas: { readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly must: string };
  readonly types: readonly Option[];
  /** Whether a type is suggested from the answers. */
  readonly follows: boolean;
  readonly folds: { readonly questions: FoldView; readonly people: FoldView; readonly kind: FoldView; readonly urgent: FoldView; readonly youth: FoldView };
  /** Addresses that end what is being written; null before the first save. */
  readonly discard: string | null;
  readonly direct: string | null;
}

const NOT_ASKED = new Set(['secretariat']);

/** The form in words, as it was left, or as it was sent and refused. */
export function askingView(asking: Asking, refusal: Refusal | null): AskingView {
  const sent = refusal === null ? null : refusal.values;
  const answers = sent === null ? (asking.referral?.belongs.answers ?? freshAnswers(asking)) : answersAmong(sent);
  const follows = asking.ageYears === null ? null : suggestType(answers, asking.ageYears);
  const type = typeNow(asking, sent === null ? undefined : sent['type'], follows);
  const values = valuesOf(asking, type, follows);
  const check = checkOf(asking, answers, type, sent === null ? values : { urgent: String(sent['urgent.reason'] ?? ''), without: String(sent['withoutYouth.reason'] ?? '') });
  const { referral } = asking;
  return {
    action: askingAddress(asking.about), heading: referral?.state === 'returned' ? 'Ret anmodningen' : 'Bed om K-møde', ...subjectOf(asking),
    open: asking.open.map(openLine), returned: returnedBecause(asking), draftFrom: referral?.state === 'draft' ? formatDateLongDanish(dateAt(referral.createdAt)) : null,
    values, first: { several: question(FIRST_QUESTIONS[0], answers), support: question(FIRST_QUESTIONS[1], answers) },
    more: MORE_QUESTIONS.map((name) => question(name, answers)), check, areas: areasOf(asking, type),
    types: asking.types.map(({ code, label }) => ({ value: code, label: capital(label) })), follows: follows !== null, folds: foldsOf(asking, answers, type, values, refusal),
    discard: referral?.state === 'draft' ? `/anmodninger/${referral.id}/smid-ud` : null,
    direct: referral !== null && referral.youth !== null && (check.turnedAway || referral.state === 'returned') ? `/anmodninger/${referral.id}/direkte` : null,
  };
}

function subjectOf({ youth, card, about, referral }: Asking): Pick<AskingView, 'who' | 'youthHref' | 'card'> {
  const anonymous = about.from === 'nobody' || referral?.anonymous === true;
  return {
    who: youth?.name ?? (anonymous ? 'Et punkt uden navn: sparring eller intern drøftelse' : 'Den unge, du har slået op'), youthHref: youth === null ? null : `/unge/${youth.id}`,
    card: youth !== null || card === null ? [] : card.departments.map(({ name, callName, callPhone }) => [name, callName, callPhone].filter((part) => part !== null).join(', ')),
  };
}

/** What is known of the youth already need not be asked. */
function freshAnswers({ specialSchool }: Asking): BelongsAnswers {
  return specialSchool ? { specialSchool: true } : {};
}

function typeNow({ referral, types }: Asking, chosen: string | readonly string[] | undefined, follows: ReferralTypeCode | null): ReferralTypeCode {
  const known = types.map(({ code }) => code);
  return known.find((code) => code === chosen) ?? known.find((code) => chosen === undefined && code === referral?.type) ?? follows ?? known[0] ?? 'sparring';
}

function valuesOf({ referral }: Asking, type: ReferralTypeCode, follows: ReferralTypeCode | null): AskingView['values'] {
  return {
    reason: referral?.reason ?? '', youthWish: referral?.youthWish ?? '', type: type === follows ? '' : type,
    purpose: referral === null || referral.purpose === usualPurpose(type) ? '' : referral.purpose,
    urgent: referral?.urgent?.reason ?? '', urgentNote: referral?.urgent?.note ?? '', without: referral?.withoutYouth?.reason ?? '',
    withoutNote: referral?.withoutYouth?.note ?? '',
  };
}

function checkOf(asking: Asking, answers: BelongsAnswers, type: ReferralTypeCode, { urgent, without }: { urgent: string; without: string }): CheckView {
  const { ageYears, today, types } = asking;
  const anonymous = asking.about.from === 'nobody' || asking.referral?.anonymous === true;
  const labels = new Map(types.map(({ code, label }) => [code, label]));
  return checkView({ answers, type, urgent: urgent !== '', withoutYouthReason: without === '' ? null : without, anonymous, ageYears, today, labels });
}

function openLine({ id, state, typeLabel, mine }: Asking['open'][number]): AskingView['open'][number] {
  const text = `Der er allerede en anmodning om ${typeLabel}: ${referralBadge(state).text.toLowerCase()}.`;
  if (state === 'accepted') return { text, href: `/anmodninger/${id}/tid`, link: 'Find en tid til den' };
  if (state === 'returned' && mine) return { text, href: `/anmodninger/${id}/ret`, link: 'Ret den, og send den igen' };
  return { text, href: `/anmodninger/${id}`, link: 'Se den' };
}

function returnedBecause({ referral }: Asking): string | null {
  if (referral?.state !== 'returned') return null;
  const last = referral.history.filter(({ to }) => to === 'returned').at(-1);
  return last?.reason ?? 'Der er ikke skrevet en grund.';
}

function question(name: keyof BelongsAnswers, answers: BelongsAnswers): QuestionView {
  const answer = answers[name] ?? null;
  return { name, text: BELONGS_QUESTIONS[name], value: typeof answer === 'string' ? answer : answer === null ? '' : answer ? 'ja' : 'nej' };
}

function areasOf({ referral, knownAreas, proposedAreas, types }: Asking, type: ReferralTypeCode): AskingView['areas'] {
  const must = types.find(({ code }) => code === type)?.mustAttend ?? [];
  const options = knownAreas.filter((area) => !NOT_ASKED.has(area)).map((value) => ({ value, label: areaName(value) }));
  return { options, chosen: referral?.areas ?? proposedAreas, must: [...new Set(must.map(attendeeWords))].join('; ') };
}

function foldsOf(
  { referral, proposedAreas, types }: Asking, answers: BelongsAnswers, type: ReferralTypeCode, values: AskingView['values'], refusal: Refusal | null,
): AskingView['folds'] {
  const wrong = (start: string): boolean => refusal !== null && refusal.errors.some(({ field }) => field.startsWith(start));
  const answered = MORE_QUESTIONS.filter((name) => (answers[name] ?? null) !== null).length;
  const label = types.find(({ code }) => code === type)?.label ?? type;
  const areas = (referral?.areas ?? proposedAreas).map(areaName);
  const purpose = PURPOSE_LABELS[(referral?.purpose ?? usualPurpose(type)) as Purpose];
  return {
    questions: { now: answered === 0 ? 'ingen besvaret' : `${answered} besvaret`, open: answered > 0 && referral !== null },
    people: { now: areas.length === 0 ? 'ingen områder valgt' : areas.join(', '), open: wrong('areas') },
    kind: { now: `${label}, ${purpose}`, open: wrong('type') || wrong('purpose') },
    urgent: { now: labelOf(URGENT_OPTIONS, values.urgent) ?? 'Nej', open: wrong('urgent') },
    youth: { now: labelOf(WITHOUT_YOUTH_OPTIONS, values.without) ?? 'Ja', open: wrong('withoutYouth') },
  };
}

function labelOf(options: readonly Option[], value: string): string | undefined {
  return options.find((option) => option.value === value)?.label;
}

export const SUPPORT_OPTIONS: readonly Option[] = Object.entries(SUPPORT_LEVEL_LABELS).map(([value, label]) => ({ value, label: capital(label) }));
export const PURPOSE_OPTIONS: readonly Option[] = Object.entries(PURPOSE_LABELS).map(([value, label]) => ({ value, label: capital(label) }));
export const URGENT_OPTIONS: readonly Option[] = Object.entries(URGENT_REASON_LABELS).map(([value, label]) => ({ value, label: capital(label) }));
export const WITHOUT_YOUTH_OPTIONS: readonly Option[] = Object.entries(WITHOUT_YOUTH_REASON_LABELS).map(([value, label]) => ({ value, label: capital(label) }));
