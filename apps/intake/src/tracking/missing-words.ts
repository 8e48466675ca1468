import type { Element } from '#ticket/element';

/** What a citizen is asked for when it is missing. */
export const missingWords: Readonly<Record<Element, string>> = {
  who: '怎么称呼您、怎么联系您（也可以选择匿名）',
  when: '事情是什么时候发生的',
  where: '事情发生在哪里',
  cause: '事情的起因',
  course: '事情的经过和您的要求',
};

/** The same in as few signs as a message has. */
export const missingInShort: Readonly<Record<Element, string>> = {
  who: '您的称呼',
  when: '时间',
  where: '地点',
  cause: '起因',
  course: '经过和要求',
};
