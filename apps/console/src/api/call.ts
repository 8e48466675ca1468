import type { FileFormat } from '#http-api/file-format';
import type { ListRoute } from '#http-api/list-route';
import type { ReportFormat } from '#http-api/report-format';
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
  const response = await answerOf(route, request);
  return (response.status === 204 ? undefined : await response.json()) as RouteAnswer<R>;
}

/** Lists, which may be had whole, and what has files of its own. */
export type FileRoute = ListRoute | 'GET /api/reports/:name';
export type FormatOf<R extends FileRoute> = R extends ListRoute ? FileFormat : ReportFormat;

/** A whole list or a report as a file, with the name that the server gives it. @throws ApiProblem */
export async function takeOut<R extends FileRoute>(
  route: R,
  request: RouteRequest<R>,
  format: FormatOf<R>,
): Promise<{ name: string; file: Blob }> {
  const response = await answerOf(route, { ...request, query: { ...(request.query as object | undefined), format } });
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: decodeURIComponent(name ?? `list.${format}`), file: await response.blob() };
}

/** The answer as it comes; a problem is thrown. */
async function answerOf(route: Route, request: CallOptions & Asked): Promise<Response> {
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
  return response;
}

/** What is asked, whatever the route. */
interface Asked {
  readonly params?: object;
  readonly query?: unknown;
  readonly body?: unknown;
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
    ...(request.body !== undefined && { 'Content-Type': typeOf(route, request.body) }),
    ...(request.body instanceof File && { 'Content-Disposition': namedFile(request.body) }),
    ...(request.idempotencyKey && { 'Idempotency-Key': request.idempotencyKey }),
    ...(request.version !== undefined && { 'If-Match': `"${request.version}"` }),
  };
}

/** A file of one of the types that the route takes; the first, when it is none of them: the server says what is wrong. */
function typeOf(route: Route, body: unknown): string {
  const [first = 'application/json', ...others] = routeRow(route).consumes ?? [];
  return body instanceof Blob && others.includes(body.type) ? body.type : first;
}

/** The name goes beside the file, in no address: it may name somebody. */
const namedFile = ({ name }: File): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

function urlOf(route: Route, request: Asked): string {
  const params = (request.params ?? {}) as Record<string, string>;
  const path = pathOf(route).replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {}))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}
