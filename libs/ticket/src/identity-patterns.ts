import type { IdentityKind } from './identity-kind';
import { namePatterns } from './name-patterns';
import { ordinaryNumbers as ordinary, ordinaryWords } from './ordinary-patterns';
import { anyDigit as d, day, digit, gappedDigits, gaps, month, year } from './written-digits';

/** A text is read place by place: the first row that fits there takes what it fits. What is `ordinary` stays. */
export interface IdentityPattern {
  readonly kind: IdentityKind | 'ordinary';
  /** Source of a regular expression without groups; its repetitions are bounded, so that reading a text is linear. */
  readonly pattern: string;
}

const digits = d.slice(1, -1);
const notZero = digit(1, 2, 3, 4, 5, 6, 7, 8, 9);
const letter = 'A-Za-zＡ-Ｚａ-ｚ';
const end = `(?!${d})`;

const mailbox = '[A-Za-z0-9*][A-Za-z0-9._%+*-]{0,63}[@＠]';
const emails = [
  `${mailbox}[A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){1,4}`,
  `${mailbox}(?:qq|126|139|163|189|sina|sohu|foxmail)(?:com)?`,
];

const networks =
  '(?:微信|薇信|威信|[Ww]ei[Xx]in|[Ww]e[Cc]hat|[WwVv][XxＸ]|[QqＱ]{2}|扣扣|抖音|快手|支付宝|钉钉|微博|飞信)';
const is = '\\s{0,2}[为是:：;；]\\s{0,2}';
const accounts = [
  `(?<=${networks}(?:账号|帐号|群号|号码|号|群|ID|[Ii]d)(?:${is}|\\s{0,2}))[A-Za-z0-9_][A-Za-z0-9_*-]{4,29}`,
  `(?<=${networks}${is})[A-Za-z0-9_][A-Za-z0-9_*-]{4,29}`,
  `(?<=${networks}\\s{0,2})(?=[A-Za-z_-]{0,20}${d})[A-Za-z0-9_-]{5,29}`,
];

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const place = `[${provinces}]${gaps}(?![IOioＩＯｉｏ])[${letter}]${gaps}`;
const plates = [
  `${place}(?=(?:[${letter}]{0,3}${d}){3})[${letter}${digits}]{5,6}[挂学警港澳领]?`,
  `${place}(?=(?:[${letter}]{0,2}${d}){2})[${letter}${digits}]{4}[挂学警港澳领]`,
  `[Ww][Jj]${gaps}(?:[${provinces}]|${d}{2})${gaps}${d}{4,5}[A-Za-z]?`,
];

const residentIds = [
  `${notZero}${d}{5}${gaps}${year}${gaps}${month}${day}${gaps}${d}{3}[${digits}XxＸｘ]${end}`,
  `${d}{17}[XxＸｘ]`,
  `${notZero}${d}{7}${month}${day}${d}{3}${end}`,
  `${d}{6}(?:${year})?${d}{0,4}[*＊]{4,14}${d}{0,4}[Xx]?`,
];

const bankCards = [`${digit(3, 4, 5, 6, 9)}${d}{3}(?:${gaps}${d}{4}){3}(?:${gaps}${d}{1,3})?${end}`];
/** The same in groups that nobody expects, where no dates and decimals are left. */
const strangelyGrouped = {
  residentId: `${notZero}(?:${gaps}${d}){16}${gaps}[${digits}XxＸｘ]${end}`,
  bankCard: `${digit(3, 4, 5, 6, 9)}${gaps}${gappedDigits(15, 18)}`,
  phone: `${digit(0)}${gaps}${gappedDigits(9, 11)}`,
};

const ofChina = `(?:[+＋]|${digit(0)}{2})?${gaps}${digit(8)}${digit(6)}${gaps}`;
const extension = `(?:${gaps}(?:转|分机号?|[-—－])${gaps}${d}{1,6}${end})?`;
const phoneWords = '(?:电话|手机|座机|固话|致电|来电|电联|联系方式|传真|热线|拨打|[Tt][Ee][Ll]|☎|📞)';
const phones = [
  `(?:${ofChina})?${digit(1)}${gaps}${digit(3, 4, 5, 6, 7, 8, 9)}(?:${gaps}${d}){9}${end}`,
  `(?<=${phoneWords}(?:号码?)?[为是:：;；)）\\s.]{0,3})(?!${ordinary.publicNumber})[（(]?${gappedDigits(7, 15)}${extension}`,
  `(?<=尾号[为是:：\\s]{0,2})${d}{4}${end}`,
];
const longPhones = [
  `[（(]?${digit(0)}${d}{2,3}[）)]?${gaps}${gappedDigits(7, 8)}${extension}`,
  `${ofChina}[（(]?${d}{2,3}[）)]?${gaps}${gappedDigits(7, 8)}${extension}`,
  `${digit(4, 8)}${digit(0)}{2}${gaps}${gappedDigits(7)}`,
];
const otherPhones = [
  `${digit(9)}${digit(5)}${d}{3,4}${end}`,
  `${digit(2, 3, 4, 5, 6, 7, 8)}${d}{2,3}[-－—]${d}{4}${end}`,
  // 138****5678: whoever knows a few numbers knows this one from what is left of it.
  `${d}[${digits}—－-]{1,12}[*＊]{2,12}${gaps}${d}{0,6}`,
];

const homeWords = '(?:家住|我住|人住|现住|住址|居住地?|住在|户籍地址?|家庭地址|户口所在地)';
const fromHome = `(?<=${homeWords}[^${letter}，。；！？\\n〔〕]{0,24}`;
const homes = [
  `${fromHome})(?:${d}{1,4}(?:号楼|号院|单元|[栋幢座楼层号])\\s?){1,3}${d}{2,4}[室房号户层楼]?`,
  `${fromHome})${d}{1,2}(?:[-—#]${d}{1,2}){0,2}[-—#]${d}{3,4}${end}`,
  `${fromHome})${d}{3,4}[室房]`,
  `${fromHome}[街路巷弄道村组])${d}{1,4}号(?![楼院线店])`,
];

const each = (kind: IdentityPattern['kind'], ...patterns: readonly string[]): IdentityPattern[] =>
  patterns.map((pattern) => ({ kind, pattern }));

/**
 * What tells who somebody is. What has a form of its own comes before what is known by the words around it, and what is
 * ordinary before what would be taken only because it is long.
 */
export const identityPatterns: readonly IdentityPattern[] = [
  ...each('email', ...emails),
  ...each('account', ...accounts),
  ...each('plate', ...plates),
  ...each('ordinary', ...ordinaryWords),
  ...each('name', ...namePatterns),
  ...each('address', ...homes),
  ...each('ordinary', ordinary.ticket),
  ...each('resident-id', ...residentIds),
  ...each('bank-card', ...bankCards),
  ...each('phone', ...phones),
  ...each('ordinary', ordinary.date, ordinary.compactDate, ordinary.years, ordinary.hundreds),
  ...each('ordinary', ordinary.measure, ordinary.count, ordinary.document),
  ...each('phone', ...longPhones),
  ...each('ordinary', ordinary.decimal),
  ...each('resident-id', strangelyGrouped.residentId),
  ...each('bank-card', strangelyGrouped.bankCard),
  ...each('phone', strangelyGrouped.phone, ...otherPhones),
  ...each('number', `${d}{7,64}`),
  // Any other number is read as a whole, so that nothing is found in the middle of it.
  ...each('ordinary', `${d}{1,6}`),
];
