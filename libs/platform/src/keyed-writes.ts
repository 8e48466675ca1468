import { Injectable } from '@nestjs/common';
import { routeRow, takesKey, type Route } from '#http-api/routes';
import { Database } from '#store/database';
import { findKey } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import type { IdempotencyKey, Writer } from '#store/writer';
import type { Caller } from './caller';
import type { HouseRequest } from './house-request';
import { Refusal } from './problems';
import { Renders } from './renders';
import type { PairHolder } from './tracking-pairs';

/**
 * Does a write whose caller carries the key, or answers what the key has done before. `said` is what the caller said, by
 * which the same request is told from another: by default the body that was parsed. `who` says it is known by the request,
 * but for a citizen whose number and code stand in a form.
 */
export type Once = (
  write: (keyed: Writer) => Promise<unknown>,
  said?: unknown,
  who?: Caller | PairHolder,
) => Promise<unknown>;

/** Any write takes an Idempotency-Key: the same key and body give the first answer again, another body is refused. */
@Injectable()
export class KeyedWrites {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly renders: Renders,
  ) {}

  /** How this request is done once; undefined when it brings no key, or only asks. Its input is parsed already. */
  onceOf(route: Route, request: HouseRequest): Once | undefined {
    const header = request.headers['idempotency-key'];
    if (typeof header !== 'string' || !this.isKnown(route, request) || !takesKey(route)) return undefined;
    return (write, said = request.input?.body, who = request.caller ?? request.holder) => {
      if (!who) throw new Error(`${route} does not say who writes`);
      const key = this.keyOf(route, request, { who, header, said });
      return this.once(route, request, { ...who, key }, write);
    };
  }

  /** Whether somebody stands behind the key; of a form that is known later. */
  private isKnown(route: Route, { caller, holder }: HouseRequest): boolean {
    return Boolean(caller ?? holder) || routeRow(route).permit === 'tracking-pair';
  }

  private async once(route: Route, request: HouseRequest, keyed: KeyedCaller, write: Parameters<Once>[0]) {
    const earlier = await this.earlier(route, request, keyed);
    if (earlier) return earlier.answer;
    try {
      return await write(keyed);
    } catch (error) {
      // Sent twice at once, the second may meet what the first has done (an upstream number that is taken, a state that
      // is another one, a count that is full) before it meets it at this key.
      const first = await this.earlier(route, request, keyed);
      if (!first) throw error;
      return first.answer;
    }
  }

  private async earlier(route: Route, request: HouseRequest, { key, ...caller }: KeyedCaller) {
    const known = await findKey(this.database.sql, key.value);
    if (!known) return null;
    if (!known.digest.equals(key.digest)) throw new Refusal('key-reused', '同一 Idempotency-Key 已用于另一内容');
    const params = request.params as Record<string, string>;
    const { reference } = known;
    return {
      answer: await this.renders.again(route, {
        reference,
        key: key.value,
        params,
        caller: caller as Writer as Caller,
        body: request.input?.body,
      }),
    };
  }

  /** Scope: this user, or this ticket's citizen, and this operation on this thing. */
  private keyOf(
    route: Route,
    request: HouseRequest,
    { who, header, said }: { who: Caller | PairHolder; header: string; said: unknown },
  ): IdempotencyKey {
    if (header.length < 1 || header.length > 200) throw new Refusal('invalid', 'Idempotency-Key 须为 1 到 200 个字符');
    const scope = JSON.stringify(['ticketId' in who ? who.ticketId : who.id, route, request.params, header]);
    const content = JSON.stringify({ body: said, ifMatch: request.headers['if-match'] });
    return {
      value: this.keys.digest('idempotency', scope).toString('base64url'),
      digest: this.keys.digest('idempotency', content),
    };
  }
}

type KeyedCaller = (Caller | PairHolder) & { readonly key: IdempotencyKey };
