import { carriedFields, channelNeeds } from '#http-api/channel-needs';
import type { RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import type { Disposition } from './dispositions';

export type Registration = NonNullable<RouteRequest<'POST /api/tickets'>['body']>;

/** A ticket that this one is to be added to. */
interface Joined {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** What the form holds: the body, which way the ticket goes, and what it is added to. */
export type RegistrationValues = Partial<Registration> & { disposition: Disposition; join?: Joined };

/** The form as the operation takes it: only what belongs to the chosen way is sent. */
export function registrationOf(
  { disposition, answer, refer, join, ...matter }: RegistrationValues,
  draftId?: string,
): Registration {
  const ways: Record<Disposition, Partial<Registration>> = {
    // What is added to another ticket is its department's: nobody else is sent it meanwhile.
    dispatch: join ? { hold: true } : {},
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

/** What it is merged into once it is registered; what was answered at once is over already. */
export const joinedBy = ({ disposition, join }: RegistrationValues): string | undefined =>
  disposition === 'dispatch' || disposition === 'hold' ? join?.id : undefined;
