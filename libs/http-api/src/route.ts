import type { z } from 'zod';
import type { Role } from '#ticket/role';
import type { Service } from '#ticket/service';
import type { LimitName } from './limit';

/**
 * `anyone` needs no session, nor does `tracking-pair`, but the number and code of a ticket in what is sent; `signed-in`
 * any; `channel-client` another system's key; otherwise one of these roles.
 */
export type Permit = 'anyone' | 'tracking-pair' | 'signed-in' | 'channel-client' | readonly Role[];

/** Whether strangers come in: they are counted by address. */
export const isOpenToStrangers = (permit: Permit): boolean => permit === 'anyone' || permit === 'tracking-pair';

/** One operation of the HTTP outside, owned by exactly one service. The path is in the row's key: `POST /api/tickets`. */
export interface RouteRow {
  readonly service: Service;
  readonly permit: Permit;
  readonly summary: string;
  /** 303 sends a browser elsewhere, by its Location header. */
  readonly status?: 200 | 201 | 202 | 204 | 303;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Bodies by what this param of the path says; another value names nothing. */
  readonly bodies?: { readonly param: string; readonly shapes: Readonly<Record<string, z.ZodType>> };
  readonly response?: z.ZodType;
  /** The caller must send If-Match with the version it read. */
  readonly ifMatch?: boolean;
  /** Read also by another system's key, where that may read reports: figures, and nothing of a single ticket. */
  readonly forReportReaders?: boolean;
  /** Not JSON: an event stream or a file. */
  readonly produces?: string;
  /** Also these files, by the query's `format`. */
  readonly files?: Readonly<Record<string, { readonly type: string }>>;
  /** Not JSON: a file of one of these types. */
  readonly consumes?: readonly string[];
  /** The file may be large: the handler reads it as it arrives, instead of whole. */
  readonly streams?: boolean;
  /** Not JSON but multipart/form-data: one file, given to the handler as it comes in, and these fields. */
  readonly upload?: z.ZodObject;
  /** Answered also to who still has the first password, which they were told. */
  readonly whilePasswordIsInitial?: boolean;
  /** Takes no Idempotency-Key: whoever sends the request again is answered as anew, and that is recorded anew. */
  readonly anewEachTime?: boolean;
  /** The class by which its requests are counted, where the rules of limit-of.ts would say another. */
  readonly limit?: LimitName;
}

export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
