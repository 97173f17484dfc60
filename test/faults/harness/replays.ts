/**
 * How often the whole run may play a fault once more that came too late. A quick run has short patience on a machine that
 * others may use; a promise of time that is often broken uses the few up and fails. A soak has none.
 */
export class Replays {
  constructor(private left: number) {}

  /** Takes one; false when there is none left. */
  take(): boolean {
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }
}
