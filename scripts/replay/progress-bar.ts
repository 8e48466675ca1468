const width = 30;
/** Milliseconds between two signs of life. */
const [onTerminal, inLog] = [200, 3_000];

/** Shows how far a long piece of work is: a bar on a terminal, a line every few seconds elsewhere. */
export class ProgressBar {
  private done = 0;
  private readonly began = performance.now();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly label: string,
    private readonly total: number,
  ) {
    this.timer = setInterval(() => this.show(), process.stdout.isTTY ? onTerminal : inLog);
  }

  advance(by = 1): void {
    this.done += by;
  }

  /** Seconds since the work began. */
  get seconds(): number {
    return (performance.now() - this.began) / 1_000;
  }

  end(): void {
    clearInterval(this.timer);
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }

  private show(): void {
    const share = this.total === 0 ? 1 : Math.min(1, this.done / this.total);
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    const rate = (this.done / this.seconds).toFixed(0);
    const counts = `${Math.floor(this.done)}/${Math.ceil(this.total)}  ${rate}/s  ${this.seconds.toFixed(0)} s`;
    const line = `${this.label} ${bar} ${counts}${this.left}`;
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** How much longer it takes at this rate. */
  private get left(): string {
    if (this.done === 0) return '';
    return `, ${((this.total - this.done) * (this.seconds / this.done)).toFixed(0)} s left`;
  }
}
