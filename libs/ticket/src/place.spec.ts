import { metresBetween, placeOf } from './place';

describe('a point on the earth', () => {
  it('lies between its poles and on either side of Greenwich', () => {
    expect(placeOf(29.3233, 107.76)).toEqual({ lat: 29.3233, lng: 107.76 });
    expect([placeOf(90, -180), placeOf(-90, 180)]).not.toContain(null);
    expect([placeOf(90.1, 0), placeOf(-90.1, 0), placeOf(0, 180.1), placeOf(0, -180.1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is not where a device is that knows nothing', () => {
    expect(placeOf(0, 0)).toBeNull();
    expect(placeOf(0, 107.76)).not.toBeNull();
    expect(placeOf(29.3233, 0)).not.toBeNull();
  });

  it('is a ten-thousandth of the way from a pole to the equator away, when that is a kilometre', () => {
    const step = 90 / 10_000;
    expect(metresBetween({ lat: 29, lng: 107 }, { lat: 29 + step, lng: 107 })).toBeCloseTo(1_000.75, 1);
    expect(metresBetween({ lat: 0, lng: 107 }, { lat: 0, lng: 107 + step })).toBeCloseTo(1_000.75, 1);
    expect(metresBetween({ lat: 60, lng: 107 }, { lat: 60, lng: 107 + step })).toBeCloseTo(1_000.75 / 2, 1);
  });

  it('is as far from another as that is from it, and not far from itself', () => {
    const [one, other] = [
      { lat: 29.3, lng: 107.7 },
      { lat: -12.1, lng: -77 },
    ];
    expect(metresBetween(one, other)).toBeCloseTo(metresBetween(other, one), 6);
    expect(metresBetween(one, one)).toBe(0);
  });
});
