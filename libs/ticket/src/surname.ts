/**
 * The common surnames (百家姓 by how many bear them today). Those that are mostly other words, such as 时, 应, 全 or 都,
 * are left out: their bearers are found by what announces a name.
 */
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田' +
  '任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章' +
  '鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲阳裴席卫屈鲍覃霍翁隋植甘景薄柏宁' +
  '柯阮桂闵柴冉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚廉简娄符奚穆燕郎邸冀姬屠郜晏栾郁蒙喻揭窦宇敖糜鄢冷卓仇艾巩仲虞卞封竺冼楚佟' +
  '栗匡宗巫鞠桑荆谌银扬麦涂蔺伏岑习胥付闫邝佘麻蒲帅覃粟羊桃罕';

const double =
  '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|宇文|端木|呼延|轩辕|东方|南宫|闻人|澹台|濮阳|申屠|太史|赫连|钟离|鲜于';

export const surname = `(?:${double}|[${single}])`;
