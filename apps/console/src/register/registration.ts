import { carriedFields, channelNeeds } from '#http-api/channel-needs';
import type { RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import type { Disposition } from './dispositions';

export type Registration = NonNullable<RouteRequest<'POST /api/tickets'>['body']>;

/** What the form holds: the body, and which way the ticket goes. */
export type RegistrationValues = Partial<Registration> & { disposition: Disposition };

/** The form as the operation takes it: only what belongs to the chosen way is sent. */
export function registrationOf(
  { disposition, answer, refer, ...matter }: RegistrationValues,
  draftId?: string,
): Registration {
  const ways: Record<Disposition, Partial<Registration>> = {
    dispatch: {},
    hold: { hold: true },
    answer: { answer },
    refer: { refer },
  };
  return bodyOf({ ...carriedBy(matter), ...ways[disposition], draftId }) as unknown as Registration;
}

/** What was typed for another channel is not sent with this one. */
function carriedBy<Matter extends Partial<Registration>>(matter: Matter): Partial<Matter> {
  const carries = matter.channel ? channelNeeds[matter.channel].carries : {};
  const isSent = (field: string): boolean => !(field in carriedFields) || field in carries;
  return Object.fromEntries(Object.entries(matter).filter(([field]) => isSent(field))) as Partial<Matter>;
}
