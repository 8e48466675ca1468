import type { Problem } from '#http-api/problem';
import { methodOf, pathOf, routeRow, type Route, type RouteAnswer, type RouteRequest } from '#http-api/routes';

/** What a test sends: the route's parts, and headers such as If-Match or Idempotency-Key. */
export type Sent<R extends Route> = RouteRequest<R> & { readonly headers?: Readonly<Record<string, string>> };

/** An answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Untyped {
  params?: Readonly<Record<string, string>>;
  query?: object;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

interface Said {
  method: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Blob | FormData;
}

/** The house refused: the fields are those of the problem. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(
    readonly route: string,
    readonly problem: Problem,
  ) {
    super(`${route}: ${problem.status} ${problem.code}: ${problem.detail} ${JSON.stringify(problem.errors ?? '')}`);
    this.status = problem.status;
    this.code = problem.code;
  }
}

/** Somebody at the house's door, signed in or not. */
export class HouseClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  /** The route's answer, typed by its row. @throws Refused */
  async call<R extends Route>(route: R, sent: Sent<R> = {}): Promise<RouteAnswer<R>> {
    const { status, body } = await this.try(route, sent);
    if (status >= 400) throw new Refused(route, body as Problem);
    return body as RouteAnswer<R>;
  }

  /** Why the house refused. @throws Error when it did not. */
  async refusal<R extends Route>(route: R, sent: Sent<R> = {}): Promise<Problem> {
    const { status, body } = await this.try(route, sent);
    if (status < 400) throw new Error(`${route} was not refused but answered ${status}`);
    return body as Problem;
  }

  /** The answer, refused or not. */
  try<R extends Route>(route: R, sent: Sent<R> = {}): Promise<Answer> {
    const { params, query, body, headers } = sent as Untyped;
    const address = `${filled(pathOf(route), params ?? {})}${queryOf(query ?? {})}`;
    const method = methodOf(route);
    if (body === undefined) return this.send(address, { method, headers });
    if (body instanceof FormData) return this.send(address, { method, headers, body });
    const typed = { 'content-type': routeRow(route).consumes?.[0] ?? 'application/json', ...headers };
    return this.send(address, { method, headers: typed, body: body instanceof Blob ? body : JSON.stringify(body) });
  }

  /** Anything at all, also what no route expects. */
  async send(address: string, init: Said): Promise<Answer> {
    const said = new Headers(init.headers);
    if (this.token !== null) said.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(`${this.url}${address}`, { ...init, headers: said });
    const { status, headers } = response;
    const type = headers.get('content-type') ?? '';
    const text = await response.text();
    return { status, type, headers, body: /[/+]json(;|$)/.test(type) ? JSON.parse(text) : text };
  }
}

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? name));

function queryOf(query: object): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.append(name, String(value));
  return said.size === 0 ? '' : `?${said.toString()}`;
}
