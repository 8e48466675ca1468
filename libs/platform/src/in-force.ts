import { shanghaiDate } from '#store/shanghai-date';

/** Whether what is valid from one date up to, not including, another (YYYY-MM-DD in Shanghai) is in force at an instant. */
export function isInForce({ validFrom, validTo }: { validFrom: string; validTo: string | null }, at: Date): boolean {
  const today = shanghaiDate(at);
  return validFrom <= today && (validTo === null || today < validTo);
}
