import { filledText, openIn } from './filled-text';
import { messageKindRow, type MessageKind } from './message-kind';
import {
  messagePlaceholders,
  placeholderNames,
  type MessagePlaceholder,
  type PlaceholderValues,
} from './message-placeholder';

/** More would be more than five short messages. */
export const messageMaxCharacters = 300;
/** What one short message holds of Chinese text, and each part of a longer one. */
const [singleSegment, partSegment] = [70, 67];

/** How many short messages a text is sent as. */
export const segmentsOf = (text: string): number =>
  text.length <= singleSegment ? Math.min(1, text.length) : Math.ceil(text.length / partSegment);

/** What is wrong with a template, in a clerk's words; null when it can be used. */
export function templateFault(kind: MessageKind, template: string): string | null {
  if (template.trim() === '') return '短信内容不能为空';
  return bracketFault(template) ?? placeholderFault(kind, template) ?? lengthFault(template);
}

/**
 * The template with its placeholders filled. An optional part ［…］ in which one has nothing to say is left out; null when
 * one outside of such a part has nothing to say.
 */
export function messageText(template: string, values: PlaceholderValues): string | null {
  const shortened = template.replace(/［([^［］]*)］/g, (_, part: string) => filled(part, values) ?? '');
  return filled(shortened, values);
}

/** The template with every placeholder filled by its sample. */
export const samplePlaceholders = Object.fromEntries(
  placeholderNames.map((name) => [name, messagePlaceholders[name].sample]),
) as PlaceholderValues;

/** What is said nowhere else is not said: the values for which a template asks. */
export const placeholdersIn = (template: string): MessagePlaceholder[] =>
  placeholderNames.filter((name) => template.includes(`{${name}}`));

/** What a kind's wording may leave open. */
export const placeholdersOf = (kind: MessageKind): MessagePlaceholder[] =>
  placeholderNames.filter((name) => messagePlaceholders[name].common || messageKindRow(kind).may.includes(name));

function filled(text: string, values: PlaceholderValues): string | null {
  const valueOf = (name: string): string | null => values[name as MessagePlaceholder];
  if (openIn(text).some((name) => valueOf(name) === null)) return null;
  return filledText(text, (name) => valueOf(name) ?? '');
}

function bracketFault(template: string): string | null {
  const plain = filledText(template, () => '').replace(/［[^［］]*］/g, '');
  if (/[{}]/.test(plain)) return '花括号 { } 须成对，占位词不能套用';
  return /[［］]/.test(plain) ? '可省略部分的括号 ［ ］ 须成对，不能套用' : null;
}

function placeholderFault(kind: MessageKind, template: string): string | null {
  const known = placeholdersOf(kind) as readonly string[];
  const unknown = openIn(template).find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const isElsewhere = (placeholderNames as readonly string[]).includes(unknown);
  return isElsewhere ? `此类短信不能用占位词 {${unknown}}` : `没有占位词 {${unknown}}`;
}

function lengthFault(template: string): string | null {
  const { length } = messageText(template, samplePlaceholders) ?? template;
  return length > messageMaxCharacters ? `短信不能超过${messageMaxCharacters}个字，现约${length}个字` : null;
}
