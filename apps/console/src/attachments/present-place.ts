const patienceMs = 8_000;
/** Finer than a step says nothing of where somebody stood. */
const decimals = 5;

/** Where this device is now, as `latitude,longitude`; null when it does not know or may not say. */
export const presentPlace = (): Promise<string | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(`${coords.latitude.toFixed(decimals)},${coords.longitude.toFixed(decimals)}`),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
    );
  });
