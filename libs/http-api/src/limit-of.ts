import type { LimitName } from './limit';
import { isOpenToStrangers } from './route';
import { isSearch, methodOf, pathOf, routeNames, routeRow, type Route } from './routes';

/** By which rule a route belongs to a class: the first that holds counts. What none holds for is a write. */
const rules: readonly { readonly limit: LimitName; readonly holds: (route: Route) => boolean }[] = [
  { limit: 'public', holds: (route) => isOpenToStrangers(routeRow(route).permit) },
  { limit: 'channel', holds: (route) => routeRow(route).permit === 'channel-client' },
  { limit: 'reveal', holds: (route) => pathOf(route).endsWith('/reveal') },
  { limit: 'report', holds: (route) => /\/(reports|exports?)(\/|$)/.test(pathOf(route)) },
  { limit: 'search', holds: isSearch },
  { limit: 'read', holds: (route) => methodOf(route) === 'GET' },
];

/** What the rules alone make of a route. */
export const limitByRule = (route: Route): LimitName => rules.find(({ holds }) => holds(route))?.limit ?? 'write';

const byRoute = Object.fromEntries(
  routeNames.map((route) => [route, routeRow(route).limit ?? limitByRule(route)]),
) as Readonly<Record<Route, LimitName>>;

/** The class by which a route's requests are counted: what its row names, else what the rules make of it. */
export const limitOf = (route: Route): LimitName => byRoute[route];
