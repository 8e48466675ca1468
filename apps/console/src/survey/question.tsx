/** @jsxImportSource preact */
import { surveyQuestions, type QuestionName } from '#ticket/survey-question';

interface QuestionProps {
  readonly name: QuestionName;
  readonly answer: string | undefined;
  readonly isMissing: boolean;
  readonly onAnswer: (answer: string) => void;
}

/** One question, its answers large enough for a thumb. */
export const Question = ({ name, answer, isMissing, onAnswer }: QuestionProps) => {
  const { asks, answers } = surveyQuestions[name];
  return (
    <fieldset id={name} class="question" aria-invalid={isMissing}>
      <legend>{asks}</legend>
      {Object.entries(answers).map(([code, { label }]) => (
        <span key={code} class="answer-choice">
          <input
            type="radio"
            class="unseen"
            id={`${name}-${code}`}
            name={name}
            checked={answer === code}
            onChange={() => onAnswer(code)}
          />
          <label class="tile" for={`${name}-${code}`}>
            {label}
          </label>
        </span>
      ))}
    </fieldset>
  );
};
