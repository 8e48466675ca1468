import type { CheckedReply } from '#ticket/check-reply';
import type { ReplyFlaw } from '#ticket/reply-flaw';

/** An answered message of the file. */
export interface Answered {
  readonly title: string;
  readonly text: string;
  readonly reply: string;
}

/** A reply in which somebody has made one mistake, and the same without it. */
export interface Planted {
  readonly whole: CheckedReply;
  readonly flawed: CheckedReply;
}

/** Before an answer of another department: what clerks write above what they copy. */
const opening = (title: string): string => `您好，您反映的“${title}”收悉，现回复如下：`;
const contact = '联系人：综合科，联系电话：023-77720000。';
const date = '我单位已于3月12日到现场核实。';

const empty = [
  () => '您好，您反映的问题已收悉，我们高度重视，将进一步加强管理。感谢您对我们工作的关心和支持！',
  (title: string) =>
    `${opening(title)}我单位高度重视，立即安排专人调查处理，下一步将加大工作力度，切实维护群众利益。感谢您的理解与支持！`,
  () => '尊敬的市民：您好！您的留言我们已经收到，相关情况正在核实，请您耐心等待。祝您生活愉快！',
];

const clauses = (text: string): string[] => text.split(/(?<=[，。；！？\n])/);
const without = (text: string, isIt: RegExp): string =>
  clauses(text)
    .filter((clause) => !isIt.test(clause))
    .join('');

/** Whatever could be a time or a number to call, so that surely none is left. */
const anyTime =
  /[\d〇一二三四五六七八九十两几]+\s*个?\s*(?:年|月|日|号|天|周|时|点|小时|分钟|工作日|季度)|[今昨明当次每]|周|月|季度|年底|\d[-/.]\d/;
const anyContact = /\d{3}|电话|热线|联系|咨询|拨打|致电|[xX×*]{3}/;

const asked = ({ title, text }: Answered): Pick<CheckedReply, 'title' | 'content' | 'others'> => ({
  title,
  content: text,
  others: [],
});

/**
 * How each flaw is planted into the answer at `index`. What lacks by nature what the flaw takes away is given it first, and
 * an answer that was left with next to nothing is left out.
 */
export const plantings: Readonly<Record<ReplyFlaw, (all: readonly Answered[], index: number) => Planted | null>> = {
  'off-topic': (all, index) => {
    const [own, other] = [at(all, index), at(all, index + 97)];
    return { whole: { ...asked(own), publicText: own.reply }, flawed: { ...asked(own), publicText: other.reply } };
  },
  'empty-phrases': (all, index) => {
    const own = at(all, index);
    const publicText = empty[index % empty.length]?.(own.title) ?? '';
    return { whole: { ...asked(own), publicText: own.reply }, flawed: { ...asked(own), publicText } };
  },
  'no-date': (all, index) => changed(at(all, index), (reply) => reply + date, anyTime),
  'no-contact': (all, index) => changed(at(all, index), (reply) => reply + contact, anyContact),
  copied: (all, index) => {
    const [own, other] = [at(all, index), at(all, index + 311)];
    const others = Array.from({ length: 200 }, (_, before) => ({
      number: String(before),
      publicText: at(all, index + 250 + before).reply,
    }));
    return {
      whole: { ...asked(own), publicText: own.reply, others },
      flawed: { ...asked(own), publicText: opening(own.title) + other.reply, others },
    };
  },
  'personal-data': (all, index) => {
    const own = at(all, index);
    const told = index % 2 === 0 ? '经与诉求人张伟（手机13912345678）联系，' : '诉求人身份证号500102199003074518，';
    return {
      whole: { ...asked(own), publicText: own.reply },
      flawed: { ...asked(own), publicText: told + own.reply },
    };
  },
};

function changed(own: Answered, complete: (reply: string) => string, taken: RegExp): Planted | null {
  const left = without(own.reply, taken);
  if (left.length < 40) return null;
  return {
    whole: { ...asked(own), publicText: complete(own.reply) },
    flawed: { ...asked(own), publicText: left },
  };
}

function at(all: readonly Answered[], index: number): Answered {
  const found = all[index % all.length];
  if (!found) throw new Error('there are no answers');
  return found;
}
