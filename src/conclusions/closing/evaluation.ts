/** Three taps after the item, each 1 (not at all) to 3 (yes); what is left out stays unasked. */
export interface Evaluation {
  /** Was the youth's view kept? */
  readonly youthView?: number;
  /** Were the right people there? */
  readonly rightPeople?: number;
  /** Was it useful? */
  readonly useful?: number;
  readonly note?: string;
}
