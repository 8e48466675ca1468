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

describe('OpenID Connect', () => {
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'hotline', OIDC_CLIENT_SECRET: 'never told' };
  const refusal = (given: Record<string, string>): string => {
    try {
      readSettings(given);
    } catch (error) {
      return (error as Error).message;
    }
    return 'not refused';
  };
  const lacking = (...names: string[]) =>
    `setting ${names.join(', ')} is wrong: OpenID Connect needs all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET; set them, or no OIDC_ setting at all`;

  it('is off when nothing is said of it', () => {
    expect(readSettings({}).oidc).toBeNull();
  });

  it('needs an issuer and what the provider knows us by; on loopback the rest is known', () => {
    expect(readSettings({ ...whole, PORT: '8080' }).oidc).toEqual({
      issuer: new URL('https://id.example'),
      clientId: 'hotline',
      clientSecret: 'never told',
      redirectUrl: 'http://127.0.0.1:8080/api/session/oidc/callback',
      label: '统一身份认证',
      usernameClaim: 'preferred_username',
      linkByUsername: false,
    });
  });

  it('is refused by half, in one line that says what to do', () => {
    const { OIDC_CLIENT_SECRET: _secret, ...unsecured } = whole;
    expect(refusal(unsecured)).toBe(lacking('OIDC_CLIENT_SECRET'));
    expect(refusal({ OIDC_CLIENT_SECRET: 'never told' })).toBe(lacking('OIDC_ISSUER', 'OIDC_CLIENT_ID'));
    expect(refusal({ OIDC_LABEL: '区统一认证' })).toBe(lacking('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'));
  });

  it.each([
    ['off loopback', { HOST: '0.0.0.0' }],
    ['on a port of chance', { PORT: '0' }],
  ])('needs its public address %s', (_where, given) => {
    expect(refusal({ ...whole, ...given })).toMatch(/^setting OIDC_REDIRECT_URL is wrong: it must be our own public/);
    const OIDC_REDIRECT_URL = 'https://hotline.example/api/session/oidc/callback';
    expect(readSettings({ ...whole, ...given, OIDC_REDIRECT_URL }).oidc?.redirectUrl).toBe(OIDC_REDIRECT_URL);
  });

  it.each([
    'http://id.example',
    'http://127.id.example',
    'http://127.0.0.1.id.example',
    'id.example',
    'ftp://id.example',
  ])('never speaks to a provider that others can listen to: %s', (issuer) => {
    expect(refusal({ ...whole, OIDC_ISSUER: issuer })).toMatch(
      `setting OIDC_ISSUER=${issuer} is wrong: it must be an address with https://`,
    );
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost/realm', 'http://[::1]:8080'])(
    'may speak to one on this machine: %s',
    (issuer) => {
      expect(readSettings({ ...whole, OIDC_ISSUER: issuer }).oidc?.issuer).toEqual(new URL(issuer));
    },
  );

  it('has its people sent back to its own callback and nowhere else', () => {
    for (const url of ['http://hotline.example/api/session/oidc/callback', 'https://hotline.example/elsewhere'])
      expect(refusal({ ...whole, OIDC_REDIRECT_URL: url })).toMatch(`setting OIDC_REDIRECT_URL=${url} is wrong: `);
  });

  it('is refused without telling its secret', () => {
    expect(refusal({ ...whole, OIDC_ISSUER: 'none' })).not.toContain('never told');
  });
});

describe('attachments in S3', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'hotline',
    S3_ACCESS_KEY_ID: 'us',
    S3_SECRET_ACCESS_KEY: 'never told',
  };

  it('are a setting, as is a directory, and neither is a default', () => {
    expect(readSettings({}).attachmentStore).toBeUndefined();
    expect(readSettings({ ATTACHMENT_DIR: '/srv/files' }).attachmentStore).toEqual({ directory: '/srv/files' });
    expect(readSettings(whole).attachmentStore).toEqual({
      s3: {
        ...{ endpoint: 'https://s3.example', bucket: 'hotline', region: 'us-east-1' },
        ...{ accessKeyId: 'us', secretAccessKey: 'never told' },
      },
    });
  });

  it.each([
    [{ S3_SECRET_ACCESS_KEY: undefined }, 'setting S3_SECRET_ACCESS_KEY is wrong: attachments in S3 need all of'],
    [{ S3_ENDPOINT: 's3.example' }, 'setting S3_ENDPOINT=s3.example is wrong: it must be an address'],
    [{ S3_ENDPOINT: 'https://us:secret@s3.example' }, 'it must be an address'],
    [{ S3_BUCKET: 'Our Files' }, 'setting S3_BUCKET=Our Files is wrong: it must be a bucket’s name'],
    [{ ATTACHMENT_DIR: '/srv/files' }, 'setting ATTACHMENT_DIR=/srv/files is wrong: attachments lie there or in S3'],
  ])('are refused by half, in one line that says what to do: %j', (wrong, told) => {
    expect(() => readSettings({ ...whole, ...wrong })).toThrow(told);
    expect(() => readSettings({ ...whole, ...wrong })).not.toThrow('never told');
  });
});
