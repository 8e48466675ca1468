import { Readable } from 'node:stream';
import { Pool } from 'undici';
import { methodOf, pathOf, type Route, type RouteAnswer, type RouteRequest } from '#http-api/routes';
import type { Problem } from '#http-api/problem';
import { unhurried, type Answer } from './unhurried';

/** The hotline said no: `code` as in api.md, `state` where a race was lost. */
export class CallRefused extends Error {
  constructor(
    readonly route: Route,
    readonly problem: Pick<Problem, 'status' | 'code' | 'detail' | 'state'>,
  ) {
    super(`${route}: ${problem.status} ${problem.code} ${problem.detail}`);
    this.name = 'CallRefused';
  }
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
}

/** How long one call may take, in milliseconds. */
const patienceMs = 30_000;

/** A person at a keyboard: calls the operations of the route table over connections that stay open. */
export class HotlineClient {
  constructor(
    private readonly pool: Pool,
    private readonly token: string | null = null,
  ) {}

  /** @param connections kept open at most, which bounds the calls under way. */
  static to(base: string, connections: number): HotlineClient {
    const patience = { headersTimeout: patienceMs, bodyTimeout: patienceMs };
    return new HotlineClient(new Pool(base, { connections, ...patience, keepAliveTimeout: 60_000 }));
  }

  /** The same connections for somebody who has signed in. @throws CallRefused */
  async signIn(username: string, password: string): Promise<HotlineClient> {
    const { token } = await this.call('POST /api/session', { body: { username, password } });
    return new HotlineClient(this.pool, token);
  }

  /**
   * Waits when too much was asked.
   * @throws CallRefused for every answer that is a problem; the connection's own error when there is no answer.
   */
  async call<R extends Route>(route: R, request: RouteRequest<R> = {}): Promise<RouteAnswer<R>> {
    const { status, answer } = await unhurried(() => this.send(route, request as Sent));
    if (status >= 400) throw new CallRefused(route, answer as Problem);
    return answer as RouteAnswer<R>;
  }

  private async send(route: Route, sent: Sent): Promise<Answer> {
    const { statusCode, headers, body } = await this.pool.request({
      method: methodOf(route),
      path: addressOf(route, sent),
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(sent.body !== undefined && { 'content-type': typeOf(sent.body) }),
      },
      body: writtenOf(sent.body),
    });
    const text = await body.text();
    return { status: statusCode, retryAfter: headers['retry-after'], answer: text ? JSON.parse(text) : undefined };
  }

  /** A list taken out, to be read as it comes; trailers are there when it has been read. @throws CallRefused */
  async file(path: string): Promise<{ body: Readable; trailers: Readonly<Record<string, string>> }> {
    const headers = { ...(this.token && { authorization: `Bearer ${this.token}` }) };
    const { statusCode, body, trailers } = await this.pool.request({ method: 'GET', path, headers });
    if (statusCode >= 400) throw new CallRefused(path as Route, (await body.json()) as Problem);
    return { body, trailers };
  }

  /** A page outside the route table, such as /health/ready. */
  async get(path: string): Promise<unknown> {
    const { body } = await this.pool.request({ method: 'GET', path });
    return body.json();
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** A file goes as it is, everything else as JSON. */
const typeOf = (body: unknown): string => (body instanceof Blob ? body.type : 'application/json');
const writtenOf = (body: unknown): string | Readable | null => {
  if (body === undefined) return null;
  return body instanceof Blob ? Readable.fromWeb(body.stream()) : JSON.stringify(body);
};

function addressOf(route: Route, { params, query }: Sent): string {
  const path = params ? pathOf(route).replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') : pathOf(route);
  if (!query) return path;
  const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
  return `${path}?${new URLSearchParams(given).toString()}`;
}
