import { Random } from '#platform/random';
import { inventText } from '../../scripts/seed/invented-texts';
import type { TicketBody } from '../../scripts/replay/ticket-body';
import type { Places } from '../../scripts/replay/places';

/** About as long as a citizen's message usually is: 180 characters. */
const content =
  '来电人反映小区门口道路夜间施工，噪声持续到凌晨，严重影响周边居民休息，老人和孩子难以入睡。' +
  '此前已向现场负责人反映两次，对方表示赶工期，没有采取任何降噪措施，也没有公示夜间施工许可。' +
  '希望有关部门尽快到现场核实施工手续，督促施工单位调整作业时间并采取降噪措施，处理结果请电话告知。';

export const matter = (index: number): { title: string; content: string } => ({
  title: `夜间施工噪声扰民 ${index}`,
  content,
});

/** A matter as citizens bring them: of many kinds, at places of which some are spoken of often and most hardly ever. */
export const inventedMatter = (index: number) => inventText(Random.for(77, index), index);

/** No Chinese number begins with 100 and has eleven digits. */
export const phoneOf = (index: number): string => `100${String(index % 100_000_000).padStart(8, '0')}`;

/** Of every three calls, two are by somebody who has called before. */
const callsEach = 3;
export const callerOf = (index: number): string => phoneOf(Math.floor(index / callsEach));

/** The `index`-th registration of a bench, spread over the categories and areas there are. */
export const registration = ({ categories, areas }: Places, index: number, phone = phoneOf(index)): TicketBody => ({
  ...matter(index),
  type: 'help',
  channel: 'phone',
  categoryCode: categories[index % categories.length],
  areaCode: areas[index % areas.length],
  citizen: { name: '测试人', phone },
});
