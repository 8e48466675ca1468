import type { RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import type { Disposition } from './dispositions';

export type Registration = NonNullable<RouteRequest<'POST /api/tickets'>['body']>;

/** What the form holds: the body, and which way the ticket goes. */
export type RegistrationValues = Partial<Registration> & { disposition: Disposition };

/** The form as the operation takes it: only what belongs to the chosen way is sent. */
export function registrationOf({ disposition, answer, refer, ...matter }: RegistrationValues): Registration {
  const ways: Record<Disposition, Partial<Registration>> = {
    dispatch: {},
    hold: { hold: true },
    answer: { answer },
    refer: { refer },
  };
  return bodyOf({ ...matter, ...ways[disposition] }) as unknown as Registration;
}
