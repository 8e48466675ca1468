import { Button, Flex } from 'antd';
import { useState } from 'react';
import { callbackOutcomes, type CallbackOutcome } from '#ticket/callback-outcome';
import {
  neededQuestions,
  nextQuestion,
  ratingIn,
  surveyQuestions,
  type QuestionName,
  type SurveyAnswers,
} from '#ticket/survey-question';
import type { TicketView } from '../moves/move-target';
import type { MoveAnswer } from '../moves/use-move-submit';
import { Appointment } from './appointment';
import { usePlainKeys } from './use-plain-keys';
import { useRecording } from './use-recording';

/** Ends of a call in which nothing was said of the answer, each by its key. */
const ends = Object.entries(callbackOutcomes).flatMap(([outcome, { label, key }]) =>
  key === null ? [] : [{ outcome: outcome as CallbackOutcome, label, key }],
);

const answersOf = (name: QuestionName): (readonly [code: string, label: string])[] =>
  Object.entries(surveyQuestions[name].answers).map(([code, { label }]) => [code, label]);

/** While somebody is on the line: the next question, or what was answered; and what else may have come of it. */
export function OnTheCall({ ticket, onDone }: { ticket: TicketView; onDone: (answer: MoveAnswer) => void }) {
  const [answers, setAnswers] = useState<SurveyAnswers>({});
  const [isAppointing, setAppointing] = useState(false);
  const recording = useRecording(ticket.id, onDone);
  const next = nextQuestion(answers);
  const rating = ratingIn(answers);
  const answer = (code: string | undefined): void => {
    if (next && code !== undefined) setAnswers({ ...answers, [next]: code });
  };
  const back = (): void => {
    const last = neededQuestions.findLast((name) => answers[name] !== undefined);
    if (last) setAnswers({ ...answers, [last]: undefined });
  };
  const end = (outcome: CallbackOutcome): void =>
    outcome === 'appointment' ? setAppointing(true) : recording.end(outcome);
  usePlainKeys(!recording.isBusy && !isAppointing, (key) => {
    const ended = ends.find((each) => each.key === key);
    if (ended) end(ended.outcome);
    else if (key === 'D' && rating) recording.rate(rating);
    else if (key === 'T') back();
    else if (next) answer(answersOf(next)[Number(key) - 1]?.[0]);
  });
  return (
    <>
      {neededQuestions
        .filter((name) => name === next || answers[name] !== undefined)
        .map((name) => (
          <Asked key={name} name={name} given={answers[name]} onAnswer={answer} />
        ))}
      <Flex gap={8} wrap className="call-script-keys">
        {rating && (
          <Button type="primary" loading={recording.isBusy} onClick={() => recording.rate(rating)}>
            登记评价（D）
          </Button>
        )}
        <Button onClick={back} disabled={next === neededQuestions[0]}>
          退回上一题（T）
        </Button>
        {ends.map(({ outcome, label, key }) => (
          <Button key={outcome} disabled={recording.isBusy} onClick={() => end(outcome)}>
            {label}（{key}）
          </Button>
        ))}
      </Flex>
      {isAppointing && (
        <Appointment onChosen={(at) => recording.end('appointment', at)} onLeave={() => setAppointing(false)} />
      )}
    </>
  );
}

interface AskedProps {
  readonly name: QuestionName;
  readonly given: string | undefined;
  readonly onAnswer: (code: string) => void;
}

/** A question as it is read out: with the keys of its answers, or with what was answered. */
const Asked = ({ name, given, onAnswer }: AskedProps) => (
  <div role="group" aria-label={surveyQuestions[name].asks}>
    <p className="call-script-said">{surveyQuestions[name].asks}</p>
    <Flex gap={8} wrap>
      {answersOf(name).map(([code, label], index) =>
        given === undefined ? (
          <Button key={code} onClick={() => onAnswer(code)}>
            {index + 1} {label}
          </Button>
        ) : (
          given === code && <strong key={code}>{label}</strong>
        ),
      )}
    </Flex>
  </div>
);
