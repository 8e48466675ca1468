import type { RouteInput } from '#http-api/routes';
import type { Edit } from '#ticket/transition-input';
import type { Contact } from '#store/citizen';
import { contactOf } from './request-of';

/** What somebody changed of a ticket; fields they did not send stay as they are. */
export function editOf(body: RouteInput<'PATCH /api/tickets/:id'>['body']): { edit: Edit; contact?: Contact } {
  const { citizen, occurredAt, ...rest } = body;
  const edit: Edit = {
    ...withoutUndefined(rest),
    ...(occurredAt && { occurredAt: new Date(occurredAt) }),
    ...(citizen?.anonymous !== undefined && { anonymous: citizen.anonymous }),
    ...(citizen?.confidential !== undefined && { confidential: citizen.confidential }),
  };
  return citizen && hasContact(citizen) ? { edit, contact: contactOf(citizen) } : { edit };
}

const hasContact = ({
  name,
  phone,
  address,
  gender,
}: NonNullable<RouteInput<'PATCH /api/tickets/:id'>['body']['citizen']>) =>
  [name, phone, address, gender].some((value) => value !== undefined);

/** A field sent as null is emptied; a field that was not sent is not there. */
const withoutUndefined = (sent: Readonly<Record<string, unknown>>): Edit =>
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
