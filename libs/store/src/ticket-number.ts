import { Injectable } from '@nestjs/common';
import { checkDigits } from '#ticket/ticket-number';
import { Database } from './database';
import { shanghaiDate } from './shanghai-date';

/** Numbers are taken from the sequence in blocks of this size (its INCREMENT); gaps are allowed, repeats are not. */
const blockSize = 50;

/** A ticket's number for life: date, sequence, and two check digits (ISO 7064 MOD 97-10). */
@Injectable()
export class TicketNumbers {
  private next = 0;
  private end = 0;
  private refill: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  async take(at: Date): Promise<string> {
    while (this.next >= this.end) await (this.refill ??= this.takeBlock());
    return ticketNumber(at, this.next++);
  }

  /** Numbers for many tickets, in one question. What is left of the last block is given to nobody. */
  async takeMany(instants: readonly Date[]): Promise<string[]> {
    const blocks = await this.database.sql.query<{ start: string }>(
      `SELECT nextval('ticket.number_seq') AS start FROM generate_series(1, $1)`,
      [Math.ceil(instants.length / blockSize)],
    );
    return instants.map((at, index) => {
      const start = Number(blocks[Math.floor(index / blockSize)]?.start);
      return ticketNumber(at, start + (index % blockSize));
    });
  }

  private async takeBlock(): Promise<void> {
    try {
      const row = await this.database.sql.one<{ start: string }>(`SELECT nextval('ticket.number_seq') AS start`, []);
      this.next = Number(row?.start);
      this.end = this.next + blockSize;
    } finally {
      this.refill = undefined;
    }
  }
}

/** 20261123 + 0000042 + check: 17 digits; one wrong or two swapped digits never give another valid number. */
export function ticketNumber(at: Date, sequence: number): string {
  const day = shanghaiDate(at).replaceAll('-', '');
  const digits = day + String(sequence).padStart(7, '0');
  return digits + checkDigits(digits);
}
