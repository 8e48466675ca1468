/** What is said in letters to a hotline and in answers to them whatever they are about. A pair of characters of these says nothing of the matter. */
const phrases = `
您好 你好 网友 市民 群众 居民 业主 同志 先生 女士 来电 来信 来访 留言 反映 诉求 投诉 举报 咨询 建议 问题 情况 事项 收悉 已收 收到 回复 答复
如下 现将 有关 相关 关于 针对 对于 由于 因为 所以 但是 目前 现在 近期 今后 以后 同时 首先 其次 另外 此外 我们 我局 我市 我区 我县 我街道 我镇 我办
你们 他们 单位 部门 政府 街道 社区 办事处 工作人员 负责人 领导 高度重视 第一时间 立即 及时 安排 组织 派员 派出 前往 现场 调查 核实 了解 查看 处理
办理 解决 落实 督促 要求 责令 整改 加强 进一步 加大力度 管理 监督 巡查 日常 工作 进行 开展 做好 确保 保证 按照 根据 依据 规定 法律 法规 条例 办法
文件 政策 标准 程序 流程 申请 审批 手续 时间 期间 一直 已经 正在 将会 可以 能够 不能 没有 需要 必须 应当 希望 请您 请问 谢谢 感谢 支持 理解 关心
信任 关注 配合 给您 带来 不便 敬请 谅解 祝您 生活愉快 工作顺利 身体健康 如有 疑问 联系 电话 拨打 致电 热线 平台 网站 栏目 书记 市长 区长
您的 您所 的问题 的情况 本人 我是 我家 严重 影响 非常 很多 多次 一个 这个 那个 这些 什么 怎么 为什么 是否 如何 尊敬 能否 年月 月日 万元 公司 项目
建设 小区 进行了 经调查 经查 经核实 一是 二是 三是 四是 其他 等等 以及 或者 并且 不得 属于 存在 造成 发现 通过 采取 措施 计划 实施 完成 使用 提供
人员 方面 部分 全部 所有 具体 实际 情形 原因 结果 以上 以下 今年 去年 明年 年度 全市 全区 全县 本市 国家 省市 各级 第一 第二 第三 一定 不断 积极
主动 认真 严格 依法 依规 专人 下一步 切实 维护 权益 利益 耐心 等待 我单位 现回复 转交 交办 跟踪 跟进 持续 努力 提升 服务 水平 满意 细致 稳妥 妥善 全力 尽快
予以 给予 答疑 协调 沟通 协商 推进 推动 研究 讨论 部署 会议 统筹 力争 早日 意见 宝贵 欢迎 一如既往 您反映的 对此 深表 歉意 特此`
  .split(/\s/)
  .filter((phrase) => phrase !== '');

const anyPhrase = new RegExp(phrases.toSorted((one, other) => other.length - one.length).join('|'), 'g');

/** What is left of a text without the phrases that stand in any, in pieces. */
export const withoutPhrases = (text: string): string[] =>
  text.replace(anyPhrase, ' ').split(/[^\p{Script=Han}\p{L}\p{N}]+/u);

/** Characters that join words; a pair with one of them stands across two words. */
const joining = new Set(
  '的了是在和与及对将把被由向为不就也都而且并或等个这那有我你您他之其于以中上下至从到该已但如若给让使得着过地吗呢吧啊',
);

const genericPairs = new Set(phrases.flatMap((phrase) => pairsOf(phrase)));

/** Whether a pair of characters says nothing of a matter. */
export const isGeneric = (pair: string): boolean =>
  genericPairs.has(pair) || [...pair].some((character) => joining.has(character)) || /^\d+$/.test(pair);

/** Each two characters that stand beside one another, punctuation and space aside. */
export function pairsOf(text: string): string[] {
  const characters = text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(characters.length - 1, 0) }, (_, at) => characters.slice(at, at + 2));
}
