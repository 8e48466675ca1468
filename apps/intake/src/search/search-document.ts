import type { Sql } from '#store/sql';
import { keptTerms, termsOf } from '#platform/look-alikes/terms';
import { classMarks, type Class } from './class-marks';
import { gramsOf, normalised } from '#platform/search-grams';

interface Text extends Class {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly content: string;
  readonly address: string | null;
}

/**
 * What search keeps of a ticket: its grams and the marks of its class, by which the index finds it, its words as they are
 * compared, and the terms by which its look-alikes find it.
 */
const documentOf = ({ id, version, title, content, address, ...itsClass }: Text) => {
  const text = `${title}\n${content}`;
  return {
    ticket_id: id,
    version,
    grams: [...gramsOf(text), ...classMarks(itsClass)],
    words: normalised(text),
    terms: termsOf({ title, content, address }, keptTerms),
  };
};

/** Keeps these tickets of one month as they stand, those it knows in a newer version aside. */
export async function writeDocuments(sql: Sql, texts: readonly Text[]): Promise<void> {
  await keepDocuments(sql, documentsOf(texts));
}

/** What is kept of these tickets, as JSON. */
export const documentsOf = (texts: readonly Text[]): string => JSON.stringify(texts.map(documentOf));

/** Keeps what was made before: making it takes time in which a transaction need not be open. */
export async function keepDocuments(sql: Sql, documents: string): Promise<void> {
  await sql.query(
    `INSERT INTO intake.search_document AS known (ticket_id, version, grams, words, terms)
     SELECT ticket_id, version, grams, words, terms FROM json_populate_recordset(null::intake.search_document, $1) ORDER BY ticket_id
     ON CONFLICT (ticket_id) DO UPDATE SET version = EXCLUDED.version, grams = EXCLUDED.grams, words = EXCLUDED.words,
       terms = EXCLUDED.terms
     WHERE known.version < EXCLUDED.version`,
    [documents],
  );
}
