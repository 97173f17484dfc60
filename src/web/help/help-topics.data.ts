/** One task, told in the order in which it is done. */
export interface HelpTopic {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  /** A picture of the screen, taken from the demo; null where words are enough. */
  readonly picture: { readonly file: string; readonly alt: string } | null;
  readonly screen: { readonly href: string; readonly text: string } | null;
}

export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    slug: 'bed-om-k-moede', title: 'Bed om et K-møde', lead: 'Du kan rejse en sag for enhver ung, du arbejder med, uanset hvilken enhed du sidder i.',
    steps: [
      'Find den unge under Unge eller ved at søge. Kender du kun CPR-nummeret, så brug opslag på CPR: du ser, hvem der er med, og hvem du kan ringe til.',
      'Vælg "Bed om K-møde", og svar på de spørgsmål, der hjælper med at afgøre, om sagen hører til på K-mødet. Du kan se, hvorfor.',
      'Skriv, hvad den unge selv ønsker. Sig også til, hvis det haster, og hvorfor.',
      'Send. Siger spørgsmålene ja, er anmodningen godkendt med det samme. Ellers vurderer K-mødesekretæren den.',
    ],
    picture: { file: 'bed-om-k-moede.png', alt: 'Siden "Bed om K-møde" med spørgsmålene om, hvorvidt sagen hører til på K-mødet' }, screen: { href: '/unge', text: 'Unge' },
  },
  {
    slug: 'find-en-tid', title: 'Find en tid', lead: 'Systemet foreslår de tider før fristen, hvor ingen, der skal med, har kendte aftaler.',
    steps: [
      'Åbn anmodningen, og vælg "Find en tid".', 'Øverst står den bedste tid, med dato, uge og hvor længe før fristen den ligger. Du kan også se, hvorfor andre dage ikke er med.',
      'Vælg "Book". Fortryder du, har du 30 sekunder til det uden at give en grund.', 'Tager en anden tiden lige før dig, får du en ny liste. Intet går tabt.',
    ],
    picture: { file: 'find-en-tid.png', alt: 'Foreslåede tider med dato, uge og afstand til fristen' }, screen: { href: '/anmodninger', text: 'Anmodninger' },
  },
  {
    slug: 'dagsordenen', title: 'Se dagsordenen for 14 dage', lead: 'Hvem kommer hvornår, hvad mangler, og hvad er for sent?',
    steps: [
      'Åbn Dagsorden. Øverst står, hvor mange punkter der ikke er klar.', 'Hvert punkt har tre lys med tekst: grundlag for at dele, beslutningskraft og den unges svar.',
      'K-mødesekretæren og mødelederen flytter punkter med menuen "Flyt til" eller ved at trække dem.', 'Dagsordenen kan skrives ud på A4 og hentes som PDF og Excel.',
    ],
    picture: { file: 'dagsordenen.png', alt: 'Dagsordenen med punkter i rækkefølge og tre lys ved hvert punkt' }, screen: { href: '/dagsorden', text: 'Dagsorden' },
  },
  {
    slug: 'paa-moedet', title: 'På mødet', lead: 'Den unges egne ord først. Alt på tavlen må den unge læse.',
    steps: [
      'Åbn punktet. Skriv den unges egne ord, og tag så de tre spørgsmål: det der virker, bekymringer og hvad der skal ske.',
      'Skriv, og tryk Enter for den næste linje. Det gemmes undervejs; skriver I to på én gang, overskriver I ikke hinanden.',
      'Sæt et tal fra 0 til 10 på skalaen for hver, der er med.',
      'Vælg "Vis på skærm" for en side uden menu og uden andre navne.',
    ],
    picture: { file: 'paa-moedet.png', alt: 'Et punkt med den unges egne ord, de tre spørgsmål og skalaen' }, screen: { href: '/dagsorden', text: 'Dagsorden' },
  },
  {
    slug: 'afslut-et-punkt', title: 'Afslut et punkt', lead: 'Hvem gør hvad hvornår. Mangler der noget, siger siden hvad.',
    steps: [
      'Vælg "Afslut" på punktet, når mødet er holdt.', 'Skriv aftalerne: én person og én dato for hver.',
      'Vælg næste skridt: en ny tid, en dag at følge op, eller hvorfor sagen er færdig.',
      'Udskriv "Det aftalte vi", et A4-ark, den unge tager med hjem, og kopiér teksten til fagsystemet.',
    ],
    picture: { file: 'afslut-et-punkt.png', alt: 'Siden, hvor et punkt afsluttes, med aftaler og næste skridt' }, screen: { href: '/opgaver', text: 'Dine opgaver' },
  },
  {
    slug: 'den-ene-plan', title: 'Hold den ene plan', lead: 'Den koordinerende sagsbehandler holder planen. Der er én plan for hver ung.',
    steps: [
      'Åbn planen fra den unges side. Skriv målene med den unges egne ord, og knyt aftalerne til dem.', 'Vælg "Godkend planen", når den er aftalt. Så ligger udgaven fast.',
      'Se forskellen mellem to udgaver, og hent planen som PDF, også i let sprog.',
    ],
    picture: { file: 'den-ene-plan.png', alt: 'Den ene plan med mål, aftaler og udgaver' }, screen: { href: '/unge', text: 'Unge' },
  },
  {
    slug: 'frister', title: 'Hold øje med frister', lead: 'Fristerne regnes af sig selv ud fra alder, indsatser og det, der er klaret.',
    steps: [
      'Åbn Frister for at se dem på tværs af de unge, du kan se.', 'På den unges side kan du sætte flueben: "Klaret i fagsystem".',
      'En teamleder kan beslutte, at en frist ikke er relevant, med en grund.', 'Under Fristregler står, hvad hver frist bygger på.',
    ],
    picture: { file: 'frister.png', alt: 'Listen over frister på tværs af unge' }, screen: { href: '/frister', text: 'Frister' },
  },
  {
    slug: 'den-unges-side', title: 'Læs en ungs side', lead: 'Hvem koordinerer, hvem ringer du til, og hvad er det næste?',
    steps: [
      'Øverst står næste skridt.', 'Tidslinjen viser indsatser, møder og frister fra 15 til 23 år. Den kan også læses som liste.',
      'Du ser kun unge, du har et arbejdsmæssigt grundlag for. Hvert opslag bliver logget.',
    ],
    picture: { file: 'den-unges-side.png', alt: 'En ungs side med næste skridt, tidslinje og frister' }, screen: { href: '/unge', text: 'Unge' },
  },
  {
    slug: 'gennemgang', title: 'Gå en liste igennem', lead: 'Én ung ad gangen, til ingen er tilbage.',
    steps: [
      'Vælg en gemt visning under Unge, og vælg "Gennemgå listen".', 'Vælg for hver: book, koordineres uden møde, eller vend tilbage på en dag.',
      'Til sidst får du én sætning til din leder.',
    ],
    picture: { file: 'gennemgang.png', alt: 'Gennemgang med én ung og tre valg' }, screen: { href: '/unge/gennemgang', text: 'Gennemgang' },
  },
  {
    slug: 'overdragelse', title: 'Overdrag en ung', lead: 'Den koordinerende sagsbehandler skifter, når modtageren siger ja. Indtil da bliver den gamle.',
    steps: [
      'Vælg "Overdrag den unge til en anden" på den unges side.', 'Modtageren siger ja eller nej på sin egen forside.',
      'Stopper en kollega, flytter teamlederen alle unge, punkter og aftaler på én gang under Personaleskift.',
    ],
    picture: null, screen: { href: '/unge', text: 'Unge' },
  },
  {
    slug: 'kalender', title: 'Få K-møderne i din kalender', lead: 'Kalenderen får kun tid, sted og et nummer. Aldrig navne.',
    steps: [
      'Åbn Kalender, og vælg "Kalenderabonnement".',
      'Kopiér adressen, og indsæt den i Outlook, Google eller Apple. Den kan ses i et kvarter og vises så ikke igen.',
      'Dine møder kommer i kalenderen, når programmet har hentet den første gang, og så ikke længere som indkaldelser. Henter det den ikke i 3 dage, kommer de som indkaldelser igen.',
      'Et abonnement kan være flere timer bagud. Det, der ændres med kort varsel, får du også som mail.',
    ],
    picture: { file: 'kalender.png', alt: 'Månedsvisningen med K-mødedage' }, screen: { href: '/kalender', text: 'Kalender' },
  },
];

/** By its place in the address. */
export function helpTopic(slug: string): HelpTopic | undefined {
  return HELP_TOPICS.find((topic) => topic.slug === slug);
}
