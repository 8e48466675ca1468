import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { methodOf, pathOf, routeNames, routeRow, type Route } from '#http-api/routes';
import type { Service } from '#ticket/service';
import type { Renders } from './renders';

/**
 * Refuses the start when an operation under /api is not in the table (and so declares no permission), when a hosted
 * service lacks a handler of its own, or when a repeated write could not be answered again.
 */
export function checkRoutes(app: NestFastifyApplication, services: readonly Service[], renders: Renders): void {
  const fastify = app.getHttpAdapter().getInstance();
  const served = (route: Route) => fastify.hasRoute({ method: methodOf(route), url: pathOf(route) });
  const own = (route: Route) => services.includes(routeRow(route).service);
  const faults = [
    ...routeNames.filter((route) => own(route) && !served(route)).map((route) => `${route} has no handler`),
    ...undeclared(app).map((route) => `${route} declares no permission`),
    ...renders.missing(services).map((route) => `${route} cannot be answered again`),
  ];
  if (faults.length > 0) throw new Error(`refusing to start: ${faults.join('; ')}`);
}

/** What Fastify serves under /api that has no row. */
function undeclared(app: NestFastifyApplication): string[] {
  const known = new Set<string>([...routeNames, 'GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs/']);
  return servedRoutes(app.getHttpAdapter().getInstance()).filter(
    (route) => route.includes(' /api/') && !known.has(route),
  );
}

interface Seen {
  seenRoutes?: string[];
}

/** `METHOD /path` of whatever this process serves, the table's rows and what stands in none. */
export const servedRoutes = (fastify: object): readonly string[] => (fastify as Seen).seenRoutes ?? [];

/** Notes every route as it is registered; to be called before the modules are. */
export function noteRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const seen: string[] = [];
  (fastify as unknown as Seen).seenRoutes = seen;
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD' && each !== 'OPTIONS') seen.push(`${each} ${url}`);
  });
}
