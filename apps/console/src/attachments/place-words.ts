import { metresBetween, type Place } from '#ticket/place';

/** Where a picture was taken: how far from the place of the matter, where that is known; in steps of ten metres. */
export function placeWords(taken: Place, matter: Place | null): string {
  if (!matter) return `拍摄位置 ${taken.lat.toFixed(4)}, ${taken.lng.toFixed(4)}`;
  const metres = metresBetween(taken, matter);
  if (metres >= 1_000) return `拍摄位置距事发地约 ${(metres / 1_000).toFixed(1)} 公里`;
  return `拍摄位置距事发地约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`;
}
