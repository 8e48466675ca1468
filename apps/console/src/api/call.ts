import { methodOf, pathOf, routeRow, type Route, type RouteAnswer, type RouteRequest } from '#http-api/routes';
import { ApiProblem } from './api-problem';
import { checkHeldBack, holdBack } from './held-back';

/** What goes beside params, query and body. `version` becomes If-Match, `idempotencyKey` makes a retry harmless. */
export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly version?: number;
  readonly signal?: AbortSignal;
}

export type CallRequest<R extends Route> = RouteRequest<R> & CallOptions;

/** Calls one operation of the route table; the session travels in an httpOnly cookie. @throws ApiProblem */
export async function call<R extends Route>(route: R, request: CallRequest<R> = {}): Promise<RouteAnswer<R>> {
  checkHeldBack(route);
  const init: RequestInit = {
    method: methodOf(route),
    headers: headersOf(route, request),
    body: writtenOf(request.body),
    signal: request.signal,
  };
  const response = await fetch(urlOf(route, request), init).catch((reason: unknown) => {
    throw request.signal?.aborted ? reason : ApiProblem.unreachable();
  });
  if (!response.ok) throw await refusalOf(route, response);
  return (response.status === 204 ? undefined : await response.json()) as RouteAnswer<R>;
}

async function refusalOf(route: Route, response: Response): Promise<ApiProblem> {
  const refusal = await ApiProblem.of(response);
  holdBack(route, refusal);
  return refusal;
}

/** A file goes as it is, everything else as JSON. */
function writtenOf(body: unknown): BodyInit | undefined {
  if (body === undefined || body instanceof Blob) return body;
  return JSON.stringify(body);
}

function headersOf(route: Route, request: CallOptions & { body?: unknown }): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(request.body !== undefined && { 'Content-Type': routeRow(route).consumes ?? 'application/json' }),
    ...(request.idempotencyKey && { 'Idempotency-Key': request.idempotencyKey }),
    ...(request.version !== undefined && { 'If-Match': `"${request.version}"` }),
  };
}

function urlOf(route: Route, request: { params?: object; query?: unknown }): string {
  const params = (request.params ?? {}) as Record<string, string>;
  const path = pathOf(route).replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {}))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}
