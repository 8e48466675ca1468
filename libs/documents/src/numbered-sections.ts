import type { DocumentBlock } from './official-document';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Sections with their headings numbered 一、二、…; those that say nothing are left out. Ten at most. */
export const numberedSections = (sections: readonly (readonly [heading: string, text: string])[]): DocumentBlock[] =>
  sections
    .filter(([, text]) => text.trim() !== '')
    .flatMap(([heading, text], index): DocumentBlock[] => [
      { kind: 'heading', text: `${numerals[index] ?? ''}、${heading}` },
      { kind: 'paragraph', text },
    ]);
