import { listOf } from '../fields';
import {
  documentQuery,
  dutyEntryInput,
  dutyEntryView,
  dutyLogQuery,
  dutyMatterInput,
  dutyMatterQuery,
  dutyMatterView,
  handoverCorrection,
  handoverInput,
  handoverNotes,
  handoverQuery,
  handoverSummary,
  handoverView,
  shiftInput,
  shiftQuery,
  shiftView,
} from '../shift-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin, dutyDesk, dutyLeads, dutyReaders } from './permits';

const shift = { service: 'intake', permit: admin, response: shiftView } as const;
const matter = { service: 'intake', permit: dutyDesk, response: dutyMatterView } as const;
const handover = { service: 'intake', permit: dutyLeads, response: handoverView } as const;

/** 交接班 and 值班日志: what one shift hands to the next, and what happened in it. */
export const shiftRoutes = {
  'GET /api/shifts': {
    service: 'intake',
    permit: [...dutyReaders, ...admin],
    summary: 'Shifts in force, by when they start',
    query: shiftQuery,
    response: listOf(shiftView),
  },
  'POST /api/shifts': { ...shift, summary: 'Add a shift', status: 201, body: shiftInput },
  'PUT /api/shifts/:id': { ...shift, summary: 'Change a shift', body: shiftInput },
  'POST /api/shifts/:id/end': { ...shift, summary: 'A shift that is no longer worked', body: nothing },
  'GET /api/duty-matters': {
    service: 'intake',
    permit: dutyReaders,
    summary: 'Outages and tasks told by hand, newest first',
    query: dutyMatterQuery,
    response: listOf(dutyMatterView),
  },
  'POST /api/duty-matters': { ...matter, summary: 'Tell of an outage or a task', status: 201, body: dutyMatterInput },
  'PUT /api/duty-matters/:id': { ...matter, summary: 'Say it otherwise: it lasts longer', body: dutyMatterInput },
  'POST /api/duty-matters/:id/end': { ...matter, summary: 'It is over', body: nothing },
  'GET /api/duty-log': {
    service: 'intake',
    permit: dutyReaders,
    summary: 'Entries by time, the newest first',
    query: dutyLogQuery,
    response: listOf(dutyEntryView),
  },
  'POST /api/duty-log': {
    service: 'intake',
    permit: dutyDesk,
    summary: 'Write an entry, or correct one by naming it',
    status: 201,
    body: dutyEntryInput,
    response: dutyEntryView,
  },
  'GET /api/handovers': {
    service: 'intake',
    permit: dutyReaders,
    summary: 'Hand-overs, the newest opened first',
    query: handoverQuery,
    response: listOf(handoverSummary),
  },
  'POST /api/handovers': {
    ...handover,
    summary: 'Open the hand-over of a shift',
    status: 201,
    body: handoverInput,
  },
  'GET /api/handovers/:id': { ...handover, permit: dutyReaders, summary: 'The list: as it is now, or as it was' },
  'GET /api/handovers/:id/document': {
    service: 'intake',
    permit: dutyReaders,
    summary: 'The list on paper',
    query: documentQuery,
    limit: 'report',
    produces: 'application/octet-stream',
  },
  'PUT /api/handovers/:id/notes': { ...handover, summary: 'Write the notes', body: handoverNotes, ifMatch: true },
  'POST /api/handovers/:id/hand-over': { ...handover, summary: 'Hand it over as it is now', body: nothing },
  'POST /api/handovers/:id/accept': { ...handover, summary: 'Take it over; not one’s own', body: nothing },
  'POST /api/handovers/:id/corrections': {
    ...handover,
    summary: 'Correct what was accepted, beside it',
    status: 201,
    body: handoverCorrection,
  },
} as const satisfies Record<RouteKey, RouteRow>;
