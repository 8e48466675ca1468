import { refuseIdentity, type SaidText } from '#platform/documents/refuse-identity';

/**
 * What a shift writes is kept for years and nothing erases it: whom a number belongs to stands in the ticket. Names may be
 * said, since leaders and visitors have some. @throws Refusal
 */
export const refuseContacts = (said: readonly SaidText[]): void =>
  refuseIdentity(said, { allowed: ['name', 'address'], before: '保存（联系方式记在工单里）' });
