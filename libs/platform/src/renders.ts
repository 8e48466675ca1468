import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { routeNames, routeRow, takesKey, type Route } from '#http-api/routes';
import type { Service } from '#ticket/service';
import type { Writer } from '#store/writer';
import type { Caller } from './caller';
import type { PairHolder } from './tracking-pairs';

/** What an earlier write is rendered from: its reference (a ticket's or another row's id), its key, the route's params, and the same body. */
export interface Earlier {
  readonly reference: string;
  /** The caller's Idempotency-Key as it is kept. */
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly body: unknown;
}

type Render = (earlier: Earlier) => Promise<unknown>;
/** What a citizen's write is rendered from: their ticket. */
type RenderForCitizen = (holder: PairHolder) => Promise<unknown>;

/** Renders the answer of a repeated write anew, by the shape that its route answers. */
@Injectable()
export class Renders {
  private readonly byShape = new Map<z.ZodType, Render>();

  add(shape: z.ZodType, render: Render): void {
    this.byShape.set(shape, render);
  }

  addForCitizen(shape: z.ZodType, render: RenderForCitizen): void {
    this.byShape.set(shape, ({ caller }) => render(caller as Writer as PairHolder));
  }

  again(route: Route, earlier: Earlier): Promise<unknown> {
    const shape = routeRow(route).response;
    if (!shape) return Promise.resolve();
    const render = this.byShape.get(shape);
    if (!render) throw new Error(`${route} cannot be rendered anew`);
    return render(earlier);
  }

  /** Writes of these services that could not be answered again: a start is refused while there are any. */
  missing(services: readonly Service[]): Route[] {
    return routeNames.filter((route) => {
      const { service, response, permit } = routeRow(route);
      const writes = takesKey(route) && permit !== 'anyone' && response !== undefined;
      return writes && services.includes(service) && !this.byShape.has(response);
    });
  }
}
