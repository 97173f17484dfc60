/** A word that people still use, and what it is called now. */
export interface OldWord {
  readonly words: readonly string[];
  readonly now: string;
  readonly explanation: string;
  /** Where the thing is found. */
  readonly href: string;
  readonly source: string;
}

/** Laws and forums changed their names; habits did not. Barnets lov is in force from 1 January 2024. */
export const OLD_WORDS: readonly OldWord[] = [
  {
    words: ['efterværn', 'efterværnsmøde'], now: 'Ungestøtte', href: '/spoergsmaal', source: 'Barnets lov §§ 113-116',
    explanation: 'Efterværn hedder ungestøtte. På K-mødet er det et punkt af typen "vurdering af ungestøtte".',
  },
  {
    words: ['overdragelsesmøde', 'overgangsmøde', 'overleveringsmøde', 'overlevering'], now: 'K-møde, punkt om overgang', href: '/dagsorden',
    source: 'Status på K-møder, oktober 2020', explanation: 'Overgangsmøderne er lagt ind i K-møderne. Bed om et K-møde på den unges side.',
  },
  {
    words: ['ungekonference', 'konference', 'sparringsmøde'], now: 'K-møde, punkt om sparring', href: '/dagsorden', source: 'Status på K-møder, oktober 2020',
    explanation: 'Ungekonferencen er lagt ind i K-møderne. Sparring kan være uden den unge, med en grund.',
  },
  {
    words: ['stu visitation', 'stu-visitation', 'visitationsmøde', 'visitation', 'visitationsudvalg'],
    now: 'K-møde, punkt om STU, og vurdering af anmodninger', href: '/anmodninger',
    source: 'Status på K-møder, oktober 2020', explanation: 'STU-visitationen er lagt ind i K-møderne. Om en anmodning hører til på K-mødet, står under Anmodninger.',
  },
  {
    words: ['indstilling', 'henvisning', 'henvisningsskema'], now: 'Anmodning om K-møde', href: '/anmodninger', source: 'Ordlisten',
    explanation: 'En sag rejses med en anmodning. "Indstilling" bruges kun i udvalgenes referater.',
  },
  {
    words: ['koordinator', 'tovholder', 'kontaktperson'], now: 'Koordinerende sagsbehandler', href: '/unge?view=without_coordinator',
    source: 'Barnets lov, den kommunale ungeindsats', explanation: 'Hver ung har netop én koordinerende sagsbehandler.',
  },
  {
    words: ['handleplan', 'ungeplan', 'uddannelsesplan', 'én plan'], now: 'Den ene plan', href: '/unge', source: 'Barnets lov § 108',
    explanation: 'Den unges mål og aftaler står i den ene plan på den unges side.',
  },
  {
    words: ['overdragelsesliste', 'kvartalsmøde'], now: 'Overdragelseslisten i oversigten over unge', href: '/unge?view=handover_family',
    source: 'TULU-rapporten 2016', explanation: 'Listerne er gemte visninger i oversigten, og de kan gennemgås én ung ad gangen.',
  },
  {
    words: ['akut sag', 'akut', 'hastesag'], now: 'Anmodning, der haster', href: '/anmodninger', source: 'TULU-rapporten 2016',
    explanation: 'Sæt "haster" på anmodningen med en grund. En plads på hver K-mødedag er holdt fri til det.',
  },
  {
    words: ['§ 50', '§ 50-undersøgelse', 'børnefaglig undersøgelse'], now: 'Børnefaglig undersøgelse', href: '/frister', source: 'Barnets lov § 20',
    explanation: 'Undersøgelsen laves i fagsystemet; her står kun fristen.',
  },
  {
    words: ['§ 76', '§ 76 a', 'opretholdt anbringelse'], now: 'Opretholdt anbringelse', href: '/frister', source: 'Barnets lov § 120',
    explanation: 'Stod tidligere i serviceloven § 76 a. Fristerne hedder det samme som afgørelsen i fagsystemet.',
  },
  { words: ['jobcenter', 'jobcentret'], now: 'Beskæftigelse', href: '/unge', source: 'Ordlisten', explanation: 'Enheden vælges i oversigtens filter.' },
  {
    words: ['uu', 'uu-vejleder', 'ungdommens uddannelsesvejledning'], now: 'Uddannelsesvejledningen', href: '/unge?view=education',
    source: 'Ordlisten', explanation: 'Vejlederne rejser sager som alle andre enheder.',
  },
];

/** A page, with the words it may be looked for under. */
export interface Place {
  readonly words: readonly string[];
  readonly text: string;
  readonly href: string;
}

export const PLACES: readonly Place[] = [
  { words: ['unge', 'oversigt', 'liste'], text: 'Oversigten over unge', href: '/unge' },
  { words: ['gennemgang', 'gennemgå'], text: 'Gennemgang af en liste', href: '/unge/gennemgang' },
  { words: ['dagsorden', 'punkter', 'møde'], text: 'Dagsordenen for 14 dage', href: '/dagsorden' },
  { words: ['frister', 'deadline'], text: 'Frister på tværs af unge', href: '/frister' },
  { words: ['regler', 'fristregler', 'lovgrundlag', 'hjemmel'], text: 'Fristregler med kilde', href: '/frister/regler' },
  { words: ['aftaler', 'hvem gør hvad'], text: 'Dine aftaler', href: '/aftaler' },
  { words: ['opgaver'], text: 'Dine opgaver', href: '/opgaver' },
  { words: ['opslag', 'slå op', 'cpr-nummer', 'opret ung'], text: 'Slå en ung op på CPR-nummer', href: '/opslag' },
  { words: ['principielt spørgsmål', 'principielle spørgsmål', 'spørgsmål'], text: 'Principielle spørgsmål og svar', href: '/spoergsmaal' },
  { words: ['påmindelser'], text: 'Dine påmindelser', href: '/paamindelser' },
];
