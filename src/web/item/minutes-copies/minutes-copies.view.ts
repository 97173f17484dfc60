import type { MinutesCopyLine } from '../../../letters/minutes-copies/minutes-copies.js';
import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import type { Option } from '../../forms/fields.js';
import { capital } from '../../words/capital.js';
import type { Badge } from '../../words/youth-words.js';
import type { PostData } from '../post/read-post.js';

export interface MinutesCopyView {
  readonly id: string;
  readonly who: string;
  readonly badge: Badge;
  /** The basis, or what is missing. */
  readonly what: string;
  readonly at: string;
  readonly lacks: boolean;
  readonly consentId: string;
  readonly act: string;
  readonly section: string;
  readonly mark: 'send' | 'undo' | null;
  /** The reader may write the basis; not once the minutes have gone. */
  readonly writesBasis: boolean;
}

export interface MinutesCopiesView {
  readonly minutes: string;
  readonly copies: readonly MinutesCopyView[];
  readonly consents: readonly Option[];
}

type Data = Pick<PostData, 'item' | 'copies' | 'consents'>;

/** Who is to have the minutes outside the house, and what is missing for it. */
export function minutesCopiesView(data: Data): MinutesCopiesView {
  return {
    minutes: `/punkter/${data.item.booking.id}/referat`, copies: data.copies.map((line) => copyView(line, data)),
    consents: data.consents.filter((consent) => whyNot(consent) === null).map(({ id, recipient, givenOn }) => ({
      value: id, label: `Til ${recipient}, givet ${formatDateLongDanish(givenOn)}`,
    })),
  };
}

function copyView({ id, guest, basis, handedOver }: MinutesCopyLine, { item, consents }: Data): MinutesCopyView {
  const consent = consents.find((each) => each.id === basis?.consentId);
  const refused = consent === undefined || handedOver !== null ? null : whyNot(consent);
  const lacks = basis === null || refused !== null;
  const sent = handedOver === null ? '' : `Sendt ${formatDateLongDanish(dateAt(new Date(handedOver.at)))} af ${handedOver.by}. `;
  return {
    id, who: guest.function === null ? guest.name : `${guest.name}, ${guest.function}`, at: `/punkter/${item.booking.id}/breve/referat/${id}`, lacks,
    badge: handedOver !== null ? { text: 'Sendt', tone: 'success' } : lacks ? {
      text: refused ?? 'Grundlag mangler', tone: 'error',
    } : { text: 'Kan sendes', tone: 'info' },
    what: `${sent}${basisText(basis, consent)}`, consentId: basis?.consentId ?? '', act: basis?.act ?? '', section: basis?.section ?? '',
    mark: !item.handles ? null : handedOver !== null ? 'undo' : lacks ? null : 'send', writesBasis: item.handles && handedOver === null,
  };
}

/** Why the minutes may not leave on a consent; null when they may. */
function whyNot({ state, departmentId }: PostData['consents'][number]): string | null {
  if (state !== 'active') return 'Samtykket gælder ikke i dag';
  return departmentId === null ? null : 'Samtykket gælder en af vores enheder';
}

function basisText(basis: MinutesCopyLine['basis'], consent: PostData['consents'][number] | undefined): string {
  if (basis === null) return 'Referatet må ikke gives videre, før der er et samtykke eller en lov og paragraf.';
  if (basis.act !== null) return `Grundlag: ${capital(basis.act)} ${basis.section ?? ''}.`;
  return consent === undefined ? 'Grundlag: samtykke.' : `Grundlag: samtykke til ${consent.recipient}, givet ${formatDateLongDanish(consent.givenOn)}.`;
}
