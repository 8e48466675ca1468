/** Clocks of people's machines may differ from ours by this much: what they say happened now is not taken for the future. */
export const clockToleranceMs = 5 * 60_000;
