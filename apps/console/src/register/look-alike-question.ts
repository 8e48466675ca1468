import type { RouteRequest } from '#http-api/routes';
import type { RegistrationValues } from './registration';

export type LookAlikeQuestion = NonNullable<RouteRequest<'POST /api/tickets/similar'>['body']>;

/** A number while it is being typed is none yet. */
const isWhole = (phone: string): boolean => /^\+?\d{7,20}$/.test(phone);

/** What is asked of the matter as far as it has been typed. */
export function lookAlikeQuestion(values: RegistrationValues): LookAlikeQuestion {
  const { title = '', content = '', address, areaCode, categoryCode, citizen } = values;
  const phone = citizen?.phone?.replace(/[\s()-]/g, '') ?? '';
  return {
    title: title.trim().slice(0, 200),
    content: content.slice(0, 20_000),
    ...(address && { address: address.slice(0, 300) }),
    ...(areaCode && { areaCode }),
    ...(categoryCode && { categoryCode }),
    ...(isWhole(phone) && { phone }),
  };
}
