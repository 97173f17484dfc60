import type { ValidationError } from 'class-validator';
import type { FieldError } from './domain-error.js';

/** One plain sentence for each way a field can be wrong; the key is the validator's name. */
const SENTENCES: Readonly<Record<string, string>> = {
  whitelistValidation: 'Feltet kendes ikke. Fjern det.',
  isString: 'Skriv tekst i feltet.',
  isNotEmpty: 'Feltet skal udfyldes.',
  minLength: 'Teksten er for kort.',
  maxLength: 'Teksten er for lang. Forkort den.',
  isUuid: 'Vælg en gyldig post.',
  isIn: 'Vælg en af de tilladte værdier.',
  isBoolean: 'Svar ja eller nej (true eller false).',
  isInt: 'Skriv et helt tal.',
  isNumber: 'Skriv et tal.',
  min: 'Tallet er for lille.',
  max: 'Tallet er for stort.',
  isArray: 'Feltet skal være en liste.',
  arrayMaxSize: 'Listen er for lang.',
  arrayNotEmpty: 'Listen må ikke være tom.',
  arrayUnique: 'Det samme står to gange på listen.',
  isEmail: 'Skriv en gyldig e-mailadresse.',
  matches: 'Formatet er forkert.',
  isCalendarDate: 'Vælg en dato, der findes.',
  isObject: 'Feltet skal være et objekt.',
  nestedValidation: 'Feltet skal være et objekt.',
  isDefined: 'Feltet skal udfyldes.',
  isUrl: 'Skriv en gyldig adresse.',
};

const FALLBACK = 'Feltet er forkert udfyldt.';

/** Flattens class-validator's tree to one row per field and rule: name, code and a Danish sentence, never the value. */
export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((code) => ({ field, code, message: SENTENCES[code] ?? FALLBACK }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
