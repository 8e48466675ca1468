import type { Directory, Place } from './directory';

/** A place or category as answers name it; by its code where nobody knows it any more. */
export const placeNamed = (places: ReadonlyMap<string, Place>, code: string | null) =>
  code === null ? null : { code, name: places.get(code)?.name ?? code };

/** An area or category as it is called, or was called at an instant. */
export const areaNamed = (directory: Directory, code: string | null, at: Date | null) =>
  code === null ? null : { code, name: directory.areaName(code, at) };
export const categoryNamed = (directory: Directory, code: string | null, at: Date | null) =>
  code === null ? null : { code, name: directory.categoryName(code, at) };
