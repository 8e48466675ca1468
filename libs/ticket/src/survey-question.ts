import { contactedAnswers, satisfactions, solvedAnswers } from './rating';

/** One question to the citizen and what may be answered. `asks` is said as it stands, on the page and on the telephone. */
interface SurveyQuestion {
  readonly label: string;
  readonly asks: string;
  readonly answers: Readonly<Record<string, { readonly label: string }>>;
  /** The three that everybody is asked; the others only whoever likes to say more. */
  readonly isNeeded: boolean;
}

/** The three questions, kept apart (domain.md §5): contacted, solved, satisfied – with the result, and with how it was done. */
export const surveyQuestions = {
  contacted: { label: '联系', asks: '办理时有没有联系过您？', answers: contactedAnswers, isNeeded: true },
  solved: { label: '解决', asks: '您反映的问题解决了吗？', answers: solvedAnswers, isNeeded: true },
  result: { label: '满意', asks: '您对办理结果满意吗？', answers: satisfactions, isNeeded: true },
  attitude: { label: '态度', asks: '您对工作人员的态度满意吗？', answers: satisfactions, isNeeded: false },
  speed: { label: '速度', asks: '您对办理速度满意吗？', answers: satisfactions, isNeeded: false },
} as const satisfies Record<string, SurveyQuestion>;

export type QuestionName = keyof typeof surveyQuestions;
const questionNames = Object.keys(surveyQuestions) as QuestionName[];
export const neededQuestions = questionNames.filter((name) => surveyQuestions[name].isNeeded);
export const freeQuestions = questionNames.filter((name) => !surveyQuestions[name].isNeeded);

/** What was answered so far, each by the code of its answer. */
export type SurveyAnswers = { readonly [Name in QuestionName]?: keyof (typeof surveyQuestions)[Name]['answers'] };

/** The first question that is still to be asked; null when all three are answered. */
export const nextQuestion = (answers: SurveyAnswers): QuestionName | null =>
  neededQuestions.find((name) => answers[name] === undefined) ?? null;

/** The answers as a rating has them; null while one of the three is missing. */
export function ratingIn({ contacted, solved, result, attitude, speed }: SurveyAnswers) {
  return contacted && solved && result ? { contacted, solved, satisfaction: { result, attitude, speed } } : null;
}
