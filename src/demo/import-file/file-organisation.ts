/** A unit by code or name, as the import takes both, with the people who may coordinate for it. */
export interface FileUnit {
  readonly unit: string;
  readonly staffEmails: readonly string[];
}

/** The units that a generated file speaks of; they must exist where it is imported. */
export interface FileOrganisation {
  readonly youth: FileUnit;
  readonly disability: FileUnit;
  readonly education: FileUnit;
  readonly social: FileUnit;
  readonly employment: FileUnit;
  readonly psychology: FileUnit;
}
