import { z } from 'zod';
import { limitRow } from './limit';
import { limitOf } from './limit-of';
import { problem, problemCodes } from './problem';
import { fileFormats } from './file-format';
import { itemOf } from './list-route';
import { isOpenToStrangers } from './route';
import { methodOf, pathOf, routeNames, routeRow, takesKey, type Route } from './routes';

/** OpenAPI 3.1 of every operation; `x-service` names the one service that owns it, `x-limit` the class it is counted in. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routeNames) {
    const path = pathOf(route).replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[methodOf(route).toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: '12345 政务服务便民热线', version: '1' },
    paths,
    components: {
      schemas: { Problem: z.toJSONSchema(problem) },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        channelKey: { type: 'http', scheme: 'bearer', description: 'The key of another system' },
      },
    },
  };
}

function operation(route: Route): object {
  const { summary, service, permit, status = 200 } = routeRow(route);
  const security = keysOf(route).map((scheme) => ({ [scheme]: [] }));
  const requestBody = requestBodyOf(route);
  return {
    summary,
    'x-service': service,
    'x-permit': permit,
    'x-limit': limitOf(route),
    ...(security.length > 0 && { security }),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route),
      ...fileParameter(route),
      ...headerParameters(route),
    ],
    ...(requestBody && { requestBody }),
    responses: {
      [status]: { description: summary, ...contentOf(route) },
      429: tooManyRequests(route),
      default: { description: Object.keys(problemCodes).join(', '), content: problemContent },
    },
  };
}

/** By what somebody comes in, one of these. */
function keysOf(route: Route): string[] {
  const { permit, forReportReaders } = routeRow(route);
  if (isOpenToStrangers(permit)) return [];
  if (permit === 'channel-client') return ['channelKey'];
  return forReportReaders ? ['bearer', 'channelKey'] : ['bearer'];
}

/** What is answered, and the files that it may be taken out as. */
function contentOf(route: Route): object {
  const { response, produces = 'application/json' } = routeRow(route);
  if (!response) return {};
  const formats = itemOf(route) ? fileFormats : (routeRow(route).files ?? {});
  const files = Object.values(formats).map(({ type }) => [type, binary] as const);
  const schema = z.toJSONSchema(response, { io: 'output', unrepresentable: 'any' });
  return { content: { [produces]: { schema }, ...Object.fromEntries(files) } };
}

const binary = { schema: { type: 'string', format: 'binary' } };

/** Every list may be had whole, as a file. */
const fileParameter = (route: Route): object[] =>
  itemOf(route)
    ? [
        {
          name: 'format',
          in: 'query',
          required: false,
          description: 'All pages from `cursor` on as a file, instead of one page',
          schema: { type: 'string', enum: Object.keys(fileFormats) },
        },
      ]
    : [];

function requestBodyOf(route: Route): object | undefined {
  const { body, bodies, consumes, upload } = routeRow(route);
  if (upload) return { required: true, content: { 'multipart/form-data': { schema: form(upload) } } };
  if (consumes) return { required: true, content: Object.fromEntries(consumes.map((type) => [type, binary])) };
  const schema = bodies ? { oneOf: Object.entries(bodies.shapes).map(titled) } : body && input(body);
  return schema && { required: true, content: { 'application/json': { schema } } };
}

/** A body by what the path says: its title. */
const titled = ([title, shape]: [string, z.ZodType]): object => ({ title, ...input(shape) });

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

function tooManyRequests(route: Route): object {
  const { requests, perSeconds, by, what } = limitRow(limitOf(route));
  return {
    description: `More than ${requests} in ${perSeconds} s by one ${by}: ${what}`,
    headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } },
    content: problemContent,
  };
}

const input = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** The fields of a form, and its one file. */
function form(fields: z.ZodType): object {
  const { properties = {}, required = [], ...schema } = input(fields) as { properties?: object; required?: string[] };
  const file = { type: 'string', format: 'binary' };
  return { ...schema, properties: { ...properties, file }, required: [...required, 'file'] };
}

function pathParameters(route: Route): object[] {
  const { bodies } = routeRow(route);
  return [...pathOf(route).matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(bodies && bodies.param === name && { enum: Object.keys(bodies.shapes) }) },
  }));
}

function queryParameters(route: Route): object[] {
  const { query } = routeRow(route);
  if (!query) return [];
  const { properties = {}, required = [] } = input(query) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters(route: Route): object[] {
  const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
  return [
    ...(takesKey(route) ? [header('Idempotency-Key', false)] : []),
    ...(routeRow(route).ifMatch ? [header('If-Match', true)] : []),
  ];
}
