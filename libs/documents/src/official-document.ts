/** One part of a document's text, from the top to the bottom. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** Lines of the text become paragraphs of their own. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | FormBlock;

/** A form: rows of labels, each with what is said beside it. Rows with a height are left whole. */
export interface FormBlock {
  readonly kind: 'form';
  readonly rows: readonly FormRow[];
}

export interface FormRow {
  /** One, or two side by side. */
  readonly pairs: readonly (readonly [label: string, text: string])[];
  /** At least so high, for what is written by hand. */
  readonly heightMm?: number;
}

export interface DocumentColumn {
  readonly label: string;
  /** How much of the width it takes, beside the others. */
  readonly share: number;
}

/** What an office document says, whatever it is written as. Paper and type follow GB/T 9704-2012 (党政机关公文格式). */
export interface OfficialDocument {
  /** The red head, such as 要情快报; documents without one are the house's own papers. */
  readonly redHead: string | null;
  /** Null while it has none: then it says that it is a draft. */
  readonly number: string | null;
  readonly signedBy: string | null;
  readonly title: string;
  /** 主送; empty where nobody is addressed. */
  readonly addressees: readonly string[];
  /** 抄送 */
  readonly copiesTo: readonly string[];
  readonly blocks: readonly DocumentBlock[];
  /** Who issues it, at the end beside the date. */
  readonly office: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly landscape?: true;
  /** Stands small at the foot of each page, such as who printed it. */
  readonly mark?: string;
}

/** Of the width of a form: a label, and what is said beside one of two; one alone takes what is left. */
export const formShares = { label: 15, text: 35 } as const;

/** Whether a form is for writing by hand, and so is not to be torn apart. */
export const isToWriteIn = ({ rows }: FormBlock): boolean => rows.every(({ heightMm }) => heightMm !== undefined);

/** 2026年10月8日 */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What stands where the number will be. */
export const draftNumber = '（草稿，未签发）';

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
