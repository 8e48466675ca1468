/** How long a commit waits for others to go with it: four trips to the servers serve them all. */
const gatherMs = 8;

/** Work that commits call for: a turn at a time, begun a moment later so that what is committed in between goes with it. */
export class GatheredTurns {
  private poked: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;

  constructor(private readonly work: () => Promise<void>) {}

  poke(): void {
    this.poked ??= setTimeout(() => {
      this.poked = undefined;
      if (this.turn) this.poke();
      else this.turn = this.work().finally(() => (this.turn = undefined));
    }, gatherMs);
  }

  /** No turn more; the one under way ends first. */
  async end(): Promise<void> {
    clearTimeout(this.poked);
    await this.turn;
  }
}
