import { Readable } from 'node:stream';
import { z } from 'zod';
import { fileFormatNames } from '#http-api/file-format';
import { firstFaults, inputFault } from '#http-api/input-fault';
import { isList } from '#http-api/list-route';
import type { RouteRow } from '#http-api/route';
import { routeRow, type Route, type RouteInput } from '#http-api/routes';
import type { Upload } from '#http-api/upload';
import type { Whole } from './export/list-export';
import { refusedWords } from './file-body';
import { FormUpload } from './form-upload';
import { NotFound } from '#store/store-errors';
import type { HouseRequest } from './house-request';
import { canName } from './param-kinds';
import { Refusal } from './problems';

/**
 * Parses params, query, body and If-Match by the route's row.
 * @throws NotFound for a name in the address that nothing can have; Refusal `invalid` with a JSON path for each fault.
 */
export function parseInput(route: Route, request: HouseRequest): RouteInput<Route> {
  const row = routeRow(route);
  return {
    params: named(request.params as Record<string, string>),
    query: parsed(row.query ?? noQuery, isList(route) ? withoutFormat(request) : (request.query ?? {})),
    body: bodyOf(route, request),
    version: row.ifMatch ? versionOf(request.headers['if-match']) : 0,
  } as unknown as RouteInput<Route>;
}

function bodyOf(route: Route, request: HouseRequest): unknown {
  const { upload, consumes, body, bodies }: RouteRow = routeRow(route);
  if (upload) return formOf(request, upload);
  if (consumes) return fileOf(route, request);
  const shape = bodies ? namedShape(bodies, request) : body;
  return shape && parsed(shape, jsonOf(request));
}

/** @throws NotFound */
function namedShape({ param, shapes }: NonNullable<RouteRow['bodies']>, request: HouseRequest): z.ZodType {
  const name = (request.params as Record<string, string>)[param] ?? '';
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (!shape) throw new NotFound(param);
  return shape;
}

/** What has such a name cannot exist, and no statement is asked for it. */
function named(params: Record<string, string>): Record<string, string> {
  const foreign = Object.keys(params).find((name) => !canName(name, params[name] ?? ''));
  if (foreign) throw new NotFound(foreign);
  return params;
}

/** Fastify has read a file whole, or refused it as too large; one that streams is still to be read. */
function fileOf(route: Route, { body }: HouseRequest): unknown {
  const { consumes = [], streams } = routeRow(route);
  if (streams ? body instanceof Readable : body instanceof Uint8Array) return body;
  throw new Refusal('unsupported-media-type', refusedWords(consumes));
}

/** A form is let through to the routes that take one, and says nothing to any other. */
function jsonOf(request: HouseRequest): unknown {
  if (request.isMultipart()) throw new Refusal('unsupported-media-type', '只接受 application/json');
  return request.body ?? {};
}

/** The form is read by whoever handles it, as it comes in. */
function formOf(request: HouseRequest, fields: z.ZodType): Upload<unknown> {
  if (!request.isMultipart()) throw new Refusal('unsupported-media-type', '请以 multipart/form-data 上传文件');
  return new FormUpload(request, (given) => parsed(fields, given));
}

const formatQuery = z.object({ format: z.enum(fileFormatNames).optional() });

/** As what file a list is asked for; undefined for one of its pages. @throws Refusal */
export function wholeOf(route: Route, { query }: HouseRequest): Whole | undefined {
  if (!isList(route)) return undefined;
  const { format } = parsed(formatQuery, query ?? {});
  return format && { route, format };
}

const withoutFormat = ({ query }: HouseRequest): object => {
  const { format: _, ...rest } = (query ?? {}) as Record<string, unknown>;
  return rest;
};

/** A route without a query takes no parameter at all. */
const noQuery = z.strictObject({});

/** What a shape makes of a value. @throws Refusal `invalid` with a JSON path for each fault */
export function parsed<Shape extends z.ZodType>(schema: Shape, value: unknown): z.output<Shape> {
  const result = schema.safeParse(value, { error: inputFault });
  if (result.success) return result.data;
  const errors = firstFaults(result.error)
    .slice(0, 20)
    .map((issue) => ({ path: pathOf(issue), message: issue.message }));
  throw new Refusal('invalid', '提交的内容有误，请按提示修改', { errors });
}

/** `citizen.phone`; for an unknown field, the field itself. What is no name may be somebody's, and is not told again. */
const pathOf = (issue: z.core.$ZodIssue): string => {
  const path = issue.path.map(String);
  const unknown = issue.code === 'unrecognized_keys' ? [issue.keys.map(nameOf).join(',')] : [];
  return [...path.map(nameOf), ...unknown].join('.');
};

const nameOf = (key: string): string => (/^([A-Za-z_][\w-]{0,60}|\d{1,3})$/.test(key) ? key : '?');

function versionOf(header: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (!version)
    throw new Refusal(
      'version-required',
      '修改前须说明依据的是哪个版本：请求头 If-Match 填工单的 version，如 If-Match: "3"',
    );
  return Number(version);
}
