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
    expect(flawsOf(other.replace('小学', '小学滨河校区'))).toEqual(['off-topic']);
    const politely = { content: `${asked.content}望及时处理、调查、回复。` };
    expect(flawsOf(`${other}回复：及时调查、处理。`, politely)).toEqual(['off-topic']);
  });

  it('answers whatever it says a request that says nothing', () => {
    expect(flawsOf(good, { title: '您好', content: '' })).toEqual([]);
  });

  it('tells more than that somebody takes it seriously', () => {
    const said =
      '您好，您反映的“滨河路路灯整夜不亮”收悉，我单位高度重视，3月12日安排专人调查处理。联系电话：023-77720000。';
    expect(flawsOf(said)).toEqual(['empty-phrases']);
    const repeated = `您好，您反映“${asked.title}，${asked.content}”，3月12日收悉。联系电话：023-77720000。`;
    expect(flawsOf(repeated)).toEqual(['empty-phrases']);
  });

  it('tells at least a dozen things of its own', () => {
    const told = (publicText: string) => flawsOf(publicText, { title: '', content: '' });
    expect(told('路灯电缆银杏广场滨河栋楼墙')).not.toContain('empty-phrases');
    expect(told('路灯电缆银杏广场滨河栋楼')).toContain('empty-phrases');
  });

  it('is told what is missing in a reviewer’s words', () => {
    expect(checkReply({ ...asked, publicText: '感谢来电', others: [] }).map(({ reason }) => reason)).toEqual([
      '答复内容与诉求说的不是一件事，请对照诉求逐项答复',
      '只有套话，没有说查到了什么、做了什么',
      '没有写明何时办理、何时办结',
      '没有留下联系人或联系电话',
    ]);
  });

  it.each([
    ...['3月12日', '12 日', '上午9时', '2026年', '2026 年', '2026-03-12', '2026/3/12', '2026.3.12'],
    ...['三月底', '三月中旬', '十二日', '五个工作日内', '2小时内', '30分钟', '两天', '3个月内', '一年内'],
    ...['当日', '今天', '下周', '本月', '上月', '年底', '本季度'],
  ])('says when: %s is a time', (when) => {
    expect(flawsOf(good.replace('3月12日', when))).toEqual([]);
  });

  it.each(['近期', '目前', '尽快', '', '耗时甚长', '历经3米', '3.5米处', '10年前'])(
    'says when: “%s” is none',
    (when) => {
      expect(flawsOf(good.replace('3月12日', when))).toEqual(['no-date']);
    },
  );

  it.each([
    ...[
      '联系人：照明科',
      '咨询电话见公示栏',
      '服务电话见公示栏',
      '办公电话见公示栏',
      '监督电话见公示栏',
      '联系电话见公示栏',
    ],
    ...[
      '023-77720000',
      '023—7772',
      '7772****',
      '77720000',
      '023-12345',
      '电话：12345',
      '电 话 ： 见公示栏',
      '电话是12345',
    ],
  ])('says whom to turn to: %s', (contact) => {
    expect(flawsOf(good.replace('联系人：照明科，023-77720000', contact))).toEqual([]);
  });

  it.each(['感谢支持', '投入1200元，感谢支持', '电话无人接听'])(
    'says whom to turn to, or it lacks that: %s',
    (instead) => {
      expect(flawsOf(good.replace('联系人：照明科，023-77720000', instead))).toEqual(['no-contact']);
    },
  );

  it('is not what another citizen was told, with another beginning', () => {
    const others = [
      { number: '20260301000000197', publicText: good },
      { number: '20260301000000294', publicText: '已修好。' },
    ];
    const [finding] = checkReply({ ...asked, publicText: `市民您好！${good}`, others });
    expect(finding).toEqual({ flaw: 'copied', reason: '与工单20260301000000197的答复几乎相同' });
    expect(flawsOf('已修好。', { others })).not.toContain('copied');
  });

  describe('is a copy of another', () => {
    /** So many characters, each another one, from the n-th on. */
    const characters = (count: number, from = 0) =>
      String.fromCodePoint(...Array.from({ length: count }, (_, index) => 0x4e00 + from + index));
    const isCopy = (publicText: string, other: string) =>
      flawsOf(publicText, { others: [{ number: '20260301000000197', publicText: other }] }).includes('copied');

    it.each([
      ['that is all phrases, being so short', characters(40), characters(40), false],
      ['of one line', characters(41), characters(41), true],
      ['with more behind it', characters(41), characters(200), true],
      ['with less behind it', characters(200), characters(41), true],
      ['of which so much is the same', characters(41), `${characters(35)}${characters(6, 1_000)}`, true],
      ['of which less is the same', characters(41), `${characters(34)}${characters(7, 1_000)}`, false],
    ])('%s', (_, publicText, other, expected) => {
      expect(isCopy(publicText, other)).toBe(expected);
    });
  });

  it.each([
    ['诉求人张伟，身份证号500102199003074518', '身份证号1处'],
    ['已与诉求人联系（13912345678）', '手机号1处'],
  ])('does not tell who somebody is: %s', (told, found) => {
    const [finding] = checkReply({ ...asked, publicText: `${told}。${good}`, others: [] });
    expect(finding).toMatchObject({ flaw: 'personal-data' });
    expect(finding?.reason).toContain(found);
  });

  it.each([
    ['13912345678', 1],
    ['139-1234-5678', 1],
    ['139 1234 5678', 1],
    ['13912345678或13712345678', 2],
    ['913912345678', 0],
    ['139123456789', 0],
    ['12912345678', 0],
    ['02377720000', 0],
  ])('does not tell a mobile number, and may tell any other: %s', (number, mobiles) => {
    const findings = checkReply({ ...asked, publicText: `${good}${number}`, others: [] });
    const reason = mobiles > 0 ? [`含有手机号${mobiles}处，他人也可能看到`] : [];
    expect(findings.map((each) => each.reason)).toEqual(reason);
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
