/** What was suggested for a message whose label is known, the likeliest label first. */
export interface Answer {
  readonly label: string;
  readonly suggested: readonly string[];
  /** Whether the first would have been taken without asking anybody. */
  readonly isSure: boolean;
}

/** Shares of 0 to 1. */
export interface Quality {
  /** Mean over the labels of F1, so that a rare label counts as much as a common one. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** How often the label is among the three best. */
  readonly top3: number;
  /** How many were taken without asking, and how many of those rightly. */
  readonly coverage: number;
  readonly precision: number;
}

export function qualityOf(answers: readonly Answer[]): Quality {
  const labels = [...new Set(answers.map(({ label }) => label))];
  const sure = answers.filter(({ isSure }) => isSure);
  return {
    macroF1: labels.reduce((sum, label) => sum + f1(answers, label), 0) / labels.length,
    accuracy: share(answers, isRight),
    top3: share(answers, ({ label, suggested }) => suggested.slice(0, 3).includes(label)),
    coverage: sure.length / answers.length,
    precision: share(sure, isRight),
  };
}

const isRight = ({ label, suggested }: Answer): boolean => suggested[0] === label;

const share = (answers: readonly Answer[], holds: (answer: Answer) => boolean): number =>
  answers.length === 0 ? 0 : answers.filter(holds).length / answers.length;

function f1(answers: readonly Answer[], label: string): number {
  const right = answers.filter((answer) => answer.label === label && isRight(answer)).length;
  const either = answers.filter((answer) => answer.label === label).length;
  const suggested = answers.filter((answer) => answer.suggested[0] === label).length;
  return (2 * right) / (either + suggested);
}
