import { readSettings, WrongSetting } from './settings';

describe('a setting', () => {
  it.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '12.5', 'a whole number from 0 to 65535'],
    ['SWEEP_SECONDS', '0', 'a number from 0.1 to 3600'],
    ['NODE_ENV', 'prod', 'one of production, development, test'],
    ['TRUST_PROXY', 'zzz', 'true, or addresses and networks such as 10.0.0.0/8'],
    ['TRUST_PROXY', '1.2.3.4/99', 'true, or addresses and networks such as 10.0.0.0/8'],
    ['TRUST_PROXY', '10.0.0.0/8,nobody', 'true, or addresses and networks such as 10.0.0.0/8'],
    ['TRUST_PROXY', '::1/129', 'true, or addresses and networks such as 10.0.0.0/8'],
  ])('that is wrong is refused with its name, its value and what it must be: %s=%s', (name, value, wanted) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      new WrongSetting(`setting ${name}=${value} is wrong: it must be ${wanted}`),
    );
  });

  it('that is a password is refused without showing it', () => {
    expect(() => readSettings({ DEMO_PASSWORD: 'short' })).toThrow(
      new WrongSetting('setting DEMO_PASSWORD is wrong: it must have 8 characters at least'),
    );
  });

  it('that is empty is one that is not set', () => {
    expect(readSettings({ PORT: '', NODE_ENV: '', DEMO_PASSWORD: '' })).toEqual(readSettings({}));
  });

  it.each(['10.0.0.0/8', '127.0.0.1, ::1/128', 'loopback,uniquelocal', 'fd00::/8'])(
    'may trust the proxies %s',
    (trusted) => {
      expect(readSettings({ TRUST_PROXY: trusted }).trustProxy).toBe(trusted);
    },
  );
});
