import { trackingCode } from './tracking-code';

describe('a tracking code', () => {
  it('is twelve letters and digits, none of which is mistaken for another on the phone', () => {
    for (let time = 0; time < 200; time += 1) expect(trackingCode()).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
  });

  it('is another one each time, and uses every character at every place', () => {
    const codes = Array.from({ length: 5_000 }, trackingCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (let place = 0; place < 12; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBe(32);
  });
});
