import { methodOf, pathOf, routeNames, routeRow } from './routes';

/** Which service answers which operation, as a map for nginx: one line an operation, longer paths before shorter ones. */
export function nginxRoutes(): string {
  const rows = [...routeNames]
    .sort((left, right) => pathOf(right).length - pathOf(left).length || (left < right ? -1 : 1))
    .map((route) => {
      const path = pathOf(route).replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.');
      return `  "~^${methodOf(route)} ${path}$" ${routeRow(route).service};`;
    });
  return [
    '# Generated from the route table by npm run nginx: do not edit.',
    'map "$request_method $uri" $hotline_service {',
    '  default intake;',
    ...rows,
    '}',
    '',
  ].join('\n');
}
