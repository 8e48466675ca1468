import { filledText, openIn } from './filled-text';
import { redactIdentity } from './redact-identity';
import type { Ticket } from './ticket';

export const replyMaxCharacters = 20_000;

/** 占位词: what one text for many citizens may leave open, by the word that stands in it. */
export const replyPlaceholders = ['工单编号', '标题', '承办单位', '日期'] as const;
export type ReplyPlaceholder = (typeof replyPlaceholders)[number];
export type ReplyValues = Readonly<Record<ReplyPlaceholder, string>>;
/** What a template may leave open besides, for whoever answers to fill in. */
export const templatePlaceholders = [...replyPlaceholders, '联系方式', '办结日期'] as const;

interface AnsweredBy {
  readonly department: string;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** What a ticket and its department fill in. Citizens write their names and numbers into titles: those stay out. */
export function replyValuesOf({ number, title }: Pick<Ticket, 'number' | 'title'>, by: AnsweredBy): ReplyValues {
  const [year, month, day] = by.on.split('-').map(Number);
  return {
    工单编号: number,
    标题: redactIdentity(title),
    承办单位: by.department,
    日期: `${year}年${month}月${day}日`,
  };
}

/** What is wrong with a text that is to be filled, in a clerk's words; null when nothing stays open. */
export function replyTextFault(text: string, known: readonly string[] = replyPlaceholders): string | null {
  const unknown = openIn(text).find((name) => !known.includes(name));
  return unknown === undefined ? null : `没有占位词 {${unknown}}，可用 ${placeholderWords(known)}`;
}

export const placeholderWords = (names: readonly string[]): string => names.map((name) => `{${name}}`).join('、');

/** The text for one citizen; a word that is no placeholder stays as it stands. */
export const replyText = (text: string, values: ReplyValues): string =>
  filledText(text, (name) => valueOf(values, name) ?? `{${name}}`);

/** A template as it is offered: what only whoever answers knows stays to be seen as a blank. */
export const offeredText = (text: string, values: ReplyValues): string =>
  filledText(text, (name) => valueOf(values, name) ?? `【${name}】`);

const valueOf = (values: ReplyValues, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name as ReplyPlaceholder] : undefined;
