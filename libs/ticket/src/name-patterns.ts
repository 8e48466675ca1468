import { surname } from './surname';

/** A character of a given name: none that is nearly always a word of its own. */
const given = '(?![的了是在我你您他她它们这那哪不没都就还吗呢吧啊被把])[\\u3400-\\u9fff]';
/** The same where nothing but an announcement says that it is a name. */
const plainGiven = `(?!电话|手机|身份|联系|住址|邮箱|[说要称让从到等及与和或将已曾因系住家于以为])${given}`;
const fullName = `${surname}${plainGiven}(?:${plainGiven})?`;
/** 阿依古丽·买买提, and a name somebody has begun to hide: 张某某, 李**. */
const otherName = `[\\u3400-\\u9fff]{2,8}[·•・][\\u3400-\\u9fff]{2,8}|${surname}(?:[某*＊×xX○]{1,3}${given}?|${given}[某*＊×xX]{1,2})`;
const anyName = `(?:${otherName}|${fullName})`;

/** How somebody is called after the name. */
const titles =
  '先生|女士|小姐|太太|夫人|同志|师傅|老师|阿姨|大爷|大妈|大叔|大伯|大婶|大娘|大嫂|大哥|大姐|叔叔|伯伯|爷爷|奶奶|婆婆|爹爹|娭毑|老汉|老太|嫂子|姑娘|某某|某';

/** Who is announced by what they are in the matter. */
const parties =
  '(?:申请|投诉|举报|反映|求助|报告|来信|来访|来电|信访|上访|写信|发帖|请求|呈报|陈述|诉求|检举|控告|咨询|留言|委托|代理|实名|联系|经办|当事|报修|报案)人';
const kin =
  '(?:父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|爱人|儿子|女儿|孩子|小孩|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|岳父|岳母|公公|婆婆|儿媳|女婿|孙子|孙女|侄子|侄女|舅舅|姑姑|叔叔)';
const crowd =
  '(?:村民|居民|业主|公民|市民|农民|职工|员工|教师|家长|学生|群众|代表|户主|车主|房主|患者|死者|残疾人|老党员)';

const colon = '\\s{0,2}[:：]\\s{0,3}';
/** A name is over here: what would be read on otherwise is another word. */
const ends = `(?=\\s|$|[,，、。；;：:！!？?（(）)〔"”」《\\-—]|[0-9０-９]|男|女|的|电话|手机|联系|身份证|住址|家住|系|现|呈|敬上)`;
/** Places, offices and trades end so, and names hardly ever. */
const noPlace = '(?<![村区县镇乡街巷局所站处科室厅院校厂部队委办店司员工人])';

/** Names, as they are announced or called. In the order in which they are tried at a place. */
export const namePatterns: readonly string[] = [
  `(?<=(?:我叫|名叫|姓名|名字)(?:叫|是|为)?(?:${colon})?)${anyName}`,
  `(?<=(?:${parties}|户主|车主|房主|业主|收件人|法人|法定代表人|负责人|责任人|签名|署名|落款)(?:姓名|名字)?(?:叫|是|为)?${colon})${anyName}`,
  `(?<=(?:我姓|免贵姓|姓氏${colon}))${surname}`,
  `(?<=(?:我是|本人是?|这里是|${parties}|${crowd}|${kin}(?:名?叫|是)?|敬礼[！!。\\s]{0,4}))${anyName}${noPlace}${ends}`,
  `${anyName}${noPlace}(?=[,，、\\s（(]{0,2}(?:[男女][,，、。；;\\s）)]|身份证|公民身份))`,
  `${surname}(?:${given}){0,2}(?:${titles})`,
];
