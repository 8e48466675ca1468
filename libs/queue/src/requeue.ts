import { Injectable } from '@nestjs/common';
import { serviceNames } from '#ticket/service';
import type { IdempotencyKey } from '#store/writer';
import { DeadLetters, type DeadLetter } from './dead-letters';
import { Queues } from './queue-connection';
import { jobOptions } from './relay';

/** Puts a given-up job back into its service's queue. */
@Injectable()
export class Requeue {
  constructor(
    private readonly letters: DeadLetters,
    private readonly queues: Queues,
  ) {}

  /** @throws NotFound when there is no such open letter. A letter without a ticket is only marked: its job was malformed. */
  async requeue(id: string, key?: IdempotencyKey): Promise<DeadLetter> {
    const letter = await this.letters.requeue(id, key);
    const { service, event, ticketId, seq } = letter;
    const known = serviceNames.find((name) => name === service);
    if (ticketId && known) await this.queues.queue(known).add(event, { ticketId, seq: seq ?? 0 }, jobOptions);
    return letter;
  }
}
