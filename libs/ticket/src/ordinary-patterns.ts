import { anyDigit as d, day, digit, gaps, month, year } from './written-digits';

const end = `(?!${d})`;
const mobile = `${digit(1)}${digit(3, 4, 5, 6, 7, 8, 9)}${d}{9}${end}`;
const measured =
  '(?:多|余)?(?:元|块|万|亿|美元|人民币|股|平方|平米|立方|㎡|m²|米|公里|千米|吨|公斤|千克|斤|亩|公顷|度|千瓦|人次|人口|%|％)';
const counted =
  '(?:[元块万亿千百米吨斤亩度人名个间套栋幢家所座辆台部次件起份张册项倍级岁年月日号天时分点秒届期路线室楼层周]|平方|公里|小时|%|％|℃)';
const monthOfDate = '(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９])';
const dayOfDate = '(?:[12]\\d|3[01]|0?[1-9]|[１２][０-９]|３[０１]|０?[１-９])';
const grouped = (comma: string): string => `[1-9１-９]${d}{0,2}(?:${comma}${d}{3}){1,4}`;
const dash = '\\s?[-－—~～至到]\\s?';

/** Numbers that say nothing of who somebody is, however long they are. */
export const ordinaryNumbers = {
  /** 110, 119, 12345, 96333, 10086: everybody's numbers. */
  publicNumber: `(?:11[02479]|12[02]|123${d}{2}|100${d}{2}|96${d}{3,4})${end}`,
  /** Our own: date, sequence, check digits. */
  ticket: `20${d}{2}${month}${day}${d}{9}${end}`,
  date: `${year}\\s?[年./／·－—-]\\s?${monthOfDate}\\s?[月./／·－—-]\\s?${dayOfDate}${end}`,
  /** 20200315, 202003151230, 20200315123045. */
  compactDate: `${year}${month}${day}(?:${d}{4}|${d}{6})?${end}`,
  /** 2014-2018, 2018-0058. */
  years: `${year}${dash}${d}{4}${end}`,
  /** 500-1000, where no unit follows. */
  hundreds: `[1-9]\\d{0,2}00[-－—~～至到][1-9]\\d{0,2}00(?![-－—]?${d})`,
  /** 1,280,000 or 15000000元: a long figure has its unit, a telephone has none. */
  measure: `(?!${mobile})(?:${grouped(',')}(?!${gaps}${d})|(?:${grouped('[,，]')}|[1-9１-９]${d}{0,12})(?:\\.${d}{1,6})?\\s?${measured})`,
  /** 3000-5000元, 95000户, 1001-1004号. */
  count: `${d}{1,6}(?:\\.${d}{1,4})?(?:${dash}${d}{1,6}(?:\\.${d}{1,4})?)?\\s?${counted}(?<!号(?=码))`,
  /** 2017005号. */
  document: `${year}${d}{1,6}号(?!码)`,
  decimal: `(?:${digit(0)}|[1-9１-９]${d}{0,5})[.．]${d}{1,6}(?![.．]?${d})`,
} as const;

/** GB 50500-2013, JGJ/T 12-2006. */
const standard = `(?:GB|gb|JGJ|CJJ|JTG|HJ|DB|TSG|ISO)(?:/[TZtz])?\\s?${d}{2,6}(?:\\.${d}{1,3})?[-—–]${d}{2,4}`;

/** A file's number, announced as one. */
const heads = '工单|受理|信访|办件|转办|督办|交办|[案文]|备案|批复|投诉|举报|诉求|登记|流水|合同';
const file = `(?:${heads})(?:编号|单号|号)\\s?[:：为]?\\s?[A-Za-z]{0,4}-?(?!${mobile}|${digit(0)})${d}{5,14}${end}`;

/** Words that begin as a name would, where a name could stand: 由于老师请假 names no 于老师. */
export const ordinaryWords: readonly string[] = [
  '高[中一二三级龄校考铁速层端兴呼温度]|普高|任[课教职何务]|[科主班责信担]任|安[排装全置静心徽]|施工|单[位元]|方[面便案向法]|[地对双甲乙]方',
  '[有相]关|关[于心切注系键]|[对由属等位处基至迫出]于|于[今去当同每近本此前昨]|许[多可]|马[上路]|万[一名元]|金[牌额融]|武术|[常经通]常',
  '[正异日平]常|常年|何[时人况]|[为如]何|曾[经多在向于因任对]|黄[金牌疸]|向(?:老师|全体|同志)|范围|纪[律委]|[感谢]谢|凌晨',
  '白[天色]|封[口闭]|左[右心]|项目|程[序度]|计划|[语英作中]文|文[化明件]|严[重格厉]|康复|温[度暖泉]|毛病|明白|陈述|费用|田[地土]|路[边口灯]',
  '游[客戏]|石[油头]|钱[财款]|宁愿|祝[福愿贺]|申[请报领诉]|庞大|[学补练复]习|习惯|历史|林[场业]|以习近平同志为核心',
  standard,
  file,
];
