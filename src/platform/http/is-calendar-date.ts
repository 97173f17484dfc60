import { registerDecorator, type ValidationOptions } from 'class-validator';
import { parseCalendarDate } from '../clock/calendar-date.js';

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    parseCalendarDate(value);
    return true;
  } catch {
    return false;
  }
}

/** The field is a civil date, `YYYY-MM-DD`, that exists. */
export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isCalendarDate', target: target.constructor, propertyName: String(propertyName), validator: { validate: isCalendarDate },
      ...(options === undefined ? {} : { options }),
    });
  };
}
