/** A point on the earth, in degrees. */
export interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** The point of these degrees; null where there is none, or only what a device says that knows nothing (0, 0). */
export const placeOf = (lat: number, lng: number): Place | null =>
  Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0) ? { lat, lng } : null;

const earthRadiusMetres = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** How far two points are apart, in metres, along the earth. */
export function metresBetween(one: Place, other: Place): number {
  const [north, east] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const half =
    Math.sin(north / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(east / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(half));
}
