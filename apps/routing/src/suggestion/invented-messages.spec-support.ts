import type { Example } from './suggestion-model';

/** What each label's messages are about, by phrases that none of the others has. */
const matters = {
  streets: ['路灯不亮', '井盖缺失', '路面积水', '人行道破损', '红绿灯损坏'],
  noise: ['施工扰民', '广场舞音响', '酒吧夜间噪声', '空调外机轰鸣'],
  schools: ['学区划分', '课后托管收费', '校门口接送', '幼儿园入园名额'],
} as const;
const places = ['东街', '西苑小区', '人民广场', '河滨路', '新区大道', '老车站'];
const asks = ['请尽快处理', '希望有关单位答复', '已经反映多次', '给居民带来不便'];

export type InventedLabel = keyof typeof matters;
export const inventedLabels = Object.keys(matters) as InventedLabel[];

const pick = (items: readonly string[], number: number): string => items[number % items.length] ?? '';

/** The `number`-th message of a label: the same every time. */
export function invented(label: InventedLabel, number: number): Example {
  const [phrase, place] = [pick(matters[label], number), pick(places, number * 5 + (number >> 2))];
  const text = `${place}附近${phrase}，${pick(asks, number * 7 + (number >> 1))}。`;
  return { title: `${place}${phrase}`, text, label };
}

/** So many of each label, from the `first`-th on. */
export const inventedMessages = (ofEach: number, first = 0): Example[] =>
  inventedLabels.flatMap((label) => Array.from({ length: ofEach }, (_, at) => invented(label, first + at)));
