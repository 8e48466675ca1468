import { listOf } from '../fields';
import { fileFormats } from '../file-format';
import {
  importListQuery,
  importQuery,
  importRemark,
  importSummary,
  importTemplateQuery,
  importView,
} from '../import-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

/** Tickets by the file: live ones, and another system's history. */
export const importRoutes = {
  'POST /api/imports': {
    service: 'intake',
    permit: admin,
    summary: 'Import the rows of a file; the same file again adds nothing',
    status: 202,
    query: importQuery,
    consumes: Object.values(fileFormats).map(({ type }) => type),
    streams: true,
    response: importView,
  },
  'GET /api/imports': {
    service: 'intake',
    permit: admin,
    summary: 'Imports, newest first',
    query: importListQuery,
    response: listOf(importSummary),
  },
  'GET /api/imports/template': {
    service: 'intake',
    permit: admin,
    summary: 'A file with the headings, to be filled in',
    query: importTemplateQuery,
    produces: fileFormats.xlsx.type,
  },
  'GET /api/imports/:id': {
    service: 'intake',
    permit: admin,
    summary: 'How far an import has come, and the first rows it refused',
    response: importView,
  },
  'GET /api/imports/:id/refusals': {
    service: 'intake',
    permit: admin,
    summary: 'The rows it refused, with line and reason',
    query: importListQuery,
    response: listOf(importRemark),
  },
  'GET /api/imports/:id/warnings': {
    service: 'intake',
    permit: admin,
    summary: 'The rows it added that should be looked at, with line and reason',
    query: importListQuery,
    response: listOf(importRemark),
  },
  'POST /api/imports/:id/cancel': {
    service: 'intake',
    permit: admin,
    summary: 'Read no further; what was added stays',
    body: nothing,
    response: importView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
