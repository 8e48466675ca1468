import type { IdentityPattern } from './identity-patterns';
import { anyDigit as d, digit, sameDigits } from './written-digits';

/** What the ticket's own citizen gave of themselves; null where nothing. */
export interface KnownCitizen {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** What else leads to them, such as the tracking code they were given. */
  readonly codes?: readonly string[];
}

/** The citizen's own name, number and house, wherever and however they are written. */
export const knownPatterns = ({ name, phone, address, codes = [] }: KnownCitizen): IdentityPattern[] => [
  ...phonesOf(phone).map((pattern) => ({ kind: 'phone' as const, pattern })),
  ...addressesOf(address).map((pattern) => ({ kind: 'address' as const, pattern })),
  ...namesOf(name).map((pattern) => ({ kind: 'name' as const, pattern })),
  ...codes.filter(({ length }) => length >= 6).map((code) => ({ kind: 'number' as const, pattern: escaped(code) })),
];

/** What agents write where a name belongs and nobody gave one. */
const nobody =
  /^(?:匿名|无名|不详|未知|未提供|不愿透露|保密|群众|市民|居民|村民|业主|网友|住户|诉求人|来电人|投诉人|举报人|反映人)+$/;
const titles = /(?:先生|女士|小姐|太太|同志|师傅|老师|阿姨|大爷|大妈)+$/;

/** A surname alone is no name: 张 stands in many words, and 张先生 is found by its title. */
function namesOf(name: string | null): string[] {
  const plain = (name ?? '').replace(/[\s·•・.]/g, '').replace(titles, '');
  if ([...plain].length < 2 || nobody.test(plain)) return [];
  const written = [...plain].map(escaped).join('[\\s·•・.]{0,2}');
  return [/^[a-z]+$/i.test(plain) ? `(?<![A-Za-z])${written}(?![A-Za-z])` : written];
}

/** Fewer than seven digits are everybody's number. */
function phonesOf(phone: string | null): string[] {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 7 ? [] : [sameDigits(digits)];
}

const unit = '(?:号楼|号院|单元|[栋幢座门楼层号室房户组#—－-])';
const house = new RegExp(`\\d{1,5}(?:${unit}\\s?)?(?:\\d{1,5}(?:${unit}\\s?)?){0,5}`, 'g');

/** The address as it was given, and its house wherever else it is named. One without a house is a place of many. */
function addressesOf(address: string | null): string[] {
  const given = (address ?? '').replace(/\s/g, '');
  const houses = [...given.matchAll(house)].map(({ 0: written, index }) => ({
    written,
    before: given.slice(0, index),
  }));
  if (houses.length === 0) return [];
  const whole = [...given].map((each) => (/\d/.test(each) ? digit(Number(each)) : escaped(each))).join('\\s?');
  return [whole, ...houses.flatMap(houseOf)];
}

/** 3栋2单元501室 is also 三栋501; a single number is this house only behind the words that stand before it. */
function houseOf({ written, before }: { written: string; before: string }): string[] {
  const numbers = written.match(/\d+/g) ?? [];
  const [first, ...others] = numbers.map((number) => [...number].map((each) => digit(Number(each))).join(''));
  const last = others.pop();
  if (first && last) {
    const between = others.map((each) => `(?:${each}${unit}?\\s?)?`).join('');
    return [`(?<!${d})${first}\\s?${unit}\\s?${between}${last}(?!${d})[室房号户]?`];
  }
  const place = /[\u3400-\u9fff]{2}$/.exec(before)?.[0];
  return first && place ? [`(?<=${place}\\s?)${first}(?!${d})${unit}?`] : [];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
