/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { SurveyView } from '#http-api/survey-shapes';
import {
  freeQuestions,
  neededQuestions,
  nextQuestion,
  type QuestionName,
  type SurveyAnswers,
} from '#ticket/survey-question';
import { Fault } from '../track/fault';
import { Question } from './question';
import { useSending } from './use-sending';

interface SurveyFormProps {
  readonly address: string;
  readonly onAnswered: (view: SurveyView) => void;
}

/** The three questions, and what else somebody likes to say. What was chosen stays until it has arrived. */
export function SurveyForm({ address, onAnswered }: SurveyFormProps) {
  const [answers, setAnswers] = useState<SurveyAnswers>({});
  const [comment, setComment] = useState('');
  const [wasSubmitted, setSubmitted] = useState(false);
  const { isBusy, refusal, send } = useSending(address, onAnswered);
  const missing = wasSubmitted ? nextQuestion(answers) : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setSubmitted(true);
    const next = nextQuestion(answers);
    if (next) document.querySelector<HTMLInputElement>(`#${next} input`)?.focus();
    else void send(answers, comment);
  };
  const question = (name: QuestionName) => (
    <Question
      key={name}
      name={name}
      answer={answers[name]}
      isMissing={missing === name}
      onAnswer={(answer) => setAnswers({ ...answers, [name]: answer })}
    />
  );
  return (
    <form class="card" noValidate onSubmit={submit}>
      {neededQuestions.map(question)}
      <details>
        <summary>还想多说几句（可不填）</summary>
        {freeQuestions.map(question)}
        <Comment comment={comment} onType={setComment} />
      </details>
      <Fault refusal={missing ? { detail: '还有一题没有选，请选好再提交' } : refusal} />
      <button type="submit" class="primary" disabled={isBusy}>
        {isBusy ? '正在提交…' : '提交评价'}
      </button>
    </form>
  );
}

const Comment = ({ comment, onType }: { comment: string; onType: (comment: string) => void }) => (
  <>
    <label for="comment">您的意见</label>
    <textarea
      id="comment"
      rows={3}
      maxLength={2_000}
      value={comment}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  </>
);
