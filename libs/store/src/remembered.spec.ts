import { Remembered } from './remembered';

/** Readings that end when the test says so. */
function readings() {
  const under: PromiseWithResolvers[] = [];
  const read = () => new Promise<string>((resolve, reject) => under.push({ resolve, reject }));
  return { under, remembered: new Remembered(read) };
}
interface PromiseWithResolvers {
  resolve: (value: string) => void;
  reject: (error: Error) => void;
}

describe('what is remembered of the database', () => {
  it('is read once for all who ask at the start, and none of them gets less than all', async () => {
    const { under, remembered } = readings();
    const asked = [remembered.value(), remembered.value(), remembered.value()];
    expect(under).toHaveLength(1);
    under[0]?.resolve('the catalogue');
    expect(await Promise.all(asked)).toEqual(['the catalogue', 'the catalogue', 'the catalogue']);
    expect(await remembered.value()).toBe('the catalogue');
    expect(under).toHaveLength(1);
  });

  it('is read again after a change, also when it was just being read', async () => {
    const { under, remembered } = readings();
    const early = remembered.value();
    remembered.forget();
    const late = remembered.value();
    under[1]?.resolve('new');
    under[0]?.resolve('old');
    expect(await Promise.all([early, late])).toEqual(['old', 'new']);
    expect(await remembered.value()).toBe('new');
  });

  it('is read again after a reading that failed', async () => {
    const { under, remembered } = readings();
    const failed = remembered.value();
    under[0]?.reject(new Error('the server is away'));
    await expect(failed).rejects.toThrow('away');
    const again = remembered.value();
    under[1]?.resolve('back');
    expect(await again).toBe('back');
  });
});
