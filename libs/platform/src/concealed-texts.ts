/** Fields with each text as the caller may read it; what is no text stays. */
export const concealedTexts = (
  said: Readonly<Record<string, unknown>>,
  conceal: (text: string) => string,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).map(([field, value]) => [field, typeof value === 'string' ? conceal(value) : value]),
  );
