import type { Random } from '#platform/random';
import { commonPick, inventPlace, inventSpot } from './invented-names';

/** What troubles citizens, and in which ways: any of the first with any of the second. */
const matters: readonly (readonly [things: readonly string[], faults: readonly string[]])[] = [
  [
    ['施工工地', '渣土车', '夜市音响', '广场舞音箱', '空调外机', '楼上装修', '地铁施工'],
    ['夜间噪声扰民', '凌晨仍在作业', '震动太大', '噪声超标', '节假日不停工'],
  ],
  [
    ['生活垃圾', '建筑垃圾', '垃圾桶', '化粪池', '公共厕所', '绿化带枯枝'],
    ['多日无人清运', '满溢发臭', '堆积如山', '污水外流', '无人清扫'],
  ],
  [
    ['路灯', '楼道灯', '红绿灯', '监控', '充电桩', '电梯', '健身器材', '休闲座椅'],
    ['不亮', '损坏', '时好时坏', '长期无人维修', '停用半年', '存在漏电隐患'],
  ],
  [
    ['自来水', '二次供水', '消防水', '热水', '燃气', '暖气'],
    ['水压不足', '停了三天', '有异味', '管道漏水', '开通时间', '收费偏高', '不热'],
  ],
  [
    ['占道摊贩', '共享单车', '违停车辆', '出店经营', '僵尸车', '大货车'],
    ['堵塞通道', '占用盲道', '无人管理', '影响通行', '占用消防通道'],
  ],
  [
    ['务工人员工资', '工程款', '加班费', '押金', '社保', '遣散补偿'],
    ['被拖欠', '迟迟不发', '未足额缴纳', '不予退还', '约定不兑现'],
  ],
  [
    ['物业公司', '业委会', '停车场', '开发商', '中介', '快递站'],
    ['收费不透明', '不作为', '拒绝退费', '乱涨价', '账目不公开', '擅自改变用途', '虚假宣传'],
  ],
  [
    ['道路', '人行道', '井盖', '排水沟', '路基', '护栏', '挡土墙'],
    ['坑洼积水', '破损严重', '缺失', '堵塞', '塌陷', '松动', '年久失修'],
  ],
  [
    ['公交线路', '校车', '出租车', '网约车', '客运班车', '轻轨站'],
    ['等候时间过长', '甩客拒载', '绕路', '建议增加班次', '站点设置不合理'],
  ],
  [
    ['医保报销', '公租房申请', '低保办理', '户口迁移', '不动产登记', '养老认证', '入学报名'],
    ['进度查询', '需要什么材料', '被退回', '排队太久', '政策咨询', '系统打不开'],
  ],
  [
    ['烧烤油烟', '养殖场粪污', '印刷厂废气', '河道', '鱼塘', '加油站'],
    ['直排呛人', '气味刺鼻', '水体发黑', '污染农田', '偷排污水'],
  ],
  [
    ['预付卡', '健身卡', '培训课程', '家用电器', '二手车', '外卖食品'],
    ['商家跑路', '不予退款', '质量问题', '有异物', '霸王条款', '过期变质'],
  ],
];

const when = [
  '昨天晚上',
  '上周末',
  '今年以来',
  '近一个月',
  '每天早上六点',
  '连续五天',
  '前天下午',
  '暴雨之后',
  '春节前',
  '国庆期间',
  '长期以来',
  '从上个月开始',
];
const effects = [
  '老人和孩子出行不便',
  '住户无法正常休息',
  '商户生意受到影响',
  '行人只能走机动车道',
  '存在较大安全隐患',
  '已经有人摔伤',
  '孩子上学要绕行',
  '家中墙面渗水',
  '车辆多次被刮',
  '邻里为此发生争吵',
  '居民意见很大',
  '租户纷纷搬离',
  '农田无法耕种',
  '多名业主联名反映',
  '本人为此多次请假',
  '家中病人难以忍受',
];
const steps = [
  '向社区反映过',
  '找过现场负责人',
  '打过物业电话',
  '在网上留过言',
  '报过警',
  '到窗口问过',
  '联系过商家',
  '问过镇里的工作人员',
  '向公司讨要过',
  '加过管理群',
];
const outcomes = [
  '对方承诺处理但没有动静',
  '一直没有答复',
  '被告知不归他们管',
  '只答应登记',
  '整改几天又恢复原样',
  '电话无人接听',
  '推说等上级通知',
  '态度恶劣',
  '说经费不足',
  '让再等等',
];
const wishes = [
  '希望尽快核实处理',
  '要求责任单位整改',
  '请告知办理结果',
  '要求退还费用',
  '希望现场查看',
  '请给出明确时间',
  '希望加强巡查',
  '要求公开依据',
  '请协调解决',
  '希望纳入改造计划',
];

/** What an invented citizen says: some places, matters and turns often, most of them hardly ever. */
export function inventText(random: Random, index: number): { title: string; content: string; address: string } {
  const place = inventPlace(random);
  const [things, faults] = commonPick(random, matters);
  const matter = `${commonPick(random, things)}${commonPick(random, faults)}`;
  const spot = inventSpot(random);
  const nearby = random.chance(0.4) ? `，离${inventPlace(random)}不远` : '';
  const told = [
    `来电人反映${commonPick(random, when)}${place}${spot}${matter}${nearby}`,
    `${commonPick(random, effects)}，${commonPick(random, effects)}`,
    `曾${commonPick(random, steps)}，${commonPick(random, outcomes)}`,
    random.chance(0.3) ? `当时接待的是工号${1 + (index % 9_000)}的工作人员` : `涉及${2 + random.below(300)}户`,
    `${commonPick(random, wishes)}，${commonPick(random, wishes)}`,
  ];
  return { title: `${place}${matter}`, content: `${told.join('。')}。`, address: `${place}${spot}` };
}
