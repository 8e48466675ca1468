import fc from 'fast-check';
import { checkReply, type CheckedReply } from './check-reply';
import type { ReplyFlaw } from './reply-flaw';

const asked = {
  title: '滨河路路灯整夜不亮',
  content: '滨河路自银杏广场至水厂路口的路灯连续三晚没有亮，老人散步摔倒，请尽快修好。',
};
const good =
  '您好，滨河路银杏广场至水厂路口的路灯因电缆被施工挖断停电，我局3月12日已抢修恢复照明，并责令施工方赔偿。联系人：照明科，023-77720000。';

const flawsOf = (publicText: string, more: Partial<CheckedReply> = {}): ReplyFlaw[] =>
  checkReply({ ...asked, others: [], publicText, ...more }).map(({ flaw }) => flaw);

describe('a reply, before it is submitted', () => {
  it('is found fault with by nobody where it says what was found, what was done, when, and whom to turn to', () => {
    expect(flawsOf(good)).toEqual([]);
  });

  it('answers the request, and not another', () => {
    const other =
      '您好，龙泉小学招生范围以学区公告为准，适龄儿童凭户口簿于8月20日到校登记，逾期由教委统筹。联系电话：023-77721111。';
    expect(flawsOf(other)).toEqual(['off-topic']);
  });

  it('tells more than that somebody takes it seriously', () => {
    const said =
      '您好，您反映的“滨河路路灯整夜不亮”收悉，我单位高度重视，3月12日安排专人调查处理。联系电话：023-77720000。';
    expect(flawsOf(said)).toEqual(['empty-phrases']);
  });

  it.each(['3月12日', '2026年', '三月底', '五个工作日内', '2小时内', '当日', '下周', '2026-03-12'])(
    'says when: %s is a time',
    (when) => {
      expect(flawsOf(good.replace('3月12日', when))).toEqual([]);
    },
  );

  it.each(['近期', '目前', '尽快', ''])('says when: “%s” is none', (when) => {
    expect(flawsOf(good.replace('3月12日', when))).toEqual(['no-date']);
  });

  it.each(['联系人：照明科', '咨询电话见公示栏', '023-77720000', '7772****', '电话：12345'])(
    'says whom to turn to: %s',
    (contact) => {
      expect(flawsOf(good.replace('联系人：照明科，023-77720000', contact))).toEqual([]);
    },
  );

  it('says whom to turn to, or it lacks that', () => {
    expect(flawsOf(good.replace('联系人：照明科，023-77720000', '感谢支持'))).toEqual(['no-contact']);
  });

  it('is not what another citizen was told, with another beginning', () => {
    const others = [
      { number: '20260301000000197', publicText: good },
      { number: '20260301000000294', publicText: '已修好。' },
    ];
    const [finding] = checkReply({ ...asked, publicText: `市民您好！${good}`, others });
    expect(finding).toEqual({ flaw: 'copied', reason: '与工单20260301000000197的答复几乎相同' });
    expect(flawsOf('已修好。', { others })).not.toContain('copied');
  });

  it.each([
    ['诉求人张伟，身份证号500102199003074518', '身份证号1处'],
    ['已与诉求人联系（13912345678）', '手机号1处'],
  ])('does not tell who somebody is: %s', (told, found) => {
    const [finding] = checkReply({ ...asked, publicText: `${told}。${good}`, others: [] });
    expect(finding).toMatchObject({ flaw: 'personal-data' });
    expect(finding?.reason).toContain(found);
  });

  it('may be anything at all, and takes no longer for being long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2_000 }),
        fc.string({ unit: 'binary' }),
        (publicText, title) => {
          const flaws = checkReply({ title, content: '', publicText, others: [{ number: '1', publicText }] });
          expect(new Set(flaws.map(({ flaw }) => flaw)).size).toBe(flaws.length);
        },
      ),
    );
  });
});
