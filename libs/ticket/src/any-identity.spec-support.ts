import fc from 'fast-check';

/** Something that tells who somebody is, as it may be written, and the digits or letters it says. */
interface Identity {
  readonly written: string;
  readonly says: string;
}

const writings = ['0０〇零', '1１一幺', '2２二', '3３三', '4４四', '5５五', '6６六', '7７七', '8８八', '9９九'];
const digitOf = new Map(writings.flatMap((each, index) => [...each].map((sign) => [sign, String(index)])));

/** The digits of a text however they are written, and its other characters, without what people put between digits. */
export const digitsOf = (text: string): string =>
  [...text]
    .map((sign) => digitOf.get(sign) ?? sign)
    .join('')
    .replace(/[\s.·-]/g, '');

const some = (signs: string, length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...signs), { minLength: length, maxLength: length }).map((each) => each.join(''));
const digits = (length: number) => some('0123456789', length);

/** 13800001234 as 138 0000 1234, １３８…, 一三八… */
const writtenSomehow = (plain: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', ' ', '-', '.', '·'), fc.constantFrom(0, 1, 2), fc.constantFrom(0, 3, 4, 7))
    .map(([gap, style, group]) =>
      [...plain]
        .map((sign, index) => (group > 0 && index > 0 && index % group === 0 ? gap : '') + inStyle(sign, style))
        .join(''),
    );
const inStyle = (sign: string, style: number): string => [...(writings[Number(sign)] ?? sign)][style] ?? sign;

const mobile = fc
  .tuple(fc.constantFrom('13', '14', '15', '16', '17', '18', '19'), digits(9))
  .map((each) => each.join(''));
const landline = fc
  .tuple(fc.constantFrom('010', '023', '0731', '0755'), some('2345678', 1), digits(7))
  .map((each) => each.join(''));
const birth = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const residentId = fc
  .tuple(fc.constantFrom('500232', '110101', '440305'), birth, digits(3), some('0123456789X', 1))
  .map((each) => each.join(''));
const bankCard = fc.tuple(fc.constantFrom('6222', '6217', '4367'), digits(15)).map((each) => each.join(''));

export const anyNumber: fc.Arbitrary<Identity> = fc
  .oneof(mobile, landline, residentId, bankCard)
  .chain((says) => writtenSomehow(says).map((written) => ({ written, says })));

const letter = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const plate = fc
  .tuple(some('京渝川湘粤苏新', 1), some(letter, 1), fc.constantFrom('', '·', ' '), some(letter, 1), digits(4))
  .chain(([province, city, gap, one, four]) =>
    fc
      .constantFrom(`${one}${four}`, `${four}${one}`, `D${four}1`, `${four.slice(0, 3)}7警`)
      .map((rest) => ({ written: `${province}${city}${gap}${rest}`, says: `${province}${city}${rest}` })),
  );

export const anyIdentity: fc.Arbitrary<Identity> = fc.oneof(anyNumber, plate);

const sayings = [
  '滨河路的路灯三天不亮',
  '请拨打12345',
  '我叫张伟',
  '联系电话：',
  '家住滨河小区',
  '由于老师请假',
  '渝府发〔2020〕12号',
  '3000-5000元',
  '2026年3月2日',
  '微信号',
  '工单20260302000000142',
  '〔电话〕',
  '，',
  '。',
  ' ',
  '\n',
  '1',
  '15 ',
  '0',
  '京',
  'A',
  '姓名：',
  '江苏',
  '-',
];
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...sayings), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
  .map((each) => each.join(''));

const harmless = [
  '滨河路的路灯三天不亮',
  '请拨打12345或110',
  '2026年3月2日',
  '2026-03-02',
  '工单20260302000000142',
  '渝府发〔2020〕12号',
  '15000000元',
  '1,280,000元',
  '滨河小区3号楼前',
  '201路公交',
  '由于老师请假',
  'GB 50500-2013',
  '晚上9:30',
  '老人出门摔倒',
  '85.5%',
  '〔电话〕',
];
/** What everybody may know, sentence after sentence. */
export const ordinaryText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...harmless), { maxLength: 12 })
  .map((each) => each.join('，'));
