import type { Problem } from '#http-api/problem';
import type { TrackedView } from '#http-api/tracking-shapes';
import type { HouseClient } from '#testing/house-client';
import type { TicketView } from '#testing/people';
import type { TestHouse } from '#testing/test-house';

/** What a citizen does on the tracking page, each by the route that has its name. */
export interface Acts {
  complete: { content?: string; address?: string; occurredAt?: string; citizen?: object };
  supplement: { text: string };
  nudge: { text?: string };
  withdraw: { reason: string };
}

interface Pair {
  readonly number: string;
  readonly code: string;
}

/** Somebody who has a ticket's number and code, and no session. */
export class Citizen {
  private readonly client: HouseClient;

  constructor(
    house: TestHouse,
    readonly pair: Pair,
  ) {
    this.client = house.nobody();
  }

  /** Whoever was told number and code when this ticket was registered. */
  static of(house: TestHouse, { number, trackingCode }: TicketView): Citizen {
    return new Citizen(house, { number, code: trackingCode ?? '' });
  }

  look(): Promise<TrackedView> {
    return this.client.call('POST /api/public/track', { body: this.pair });
  }

  /** @throws Refused */
  does<Name extends keyof Acts>(name: Name, said: Acts[Name], key?: string): Promise<TrackedView> {
    return this.client.call(`POST /api/public/track/${name}`, this.sent(said, key) as never) as Promise<TrackedView>;
  }

  /** @throws Error when it was not refused */
  refused<Name extends keyof Acts>(name: Name, said: Acts[Name], key?: string): Promise<Problem> {
    return this.client.refusal(`POST /api/public/track/${name}`, this.sent(said, key) as never);
  }

  /** @throws Refused */
  addsPicture(content: Uint8Array | string, name = '现场.jpg', key?: string): Promise<TrackedView> {
    return this.client.call('POST /api/public/track/pictures', this.picture(content, name, key));
  }

  pictureRefused(content: Uint8Array | string, name = '现场.jpg', key?: string): Promise<Problem> {
    return this.client.refusal('POST /api/public/track/pictures', this.picture(content, name, key));
  }

  private sent(said: object, key?: string) {
    return { body: { ...this.pair, ...said }, headers: keyed(key) };
  }

  private picture(content: Uint8Array | string, name: string, key?: string) {
    const form = new FormData();
    form.append('number', this.pair.number);
    form.append('code', this.pair.code);
    form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    return { body: form, headers: keyed(key) };
  }
}

const keyed = (key?: string): Readonly<Record<string, string>> | undefined =>
  key === undefined ? undefined : { 'idempotency-key': key };
