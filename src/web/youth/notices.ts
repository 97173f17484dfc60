/** What a form has done; the address carries the code alone. */
const NOTICES = {
  tilbudt: 'Tilbuddet er sendt. Du koordinerer stadig, indtil der er sagt ja.',
  overtaget: 'Du er nu koordinerende sagsbehandler for den unge.',
  afvist: 'Du har sagt nej. Den unge bliver hos den nuværende koordinerende sagsbehandler.',
  trukket: 'Tilbuddet er trukket tilbage.',
  klaret: 'Fristen er klaret. Du kan fortryde under Frister.',
  fortrudt: 'Det er fortrudt, og fristen er åben igen.',
} as const;

export type NoticeCode = keyof typeof NOTICES;

/** The sentence of a code; null for none and for codes that are not ours. */
export function noticeText(code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(NOTICES, code) ? NOTICES[code as NoticeCode] : null;
}
