/**
 * The directory a new system begins with: an invented district of ordinary size. It is data from the first day;
 * an administrator renames, adds and ends what differs.
 */
export interface SeedDepartment {
  code: string;
  name: string;
  group: 'town' | 'bureau' | 'enterprise';
  parent?: string;
}

export const seedDepartments: readonly SeedDepartment[] = [
  { code: 'urban', name: '城市管理局', group: 'bureau' },
  { code: 'housing', name: '住房和城乡建设委员会', group: 'bureau' },
  { code: 'transport', name: '交通局', group: 'bureau' },
  { code: 'police', name: '公安局', group: 'bureau' },
  { code: 'traffic-police', name: '公安局交通巡逻警察支队', group: 'bureau', parent: 'police' },
  { code: 'education', name: '教育委员会', group: 'bureau' },
  { code: 'health', name: '卫生健康委员会', group: 'bureau' },
  { code: 'labour', name: '人力资源和社会保障局', group: 'bureau' },
  { code: 'medical-insurance', name: '医疗保障局', group: 'bureau' },
  { code: 'civil-affairs', name: '民政局', group: 'bureau' },
  { code: 'market', name: '市场监督管理局', group: 'bureau' },
  { code: 'environment', name: '生态环境局', group: 'bureau' },
  { code: 'water-bureau', name: '水利局', group: 'bureau' },
  { code: 'agriculture', name: '农业农村委员会', group: 'bureau' },
  { code: 'planning', name: '规划和自然资源局', group: 'bureau' },
  { code: 'culture', name: '文化和旅游发展委员会', group: 'bureau' },
  { code: 'emergency', name: '应急管理局', group: 'bureau' },
  { code: 'service-centre', name: '政务服务管理办公室', group: 'bureau' },
  { code: 'water', name: '自来水公司', group: 'enterprise' },
  { code: 'power', name: '供电分公司', group: 'enterprise' },
  { code: 'gas', name: '燃气公司', group: 'enterprise' },
  { code: 'bus', name: '公共交通公司', group: 'enterprise' },
  { code: 'town-east', name: '东城街道办事处', group: 'town' },
  { code: 'town-west', name: '西城街道办事处', group: 'town' },
  { code: 'town-north', name: '北山镇人民政府', group: 'town' },
  { code: 'town-south', name: '南湖镇人民政府', group: 'town' },
  { code: 'town-river', name: '临江镇人民政府', group: 'town' },
  { code: 'town-valley', name: '青谷乡人民政府', group: 'town' },
];

export interface SeedPlace {
  code: string;
  name: string;
  parent?: string;
}

export const seedAreas: readonly SeedPlace[] = [
  { code: 'district', name: '全区' },
  ...['东城街道', '西城街道', '北山镇', '南湖镇', '临江镇', '青谷乡'].map((name, index) => ({
    code: ['east', 'west', 'north', 'south', 'river', 'valley'][index] ?? '',
    name,
    parent: 'district',
  })),
  { code: 'east-1', name: '东城街道滨河社区', parent: 'east' },
  { code: 'east-2', name: '东城街道文庙社区', parent: 'east' },
  { code: 'west-1', name: '西城街道车站社区', parent: 'west' },
  { code: 'north-1', name: '北山镇松林村', parent: 'north' },
  { code: 'south-1', name: '南湖镇莲塘村', parent: 'south' },
  { code: 'river-1', name: '临江镇渡口社区', parent: 'river' },
  { code: 'valley-1', name: '青谷乡石桥村', parent: 'valley' },
];

/** Two levels; `lead` is the department that the first dispatch rules send it to. */
export interface SeedCategory {
  code: string;
  name: string;
  lead: string;
  children: readonly { code: string; name: string; lead?: string }[];
}

export const seedCategories: readonly SeedCategory[] = [
  {
    code: 'city',
    name: '市容市政',
    lead: 'urban',
    children: [
      { code: 'city.waste', name: '垃圾清运' },
      { code: 'city.noise', name: '施工与生活噪声', lead: 'environment' },
      { code: 'city.stalls', name: '占道经营' },
      { code: 'city.lamps', name: '路灯与公共设施' },
      { code: 'city.drains', name: '下水道与井盖' },
    ],
  },
  {
    code: 'home',
    name: '住房物业',
    lead: 'housing',
    children: [
      { code: 'home.property', name: '物业服务' },
      { code: 'home.lift', name: '电梯故障', lead: 'market' },
      { code: 'home.quality', name: '房屋质量' },
      { code: 'home.illegal', name: '违章搭建', lead: 'planning' },
      { code: 'home.deed', name: '不动产登记', lead: 'planning' },
    ],
  },
  {
    code: 'utility',
    name: '水电气',
    lead: 'housing',
    children: [
      { code: 'utility.water', name: '供水', lead: 'water' },
      { code: 'utility.power', name: '供电', lead: 'power' },
      { code: 'utility.gas', name: '供气', lead: 'gas' },
    ],
  },
  {
    code: 'traffic',
    name: '交通出行',
    lead: 'transport',
    children: [
      { code: 'traffic.bus', name: '公交线路', lead: 'bus' },
      { code: 'traffic.taxi', name: '出租车与网约车' },
      { code: 'traffic.road', name: '道路养护' },
      { code: 'traffic.parking', name: '停车与违停', lead: 'traffic-police' },
    ],
  },
  {
    code: 'school',
    name: '教育文化',
    lead: 'education',
    children: [
      { code: 'school.enrol', name: '入学招生' },
      { code: 'school.fees', name: '收费与培训机构' },
      { code: 'school.culture', name: '文体旅游', lead: 'culture' },
    ],
  },
  {
    code: 'work',
    name: '劳动和社会保障',
    lead: 'labour',
    children: [
      { code: 'work.wages', name: '拖欠工资' },
      { code: 'work.pension', name: '养老保险' },
      { code: 'work.medical', name: '医疗保险', lead: 'medical-insurance' },
      { code: 'work.relief', name: '救助与低保', lead: 'civil-affairs' },
    ],
  },
  {
    code: 'trade',
    name: '市场监管',
    lead: 'market',
    children: [
      { code: 'trade.food', name: '食品安全' },
      { code: 'trade.price', name: '价格与消费纠纷' },
      { code: 'trade.licence', name: '证照办理', lead: 'service-centre' },
    ],
  },
  {
    code: 'nature',
    name: '生态环境',
    lead: 'environment',
    children: [
      { code: 'nature.air', name: '油烟与废气' },
      { code: 'nature.water', name: '水体污染' },
      { code: 'nature.river', name: '河道与水利', lead: 'water-bureau' },
    ],
  },
  {
    code: 'rural',
    name: '农业农村',
    lead: 'agriculture',
    children: [
      { code: 'rural.land', name: '土地与宅基地' },
      { code: 'rural.subsidy', name: '惠农补贴' },
    ],
  },
  {
    code: 'safety',
    name: '治安与应急',
    lead: 'police',
    children: [
      { code: 'safety.order', name: '治安秩序' },
      { code: 'safety.hazard', name: '安全隐患', lead: 'emergency' },
    ],
  },
  {
    code: 'care',
    name: '卫生健康',
    lead: 'health',
    children: [
      { code: 'care.hospital', name: '医疗服务' },
      { code: 'care.hygiene', name: '公共卫生' },
    ],
  },
  {
    code: 'conduct',
    name: '政务作风',
    lead: 'service-centre',
    children: [
      { code: 'conduct.attitude', name: '服务态度' },
      { code: 'conduct.village', name: '村社事务' },
    ],
  },
];

/** Matters that the town of the place handles, not a department. */
export const townMatters: readonly string[] = ['conduct.village'];
export const townOfArea: Readonly<Record<string, string>> = {
  east: 'town-east',
  west: 'town-west',
  north: 'town-north',
  south: 'town-south',
  river: 'town-river',
  valley: 'town-valley',
};

/** 兜底承办单位: what nobody else is named for; never nobody. */
export const fallbackOwner = 'service-centre';
