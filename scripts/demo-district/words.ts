import type { Random } from '#platform/random';
import type { PlannedCase } from './planned-case';

const since = ['近几天', '上周以来', '入夏以来', '春节后', '昨天起', '长期以来', '本月初', '今天上午'];
const effects = [
  '附近居民意见较大',
  '影响日常出行',
  '老人和小孩不方便',
  '已多次出现',
  '给生活带来不便',
  '存在安全隐患',
];
const wishes = ['希望尽快核实处理', '请有关部门现场查看', '请告知办理结果', '希望给出明确时间', '希望加强日常管理'];
const asking = ['请问如何办理', '想了解具体规定', '请告知需要的材料', '请问由哪个部门负责'];

/** What an invented citizen says of a matter, in words of our own. */
export function wordsOf(
  { words, type }: PlannedCase,
  areaName: string,
  random: Random,
): { title: string; content: string } {
  const title = `${areaName}${words}`;
  if (type === 'praise') return { title, content: `来电人对${areaName}的${words}表示感谢，请予转达。` };
  if (type === 'consultation') return { title, content: `来电人咨询${areaName}${words}：${random.pick(asking)}。` };
  const told = [`来电人反映${random.pick(since)}${areaName}${words}`, random.pick(effects), random.pick(wishes)];
  return { title, content: `${told.join('，')}。` };
}
