import { seedCategories, townMatters } from '#routing/seed-directory';

/** What people call about: how often of a thousand tickets, what is answered on the call, when in the year, and in which words. */
export interface Matter {
  readonly share: number;
  /** How often the agent knows the answer. */
  readonly known: number;
  /** How often it is urgent. */
  readonly urgent?: number;
  /** How often the town of the place handles it. */
  readonly byTown?: number;
  /** Months in which there is more of it than usually (0 for January), and how much more. */
  readonly season?: readonly [from: number, to: number, times: number];
  readonly types?: 'asking' | 'conduct';
  readonly words: readonly string[];
}

/** By the categories of the first directory. */
export const matters: Readonly<Record<string, Matter>> = {
  'city.waste': { share: 42, known: 0.1, byTown: 0.55, words: ['垃圾清运不及时', '垃圾桶满溢', '建筑垃圾无人清理'] },
  'city.noise': {
    share: 44,
    known: 0.1,
    season: [4, 6, 1.7],
    words: ['夜间施工噪声', '广场舞音量过大', '商铺音响扰民'],
  },
  'city.stalls': { share: 26, known: 0.1, byTown: 0.4, season: [4, 6, 1.5], words: ['占道摆摊', '夜市占用人行道'] },
  'city.lamps': { share: 22, known: 0.05, byTown: 0.2, words: ['路灯不亮', '休闲座椅损坏', '健身器材松动'] },
  'city.drains': { share: 20, known: 0.05, season: [5, 6, 2.2], words: ['下水道堵塞', '井盖破损', '雨后路面积水'] },
  'home.property': { share: 52, known: 0.25, words: ['物业收费不公开', '电梯间无人打扫', '小区停车管理混乱'] },
  'home.lift': { share: 14, known: 0.05, urgent: 0.35, words: ['电梯频繁停运', '电梯困人后未检修'] },
  'home.quality': { share: 18, known: 0.1, season: [5, 6, 1.6], words: ['新房渗水', '外墙脱落', '交房质量问题'] },
  'home.illegal': { share: 22, known: 0.08, byTown: 0.5, words: ['楼顶违章搭建', '占用公共通道搭棚'] },
  'home.deed': { share: 26, known: 0.6, types: 'asking', words: ['不动产证办理进度', '房屋过户需要的材料'] },
  'utility.water': {
    share: 38,
    known: 0.35,
    urgent: 0.2,
    season: [5, 6, 1.6],
    words: ['停水未通知', '水压不足', '水管漏水'],
  },
  'utility.power': {
    share: 34,
    known: 0.4,
    urgent: 0.2,
    season: [5, 6, 1.9],
    words: ['停电时间咨询', '电压不稳', '电线垂落'],
  },
  'utility.gas': { share: 18, known: 0.4, urgent: 0.25, season: [0, 1, 1.8], words: ['燃气开通咨询', '闻到燃气异味'] },
  'traffic.bus': { share: 20, known: 0.35, words: ['公交班次太少', '公交绕行未告知', '站点设置建议'] },
  'traffic.taxi': { share: 18, known: 0.2, words: ['出租车拒载', '未按计价器收费'] },
  'traffic.road': {
    share: 40,
    known: 0.08,
    byTown: 0.35,
    season: [5, 6, 1.6],
    words: ['村道破损', '路面塌陷', '护栏缺失'],
  },
  'traffic.parking': { share: 30, known: 0.2, words: ['车辆违停堵路', '占用消防通道停车'] },
  'school.enrol': {
    share: 26,
    known: 0.7,
    types: 'asking',
    season: [4, 6, 3],
    words: ['入学报名条件', '转学需要的材料'],
  },
  'school.fees': { share: 14, known: 0.15, words: ['培训机构不退费', '课后服务收费疑问'] },
  'school.culture': {
    share: 22,
    known: 0.55,
    types: 'asking',
    season: [3, 6, 2],
    words: ['景区门票优惠', '景区开放时间'],
  },
  'work.wages': { share: 34, known: 0.12, season: [0, 1, 2.6], words: ['拖欠农民工工资', '离职工资未结清'] },
  'work.pension': { share: 34, known: 0.78, types: 'asking', words: ['养老保险缴费', '养老待遇资格认证'] },
  'work.medical': { share: 40, known: 0.78, types: 'asking', words: ['异地就医备案', '居民医保参保', '医保报销比例'] },
  'work.relief': { share: 22, known: 0.45, byTown: 0.5, types: 'asking', words: ['低保申请条件', '临时救助办理'] },
  'trade.food': { share: 24, known: 0.08, season: [4, 6, 1.5], words: ['餐馆卫生差', '买到过期食品'] },
  'trade.price': { share: 44, known: 0.15, words: ['预付卡不退款', '商家价格欺诈', '网购质量纠纷'] },
  'trade.licence': { share: 22, known: 0.8, types: 'asking', words: ['营业执照办理', '证照年报咨询'] },
  'nature.air': { share: 18, known: 0.06, words: ['餐饮油烟扰民', '焚烧秸秆'] },
  'nature.water': { share: 12, known: 0.06, words: ['养殖粪污入河', '溪沟水质发黑'] },
  'nature.river': { share: 14, known: 0.1, season: [5, 6, 2], words: ['河道淤塞', '堤岸垮塌'] },
  'rural.land': { share: 32, known: 0.3, byTown: 0.7, words: ['宅基地审批', '土地流转纠纷', '征地补偿疑问'] },
  'rural.subsidy': { share: 26, known: 0.55, byTown: 0.6, types: 'asking', words: ['种粮补贴发放', '退耕还林补助'] },
  'safety.order': { share: 18, known: 0.2, words: ['夜间聚众喧哗', '被陌生电话骚扰'] },
  'safety.hazard': {
    share: 16,
    known: 0.05,
    urgent: 0.3,
    byTown: 0.4,
    season: [5, 6, 2],
    words: ['山体滑坡隐患', '危房未拆除'],
  },
  'care.hospital': { share: 20, known: 0.3, words: ['就诊排队时间长', '医院收费疑问'] },
  'care.hygiene': {
    share: 46,
    known: 0.82,
    types: 'asking',
    season: [2, 6, 2],
    words: ['疫苗接种地点', '出行防疫政策'],
  },
  'conduct.attitude': { share: 16, known: 0.1, types: 'conduct', words: ['窗口服务态度', '工作人员热心帮助'] },
  'conduct.village': { share: 30, known: 0.12, byTown: 1, words: ['村务公开不及时', '村级公路硬化', '饮水工程未通水'] },
};

/** Of what type a matter is told. */
export const typesOf = {
  usual: { help: 45, complaint: 31, consultation: 13, suggestion: 6, report: 4, other: 1 },
  asking: { consultation: 74, help: 17, complaint: 6, suggestion: 3 },
  conduct: { complaint: 48, praise: 44, suggestion: 8 },
} as const;

/** Who leads, by the first dispatch rules: the child's own department, or that of the category above it. */
const leads = new Map(
  seedCategories.flatMap(({ lead, children }) => children.map((child) => [child.code, child.lead ?? lead] as const)),
);

/** The code of the department for a matter; null where it is the town's. */
export const leadFor = (categoryCode: string): string | null =>
  townMatters.includes(categoryCode) ? null : (leads.get(categoryCode) ?? null);
