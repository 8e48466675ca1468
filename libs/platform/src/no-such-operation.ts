import type { FastifyRequest } from 'fastify';
import { routeNames } from '#http-api/routes';
import { servedRoutes } from './check-routes';
import { Refusal } from './problems';

/** Why nothing answers this request: at its address something else may be asked, or nothing at all. */
export function noSuchOperation({ method, url, server }: FastifyRequest): Refusal {
  const allow = methodsAt(url.split('?')[0] ?? '', [...routeNames, ...servedRoutes(server)]);
  // Another service of a split deployment has it.
  if (allow.length === 0 || allow.includes(method)) return new Refusal('not-found', '没有这个地址');
  return new Refusal('method-not-allowed', `这个地址只支持 ${allow.join('、')}`, { allow });
}

/** By which methods an address may be asked; what answers every address below another is none of its own. */
function methodsAt(path: string, operations: readonly string[]): string[] {
  const found = operations
    .map((operation) => operation.split(' ') as [method: string, path: string])
    .filter(([, each]) => !each.includes('*') && fits(path, each))
    .map(([method]) => method);
  // Whatever is read may be asked without its body.
  return [...new Set(found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
}

function fits(path: string, pattern: string): boolean {
  const [said, wanted] = [path.split('/'), pattern.split('/')];
  return (
    said.length === wanted.length &&
    wanted.every((part, index) => (part.startsWith(':') ? said[index] !== '' : part === said[index]))
  );
}
