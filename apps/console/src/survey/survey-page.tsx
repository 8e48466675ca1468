/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { SurveyView } from '#http-api/survey-shapes';
import { answerOf, type Refused } from '../track/answer-of';
import { Fault } from '../track/fault';
import { AskedAbout } from './asked-about';
import { SurveyForm } from './survey-form';
import { problemIn } from './use-sending';

/** 评价办理情况. Opening the page asks how the survey stands, and changes nothing. */
export function SurveyPage({ token }: { token: string }) {
  const [view, setView] = useState<SurveyView | null>(null);
  const [refusal, setRefusal] = useState<Refused['problem'] | null>(null);
  const address = `/api/public/surveys/${encodeURIComponent(token)}`;
  useEffect(() => {
    answerOf<SurveyView>(address, {}).then(setView, (reason: unknown) => setRefusal(problemIn(reason)));
  }, [address]);
  return (
    <>
      <header class="head">12345 政务服务便民热线</header>
      <main>
        <h1>评价办理情况</h1>
        <Fault refusal={refusal} />
        {view?.standing === 'answered' && (
          <p class="card thanks" role="status">
            已收到您的评价，谢谢您！
          </p>
        )}
        {view && <AskedAbout view={view} />}
        {view?.standing === 'open' && <SurveyForm address={address} onAnswered={setView} />}
      </main>
      <footer class="foot">有疑问请拨打 12345</footer>
    </>
  );
}
