import type { Place } from './directory';

/** A place or category as answers name it; by its code where nobody knows it any more. */
export const placeNamed = (places: ReadonlyMap<string, Place>, code: string | null) =>
  code === null ? null : { code, name: places.get(code)?.name ?? code };
