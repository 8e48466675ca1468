import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Noto Serif SC (OFL): all of GB 18030's common characters and the rare ones of place names, embedded as far as used. */
export const fontFiles = {
  normal: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
} as const;

let font: Font | undefined;
const opened = (): Font => (font ??= create(readFileSync(fontFiles.normal)) as Font);

/** The characters of a text that a document would show as an empty box. */
export const unprintableIn = (text: string): string[] => [
  ...new Set([...text].filter((character) => !/\s/u.test(character) && !isPrintable(character))),
];

const isPrintable = (character: string): boolean => opened().hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** 〓, which printers set for a type that they do not have. */
const missingType = '〓';

/** A text with what nobody could read on paper marked as missing. */
export const printable = (text: string): string => {
  const missing = unprintableIn(text);
  return missing.length === 0 ? text : [...text].map((each) => (missing.includes(each) ? missingType : each)).join('');
};
