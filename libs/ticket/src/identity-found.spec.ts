import { countByKind, foundInWords, identityFound } from './identity-found';
import { blanksIn, redactCitizen, redactIdentity } from './redact-identity';

const found = (text: string, allowed?: Parameters<typeof identityFound>[2]) =>
  identityFound(text, redactIdentity(text), allowed);

describe('what was taken out of a text', () => {
  const said = '我叫张小明，电话13800001234，他的电话13900005678';

  it('is counted by its kinds, in the order in which it stood', () => {
    expect(found(said)).toEqual([
      ['姓名', 1],
      ['电话', 2],
    ]);
    expect(foundInWords(found(said))).toBe('姓名1处、电话2处');
  });

  it('is nothing where nothing was', () => {
    expect(found('路灯不亮')).toEqual([]);
    expect(foundInWords([])).toBe('');
  });

  it('leaves out what may be told', () => {
    expect(found(said, ['phone'])).toEqual([['姓名', 1]]);
    expect(found('电话13800001234', ['phone'])).toEqual([]);
  });

  it('is not what somebody else had taken out before', () => {
    expect(found('〔电话〕和〔电话〕来电')).toEqual([]);
    expect(found('〔电话〕、〔姓名〕和13800001234')).toEqual([['电话', 1]]);
  });

  it('is counted blank by blank', () => {
    const counts = countByKind(blanksIn('〔电话〕〔车牌〕〔电话〕'));
    expect([...counts]).toEqual([
      ['phone', 2],
      ['plate', 1],
    ]);
  });
});

describe('a text without its citizen', () => {
  it('still names whoever else is in it', () => {
    const citizen = { name: '张小明', phone: '13800001234', address: null };
    expect(redactCitizen('张小明13800001234反映村民李小四的电话13900005678', citizen)).toBe(
      '〔姓名〕〔电话〕反映村民李小四的电话13900005678',
    );
  });
});
