import { DefaultNamingStrategy } from 'typeorm';

function snake(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `birthDate` in code is `birth_date` in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }

  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snake(className);
  }
}
