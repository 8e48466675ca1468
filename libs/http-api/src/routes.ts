import type { z } from 'zod';
import type { RouteRow } from './route';
import { attachmentRoutes } from './routes/attachment-routes';
import { broadcastRoutes } from './routes/broadcast-routes';
import { bulletinRoutes } from './routes/bulletin-routes';
import { callRoutes } from './routes/call-routes';
import { channelRoutes } from './routes/channel-routes';
import { deadlineRoutes } from './routes/deadline-routes';
import { extensionRoutes } from './routes/extension-routes';
import { appealRoutes } from './routes/appeal-routes';
import { reviewRoutes } from './routes/review-routes';
import { extensionRuleRoutes } from './routes/extension-rule-routes';
import { importRoutes } from './routes/import-routes';
import { draftRoutes } from './routes/draft-routes';
import { gamingRoutes } from './routes/gaming-routes';
import { harassmentRoutes } from './routes/harassment-routes';
import { identityRoutes } from './routes/identity-routes';
import { incidentRoutes } from './routes/incident-routes';
import { intakeRoutes } from './routes/intake-routes';
import { issueRoutes } from './routes/issue-routes';
import { messageRoutes } from './routes/message-routes';
import { platformRoutes } from './routes/platform-routes';
import { privacyRoutes } from './routes/privacy-routes';
import { reconciliationRoutes } from './routes/reconciliation-routes';
import { replyTemplateRoutes } from './routes/reply-template-routes';
import { retentionRoutes } from './routes/retention-routes';
import { routingRoutes } from './routes/routing-routes';
import { satisfactionRoutes } from './routes/satisfaction-routes';
import { scoreRoutes } from './routes/score-routes';
import { shiftRoutes } from './routes/shift-routes';
import { supervisionRoutes } from './routes/supervision-routes';
import { surveyRoutes } from './routes/survey-routes';
import { trackingRoutes } from './routes/tracking-routes';
import { visitRoutes } from './routes/visit-routes';
import type { Upload } from './upload';

/** The whole outside of the house. Controllers, the console, OpenAPI and nginx's map all come from these rows. */
export const routes = {
  ...identityRoutes,
  ...platformRoutes,
  ...intakeRoutes,
  ...attachmentRoutes,
  ...importRoutes,
  ...channelRoutes,
  ...callRoutes,
  ...draftRoutes,
  ...harassmentRoutes,
  ...reconciliationRoutes,
  ...visitRoutes,
  ...shiftRoutes,
  ...incidentRoutes,
  ...issueRoutes,
  ...broadcastRoutes,
  ...messageRoutes,
  ...privacyRoutes,
  ...retentionRoutes,
  ...routingRoutes,
  ...replyTemplateRoutes,
  ...deadlineRoutes,
  ...supervisionRoutes,
  ...extensionRoutes,
  ...appealRoutes,
  ...reviewRoutes,
  ...extensionRuleRoutes,
  ...satisfactionRoutes,
  ...scoreRoutes,
  ...bulletinRoutes,
  ...gamingRoutes,
  ...surveyRoutes,
  ...trackingRoutes,
} as const;

export type Route = keyof typeof routes;
export const routeNames = Object.keys(routes) as Route[];
export const routeRow = (route: Route): RouteRow => routes[route];

type Row<R extends Route> = (typeof routes)[R];

export type RoutePermit<R extends Route> = Row<R>['permit'];

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [Key in Name]: string } & ParamsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? { [Key in Name]: string }
    : object;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a controller is given, parsed and whole. */
export interface RouteInput<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: Parsed<Row<R> extends { query: infer Query } ? Query : undefined>;
  readonly body: Row<R> extends { consumes: readonly string[] }
    ? Row<R> extends { streams: true }
      ? AsyncIterable<Uint8Array>
      : Uint8Array
    : Row<R> extends { upload: infer Fields extends z.ZodType }
      ? Upload<z.output<Fields>>
      : Row<R> extends { bodies: { shapes: infer Shapes } }
        ? Parsed<Shapes[keyof Shapes]>
        : Parsed<Row<R> extends { body: infer Body } ? Body : undefined>;
  /** The version named by If-Match, where the route asks for one. */
  readonly version: number;
}

/** What a client sends. */
export interface RouteRequest<R extends Route> {
  readonly params?: ParamsOf<R>;
  readonly query?: Sent<Row<R> extends { query: infer Query } ? Query : undefined>;
  readonly body?: Row<R> extends { consumes: readonly string[] }
    ? Blob
    : Row<R> extends { upload: z.ZodType }
      ? FormData
      : Row<R> extends { bodies: { shapes: infer Shapes } }
        ? Sent<Shapes[keyof Shapes]>
        : Sent<Row<R> extends { body: infer Body } ? Body : undefined>;
}

/** What a controller answers and a client reads. */
export type RouteAnswer<R extends Route> =
  Row<R> extends { response: infer Response extends z.ZodType } ? z.output<Response> : undefined;

/** Whether it may answer a file instead, as it is asked. */
export type HasFiles<R extends Route> = Row<R> extends { files: object } ? true : false;

export const methodOf = (route: Route): string => route.slice(0, route.indexOf(' '));
export const pathOf = (route: Route): string => route.slice(route.indexOf(' ') + 1);

/** POSTs that only ask, so that no phone number stands in a URL. */
export const isSearch = (route: Route): boolean => /(search|suggest|similar|check-reply)$/.test(route);

/**
 * Whether a repeated request is told from a new one by its key. A file that was taken adds nothing the second time; a
 * look at a contact is one more look; other systems number their messages.
 */
export function takesKey(route: Route): boolean {
  const { consumes, permit, anewEachTime = false } = routeRow(route);
  const isAnew = permit === 'channel-client' || anewEachTime;
  return methodOf(route) !== 'GET' && !isSearch(route) && consumes === undefined && !isAnew;
}
