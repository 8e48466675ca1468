import type { RouteInput } from '#http-api/routes';
import type { Edit } from '#ticket/transition-input';
import type { Contact } from '#store/citizen';
import { contactOf } from './request-of';

type Body = RouteInput<'PATCH /api/tickets/:id'>['body'];

/** What somebody changed of a ticket and of the contact; fields they did not send stay as they are. */
export function editOf(body: Body): { edit: Edit; contact?: Partial<Contact> } {
  const { citizen, occurredAt, ...rest } = body;
  const edit: Edit = {
    ...withoutUndefined(rest),
    ...(occurredAt && { occurredAt: new Date(occurredAt) }),
    ...(citizen?.anonymous !== undefined && { anonymous: citizen.anonymous }),
    ...(citizen?.confidential !== undefined && { confidential: citizen.confidential }),
  };
  const contact = citizen && changedContact(citizen);
  return contact && Object.keys(contact).length > 0 ? { edit, contact } : { edit };
}

/** Of the contact, what was sent; an empty field is emptied. */
const changedContact = (citizen: NonNullable<Body['citizen']>): Partial<Contact> =>
  Object.fromEntries(
    Object.entries(contactOf(citizen)).filter(([field]) => citizen[field as keyof Contact] !== undefined),
  );

/** A field sent as null is emptied; a field that was not sent is not there. */
const withoutUndefined = (sent: Readonly<Record<string, unknown>>): Edit =>
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
