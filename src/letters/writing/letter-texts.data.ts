/** The words of letters, as data with their source: changed law is a new version, and old letters keep their words. */
export interface LetterTexts {
  /** The first day on which letters are written with it. */
  readonly from: string;
  readonly source: string;
  readonly companion: { readonly youth: string; readonly adult: string; readonly parent: string };
  readonly about: { readonly youth: string; readonly parent: string };
  readonly written: { readonly youth: string; readonly parent: string };
  readonly sayNo: string;
}

const LETTER_TEXTS: readonly LetterTexts[] = [
  {
    from: '2024-01-01',
    source: 'Barnets lov §§ 5 og 6, forvaltningsloven §§ 8 og 28, databeskyttelsesforordningen art. 13',
    companion: {
      youth: 'Du må tage en bisidder med: en, du stoler på, som er fyldt 15 år. Din bisidder har tavshedspligt (barnets lov § 6).',
      adult: 'Du må tage en bisidder med: en, du stoler på, som støtter dig under mødet (forvaltningsloven § 8).',
      parent: 'Du må tage en bisidder med: en, du stoler på, som støtter dig under mødet (forvaltningsloven § 8).',
    },
    about: {
      youth: 'Vi taler om, hvad der er vigtigt for dig, hvad der går godt, og hvad der skal ske, når du bliver voksen. Du bestemmer selv, hvad du vil sige. Du kan også skrive det til os før mødet.',
      parent: 'Vi taler om, hvad der er vigtigt for den unge, hvad der går godt, og hvad der skal ske ved overgangen til voksenlivet.',
    },
    written: {
      youth: 'Vi skriver ned, hvad vi bliver enige om, og hvem der gør hvad. Du får det at se. Kun de medarbejdere, der arbejder med din sag, kan læse det, og hver gang nogen læser det, bliver det noteret. Vi deler kun noget med andre, hvis du siger ja, eller hvis en lov giver lov til det.',
      parent: 'Vi skriver ned, hvad der bliver aftalt, og hvem der gør hvad. Kun de medarbejdere, der arbejder med sagen, kan læse det, og hver gang nogen læser det, bliver det noteret. Vi deler kun noget med andre med samtykke, eller hvis en lov giver lov til det.',
    },
    sayNo: 'Du må gerne sige nej til at komme, og du må gerne bede om et andet tidspunkt.',
  },
];

/** The words that are used for a letter written on a day. @throws Error for a day before the first version */
export function letterTextsOn(day: string): LetterTexts {
  const texts = LETTER_TEXTS.filter(({ from }) => from <= day).sort((a, b) => a.from.localeCompare(b.from)).at(-1);
  if (texts === undefined) throw new Error('no words for letters of that day');
  return texts;
}
