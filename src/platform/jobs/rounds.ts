/** Things that a process does again and again; a round that is still under way is not begun a second time. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly failed: (name: string, error: unknown) => void) {}

  /** A round each so many milliseconds; the first comes after the first of them. */
  every(milliseconds: number, name: string, work: () => Promise<void>): void {
    let underWay = false;
    const round = async (): Promise<void> => {
      if (underWay) return;
      underWay = true;
      await this.now(name, work);
      underWay = false;
    };
    this.timers.push(setInterval(() => void round(), milliseconds));
  }

  /** Once, and without a throw: a process that starts lives on when its first round fails. */
  async now(name: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.failed(name, error));
  }

  /** Begins no further round; one that is under way goes on. */
  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
