import type { Random } from '../replay/random';

const places = [
  '滨河路',
  '文庙街',
  '车站广场',
  '松林小区',
  '莲塘村',
  '渡口巷',
  '石桥集镇',
  '新世纪花园',
  '老粮站宿舍',
  '中心小学',
];
const matters = [
  '夜间施工噪声扰民',
  '生活垃圾多日未清运',
  '路灯不亮影响出行',
  '自来水水压不足',
  '占道经营堵塞通道',
  '电梯故障长期未修',
  '拖欠务工人员工资',
  '油烟直排呛人',
  '道路坑洼积水',
  '物业收费不透明',
  '公交车等候时间过长',
  '医保报销进度查询',
];
const tellings = [
  '来电人反映该情况已持续一段时间，附近居民意见较大。',
  '曾向现场工作人员反映，至今没有明确答复。',
  '希望有关部门尽快核实处理，并告知结果。',
  '老人和孩子出行不便，存在安全隐患。',
  '来电人要求对相关责任单位予以督促整改。',
  '周边商户也多次提出同样的问题。',
];

/** What an invented citizen says. */
export function inventText(random: Random, index: number): { title: string; content: string } {
  const place = random.pick(places);
  const matter = random.pick(matters);
  const told = [random.pick(tellings), random.pick(tellings), random.pick(tellings)];
  return {
    title: `${place}${matter}`,
    content: `${place}${index % 300}号附近${matter}。${[...new Set(told)].join('')}`,
  };
}
