import { dissatisfied } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ settings: { autoJudge: true } });

describe('a hotline that takes every bad rating as reasonable', () => {
  it('has the matter handled again without anybody’s verdict', async () => {
    const rated = await at.people.rate(await at.people.bring('callback'), dissatisfied);
    expect(rated).toMatchObject({ state: 'dispatched', round: 2, judgementDue: false });
  });

  it('closes what was rated well', async () => {
    expect(await at.people.bring('closed')).toMatchObject({ state: 'closed', round: 1 });
  });
});
