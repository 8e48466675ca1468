import { inCommon, isAlike } from './alike-texts';
import { foundInWords, identityFound } from './identity-found';
import { isGeneric, pairsOf, withoutPhrases } from './generic-phrases';
import { redactIdentity } from './redact-identity';
import type { ReplyFlaw } from './reply-flaw';

/** A reply as the citizen will read it, with what it answers. */
export interface CheckedReply {
  readonly title: string;
  readonly content: string;
  readonly publicText: string;
  /** What the same department answered to others, each by the number of its ticket. */
  readonly others: readonly { readonly number: string; readonly publicText: string }[];
}

/** A flaw, and what about the reply shows it, in a reviewer's words. */
export interface ReplyFinding {
  readonly flaw: ReplyFlaw;
  readonly reason: string;
}

/** How much of what a letter and its answer speak of both speak of, as the cosine of their pairs: below it, of other things. */
const leastInCommon = 0.041;
/** An answer that brings fewer pairs of its own than this has told nothing that the citizen did not know. */
const leastOfItsOwn = 12;

type Look = (reply: CheckedReply) => string | null;

/** What is looked at, in the order in which it is told. */
const looks: Readonly<Record<ReplyFlaw, Look>> = {
  'off-topic': ({ title, content, publicText }) => {
    const [asked, answered] = [mattersOf(`${title} ${content}`), mattersOf(publicText)];
    const common = inCommon(asked, answered) / Math.sqrt(asked.size * answered.size || 1);
    return asked.size > 0 && common < leastInCommon ? '答复内容与诉求说的不是一件事，请对照诉求逐项答复' : null;
  },
  'empty-phrases': ({ title, content, publicText }) => {
    const known = mattersOf(`${title} ${content}`);
    const own = new Set(
      withoutPhrases(publicText)
        .flatMap((piece) => [...mattersOf(piece)])
        .filter((pair) => !known.has(pair)),
    );
    return own.size < leastOfItsOwn ? '只有套话，没有说查到了什么、做了什么' : null;
  },
  'no-date': ({ publicText }) => (saysWhen.test(publicText) ? null : '没有写明何时办理、何时办结'),
  'no-contact': ({ publicText }) => (saysWhom.test(publicText) ? null : '没有留下联系人或联系电话'),
  copied: ({ publicText, others }) => {
    const pairs = new Set(pairsOf(publicText));
    const copied = others.find((other) => isAlike(pairs, new Set(pairsOf(other.publicText))));
    return copied ? `与工单${copied.number}的答复几乎相同` : null;
  },
  'personal-data': ({ publicText }) => {
    const found = identityFound(publicText, redactIdentity(publicText), told);
    const mobiles = publicText.match(mobileNumbers)?.length ?? 0;
    const all = mobiles > 0 ? [...found, ['手机号', mobiles] as const] : found;
    return all.length > 0 ? `含有${foundInWords(all)}，他人也可能看到` : null;
  },
};

/** What a reviewer would say of a reply. Nothing of it is certain, so it keeps nobody from submitting. */
export const checkReply = (reply: CheckedReply): ReplyFinding[] =>
  (Object.keys(looks) as ReplyFlaw[]).flatMap((flaw) => {
    const reason = looks[flaw](reply);
    return reason === null ? [] : [{ flaw, reason }];
  });

const mattersOf = (text: string): Set<string> => new Set(pairsOf(text).filter((pair) => !isGeneric(pair)));

/** A department gives its own number, and those of documents. */
const told = ['phone', 'number'] as const;
/** A department's number is seldom one of these, which are somebody's. */
const mobileNumbers = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;

/** A day, a month, an hour or a term; `目前` and `近期` are none. */
const saysWhen =
  /\d\s*[月日号时点]|\d{4}\s*年|\d{4}[-/.]\d|[一二三四五六七八九十][月日]|[\d一二三四五六七八九十两几]个?(?:工作日|小时|分钟|天|周|个月|月内|年内)|(?:今|当|次|昨|明)[日天]|[本下]周|[本下上]月|月底|年底|年内|季度/;

/** Somebody to turn to: a number of any kind, or who it is. */
const saysWhom = /\d{3,4}[-—－ ]?[\d*xX×]{3,8}|联系人|联系电话|咨询电话|服务电话|办公电话|监督电话|电\s*话\s*[:：为是]/;
