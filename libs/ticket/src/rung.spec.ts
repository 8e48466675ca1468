import { isFlagRung, rungNames } from './rung';

describe('the ladder', () => {
  it('is climbed from a reminder to the monthly notice', () => {
    expect(rungNames).toEqual([
      'reminder',
      'yellow',
      'red',
      'urge',
      'supervision',
      'shift-lead',
      'supervisor',
      'manager',
      'duty-office',
      'district-office',
      'monthly-notice',
    ]);
  });

  it('begins with the rungs that come with the clock itself', () => {
    expect(rungNames.filter(isFlagRung)).toEqual(['reminder', 'yellow', 'red']);
  });
});
