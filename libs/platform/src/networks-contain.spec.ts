import { networkIn, networksContain } from './networks-contain';

describe('the networks another system may ask from', () => {
  it.each([
    ['10.1.2.3', ['10.1.0.0/16'], true],
    ['::ffff:10.1.2.3', ['10.1.0.0/16'], true],
    ['10.2.2.3', ['10.1.0.0/16'], false],
    ['10.2.2.3', ['10.1.0.0/16', '10.2.2.3'], true],
    ['2001:db8::7', ['2001:db8::/32'], true],
    ['2001:db9::7', ['2001:db8::/32'], false],
    ['unknown', ['0.0.0.0/0'], false],
  ])('have %s in %j: %s', (address, networks, contained) => {
    expect(networksContain(networks, address)).toBe(contained);
  });

  it.each(['10.1.0.0/33', '10.1', 'localhost', '10.1.0.0/8/8', '2001:db8::/129', '10.0.0.0/'])(
    'are not named by %s',
    (text) => {
      expect(networkIn(text)).toBeNull();
    },
  );
});
