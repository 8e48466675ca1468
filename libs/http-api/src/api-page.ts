import { services, serviceNames } from '#ticket/service';
import { methodOf, pathOf, routeNames, routeRow, type Route } from './routes';

/** Every operation with who may call it, one table a service: a page without scripts, for people. */
export function apiPage(): string {
  const tables = serviceNames.map((service) => {
    const rows = routeNames.filter((route) => routeRow(route).service === service).map(rowOf);
    return `<h2>${service} · ${services[service].promise}</h2><table><tr><th></th><th>path</th><th></th><th>who</th></tr>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>12345 HTTP</title><style>${style}</style></head>
<body><h1>12345 热线 HTTP</h1><p>Shapes: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>${tables.join('')}</body></html>`;
}

const style = `body{font:15px/1.5 sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left}code{white-space:nowrap}`;

function rowOf(route: Route): string {
  const { permit, summary } = routeRow(route);
  const who = typeof permit === 'string' ? permit : permit.join(', ');
  return `<tr><td>${methodOf(route)}</td><td><code>${pathOf(route)}</code></td><td>${summary}</td><td>${who}</td></tr>`;
}
