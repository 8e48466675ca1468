import {
  disable,
  lastEventOf,
  newBrowser,
  openIdHotline,
  refusedFor,
  signedIn,
  signIn,
  subjectOf,
  userNamed,
} from './support/openid-hotline';

const at = openIdHotline({ linkByUsername: true });

describe('where accounts are linked by username', () => {
  it('the account of that name is linked at the first sign-in, and an event says so', async () => {
    const browser = newBrowser(at);
    await signIn(browser, 'sub-1', 'reviewer');
    expect(await signedIn(browser)).toMatchObject({ username: 'reviewer' });
    expect(await lastEventOf(at, await userNamed(at, 'reviewer'))).toMatchObject({
      action: 'link',
      actor: '审核员',
      before: { externalSubject: null },
      after: { externalSubject: subjectOf(at, 'sub-1') },
    });
  });

  it('people are known by who they are from then on, whatever they are called there', async () => {
    const [same, other] = [newBrowser(at), newBrowser(at)];
    await signIn(same, 'sub-1', 'admin');
    expect(await signedIn(same)).toMatchObject({ username: 'reviewer' });
    expect((await signIn(other, 'sub-2', 'reviewer')).address).toBe(refusedFor('no-account'));
    expect(await signedIn(other)).toBeNull();
  });

  it('a name that nobody has here gets no account', async () => {
    for (const name of ['nobody-of-this-name', ''])
      expect((await signIn(newBrowser(at), `sub of ${name}`, name)).address).toBe(refusedFor('no-account'));
  });

  it('an account that is disabled stays as it is', async () => {
    await disable(at, 'quality');
    expect((await signIn(newBrowser(at), 'sub-4', 'quality')).address).toBe(refusedFor('disabled'));
    expect((await userNamed(at, 'quality')).externalSubject).toBeNull();
  });
});
