import type { Random } from '#platform/random';

/** Characters of which names of streets, estates and shops are usually made. */
const characters = Array.from(
  '金银江河湖海山川林松柏竹梅兰菊桂荷莲云霞虹雨雪霜露星辰月阳光明辉华荣昌盛兴隆泰安康宁和平福禄寿喜庆祥瑞吉锦绣翠碧青蓝紫丹朱赤凤凰龙麟鹤鹿骏鸿雁鹏燕莺鹭溪泉潭洲渡桥塔亭阁楼台轩苑庭园圃坊陵岭峰峦谷坪坝湾港滩岸堤',
);

/** Kinds of places, each with how it is called at the end, and the word before what happens there. */
const kinds = {
  street: { endings: ['路', '街', '大道', '巷', '北路', '南路', '东街', '西街'], share: 34 },
  estate: { endings: ['小区', '花园', '家园', '苑', '公寓', '名邸', '新村', '广场', '华府', '里'], share: 38 },
  village: { endings: ['村', '村三组', '社区', '村民小组', '集镇'], share: 14 },
  shop: {
    endings: ['餐馆', '超市', '健身房', '烧烤店', '幼儿园', '汽修厂', '洗浴中心', '培训学校', '药房'],
    share: 14,
  },
} as const;
type Kind = keyof typeof kinds;
const shares = Object.fromEntries(Object.entries(kinds).map(([kind, { share }]) => [kind, share])) as Record<
  Kind,
  number
>;

/** How many places of one kind are spoken of at all. */
const placesEach = 6_000;

/** One of `count`, the first ones far oftener than the last: words and names are used like that (Zipf). */
export const commonOf = (random: Random, count: number): number =>
  Math.min(count - 1, Math.floor((count + 1) ** random.next()) - 1);

export const commonPick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[commonOf(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** The name of the `index`-th place of a kind: two or three characters that no other has together, and an ending. */
function nameOf(kind: Kind, index: number): string {
  const { endings } = kinds[kind];
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const character = (step: number) =>
    characters[Math.floor(mixed / characters.length ** step) % characters.length] ?? '';
  const third = index % 3 === 0 ? character(2) : '';
  return `${character(0)}${character(1)}${third}${endings[index % endings.length] ?? ''}`;
}

/** A place, some of which are spoken of often and most hardly ever. */
export function inventPlace(random: Random): string {
  const kind = random.weighted(shares);
  return nameOf(kind, commonOf(random, placesEach));
}

/** Where exactly. */
export function inventSpot(random: Random): string {
  const house = `${1 + random.below(400)}号`;
  const more = [
    '',
    `${1 + random.below(30)}栋`,
    `${1 + random.below(30)}栋${1 + random.below(6)}单元`,
    '对面',
    '门口',
    '后巷',
  ];
  return house + random.pick(more);
}
