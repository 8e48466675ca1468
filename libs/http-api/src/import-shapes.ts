import { z } from 'zod';
import { importKinds, importStates } from '#ticket/import-kind';
import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from '#ticket/rating';
import { transitions } from '#ticket/transition';
import { enumOf, id, idAndName, instant, looseText, page, text } from './fields';
import { fileFormatNames } from './file-format';
import { ticketInput } from './ticket-shapes';

/** What names a row in the system it comes from: the same name is never added twice. */
export const importSource = z.strictObject({
  externalSystem: looseText(60).optional(),
  externalNumber: text(100).optional(),
});

const { type, urgency, channel, title, content, categoryCode, areaCode, address, location } = ticketInput.shape;
const { citizen, occurredAt, subjectParty, upstreamSystem, upstreamNumber } = ticketInput.shape;

/** One row of a file of history: a ticket of another system, and how it ended there. One of live tickets is a `ticketInput`. */
export const importedHistory = z.strictObject({
  ...{ type, urgency, channel, title, content, categoryCode, areaCode, address, location },
  ...{ citizen, occurredAt, subjectParty, upstreamSystem, upstreamNumber },
  state: z.enum(transitions.importHistory.to).default('closed'),
  registeredAt: instant,
  dispatchedAt: instant.optional(),
  handledAt: instant.optional(),
  closedAt: instant,
  leadDepartmentId: id.optional(),
  rating: z
    .strictObject({
      source: enumOf(ratingSources),
      contacted: enumOf(contactedAnswers).default('yes'),
      solved: enumOf(solvedAnswers),
      result: enumOf(satisfactions),
    })
    .optional(),
});

export const importQuery = z.strictObject({ kind: enumOf(importKinds).default('tickets') });
export const importTemplateQuery = z.strictObject({
  kind: enumOf(importKinds).default('tickets'),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
});

/** What is said of a row: why it was refused, or what should be looked at of one that was imported. */
export const importRemark = z.object({
  /** As whoever opens the file counts: the headings are line 1. */
  line: z.number(),
  /** The heading of the column it is about; null when it is none of them alone. */
  column: z.string().nullable(),
  reason: z.string(),
});

export const importSummary = z.object({
  id: z.string(),
  kind: enumOf(importKinds),
  format: z.enum(fileFormatNames),
  /** The file's name, as it was told. */
  name: z.string().nullable(),
  state: enumOf(importStates),
  bytesTotal: z.number(),
  bytesRead: z.number(),
  rowsRead: z.number(),
  accepted: z.number(),
  /** Rows that had been imported before. */
  known: z.number(),
  refused: z.number(),
  /** Rows that were added and should be looked at. */
  warned: z.number(),
  /** Why it was given up. */
  fault: z.string().nullable(),
  sha256: z.string().nullable(),
  uploadedBy: idAndName,
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
});

/** With the first refused rows; all that were kept are a list of their own. */
export const importView = importSummary.extend({ refusals: z.array(importRemark) });
export const importListQuery = z.strictObject(page);
