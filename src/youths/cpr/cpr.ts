import { calendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';

/** Why a text is no CPR number. The Danish sentence for each is `CPR_MESSAGES`. */
export type CprProblem = 'cpr_format' | 'cpr_letters' | 'cpr_date';

export type CprReading = { ok: true; cpr: Cpr } | { ok: false; code: CprProblem };

/** What a person is told; never repeats the number. */
export const CPR_MESSAGES: Readonly<Record<CprProblem, string>> = {
  cpr_format:
    'CPR-nummeret skal have ti cifre, fx DDMMÅÅ-1234. Tjek, om regnearket har fjernet et nul først i nummeret.',
  cpr_letters: 'Nummeret indeholder bogstaver. Brug et erstatningsnummer med dag + 60 i stedet.',
  cpr_date: 'De første seks cifre er ikke en dato, der findes. Tjek nummeret.',
};

const SHAPE = /^(\d{6})-?(\d{4})$/;
const SHAPE_WITH_LETTERS = /^\d{6}-?[\dA-ZÆØÅ]{4}$/i;
const MODULUS_11_WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const REPLACEMENT_DAY_OFFSET = 60;

/**
 * A CPR number that has the right form and a date that exists. Whatever prints, logs or serialises it gets the mask;
 * only `reveal()` gives the ten digits.
 */
export class Cpr {
  readonly #digits: string;

  private constructor(
    digits: string,
    readonly birthDate: CalendarDate,
    readonly isReplacement: boolean,
  ) {
    this.#digits = digits;
  }

  /** Reads 'DDMMYY-SSSS' or 'DDMMYYSSSS', with blanks around it. */
  static read(text: string): CprReading {
    const trimmed = text.trim();
    const match = SHAPE.exec(trimmed);
    if (!match) return { ok: false, code: SHAPE_WITH_LETTERS.test(trimmed) ? 'cpr_letters' : 'cpr_format' };
    const digits = `${match[1]}${match[2]}`;
    const day = Number(digits.slice(0, 2));
    const isReplacement = day > REPLACEMENT_DAY_OFFSET;
    const birthDate = birthDateOf(digits, isReplacement ? day - REPLACEMENT_DAY_OFFSET : day);
    return birthDate ? { ok: true, cpr: new Cpr(digits, birthDate, isReplacement) } : { ok: false, code: 'cpr_date' };
  }

  /** A number that has been read before. @throws Error without the number when it cannot be read */
  static checked(text: string): Cpr {
    const reading = Cpr.read(text);
    if (!reading.ok) throw new Error(`a checked CPR number cannot be read: ${reading.code}`);
    return reading.cpr;
  }

  /** The ten digits. For the cipher, the blind index and the audited disclosure only. */
  reveal(): string {
    return this.#digits;
  }

  /** 'DDMMYY-••••' */
  masked(): string {
    return maskCpr(this.#digits);
  }

  /**
   * The old check digit. Numbers without it are valid since 1 October 2007, so this is at most a soft warning. A
   * replacement number carries no check digit and passes.
   */
  passesModulus11(): boolean {
    if (this.isReplacement) return true;
    const sum = MODULUS_11_WEIGHTS.reduce((total, weight, at) => total + weight * Number(this.#digits[at]), 0);
    return sum % 11 === 0;
  }

  toString(): string {
    return this.masked();
  }

  toJSON(): string {
    return this.masked();
  }
}

/** 'DDMMYY-••••' of ten digits, with or without hyphen. */
export function maskCpr(digits: string): string {
  return `${digits.slice(0, 6)}-••••`;
}

/**
 * The year of birth that positions 5-7 give (CPR-kontoret, "Opbygning af CPR-nummeret"). 7th digit 0-3: 1900-1999;
 * 4 and 9: 2000-2036 or 1937-1999; 5-8: 2000-2057 or 1858-1899.
 */
export function cprYear(yearInCentury: number, seventhDigit: number): number {
  if (seventhDigit <= 3) return 1900 + yearInCentury;
  if (seventhDigit === 4 || seventhDigit === 9) return (yearInCentury <= 36 ? 2000 : 1900) + yearInCentury;
  return (yearInCentury <= 57 ? 2000 : 1800) + yearInCentury;
}

function birthDateOf(digits: string, day: number): CalendarDate | null {
  const year = cprYear(Number(digits.slice(4, 6)), Number(digits[6]));
  try {
    return calendarDate(year, Number(digits.slice(2, 4)), day);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
