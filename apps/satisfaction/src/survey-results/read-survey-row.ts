import type { z } from 'zod';
import { date } from '#http-api/fields';
import { inputFault } from '#http-api/input-fault';
import { ratingInput } from '#http-api/rating-shapes';
import { contactedAnswers, satisfactions, solvedAnswers } from '#ticket/rating';
import { asCopied, isTicketNumber, wrongNumber } from '#ticket/ticket-number';
import type { HeadedRow, TableColumn } from '#platform/tables/headed-rows';

type Labels = Readonly<Record<string, { readonly label: string }>>;

/** The columns of a survey company's results, and by what labels or codes the answers stand in them. */
const columns = {
  number: { header: '工单编号', required: true },
  surveyedOn: { header: '调查日期', required: true },
  contacted: { header: '是否联系', required: true, answers: contactedAnswers },
  solved: { header: '是否解决', required: true, answers: solvedAnswers },
  result: { header: '满意度', required: true, answers: satisfactions },
  attitude: { header: '态度满意度', required: false, answers: satisfactions },
  speed: { header: '速度满意度', required: false, answers: satisfactions },
  comment: { header: '意见', required: false },
} as const satisfies Record<string, { header: string; required: boolean; answers?: Labels }>;

type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];
export const surveyColumns: readonly TableColumn<Column>[] = names.map((key) => ({ key, ...columns[key] }));

/** What a citizen told the survey company of one ticket. */
export interface SurveyResult {
  readonly line: number;
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly surveyedOn: string;
  readonly said: z.output<typeof ratingInput>;
}

/** A row that cannot be taken: everything that is wrong with it, by columns, and nothing of what stands in them. */
export class UnreadableResult extends Error {}

/** @throws UnreadableResult */
export function readSurveyRow({ line, said }: HeadedRow<Column>): SurveyResult {
  const faults = names.flatMap((name) => faultIn(name, said[name]).map((fault) => `${columns[name].header}：${fault}`));
  if (faults.length > 0) throw new UnreadableResult(faults.join('；'));
  const code = (name: Column) => codeOf(name, said[name]);
  const satisfaction = { result: code('result'), attitude: code('attitude'), speed: code('speed') };
  const read = ratingInput.safeParse(
    { contacted: code('contacted'), solved: code('solved'), satisfaction, comment: said.comment || undefined },
    { error: inputFault },
  );
  if (!read.success) throw new UnreadableResult(read.error.issues.map(({ message }) => message).join('；'));
  return { line, number: asCopied(said.number), surveyedOn: said.surveyedOn, said: read.data };
}

const answersIn = (name: Column): Labels | undefined => {
  const column = columns[name];
  return 'answers' in column ? column.answers : undefined;
};

const codeOf = (name: Column, said: string): string | undefined => {
  const answers = answersIn(name) ?? {};
  return Object.keys(answers).find((code) => code === said || answers[code]?.label === said);
};

function faultIn(name: Column, said: string): string[] {
  if (said === '') return columns[name].required ? ['请填写'] : [];
  if (name === 'number') return isTicketNumber(asCopied(said)) ? [] : [wrongNumber];
  if (name === 'surveyedOn') return date.safeParse(said).success ? [] : ['须为日期，如 2026-10-08'];
  const answers = answersIn(name);
  if (!answers || codeOf(name, said) !== undefined) return [];
  return [
    `须为以下之一：${Object.values(answers)
      .map(({ label }) => label)
      .join('、')}`,
  ];
}
