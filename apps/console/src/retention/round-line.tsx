import type { RouteAnswer } from '#http-api/routes';
import { retentionKinds } from '#http-api/retention-shapes';
import { useAnswer } from '../api/use-answer';
import { instant, timeOfDay } from '../words/instant';

type Round = RouteAnswer<'GET /api/retention-rounds'>;

/** Rules erase and archive; who asked to be forgotten is erased. */
const doneWords = ({ done }: Round): string =>
  done
    .map(({ kind, tickets }) => `${kind ? retentionKinds[kind].label : '按申请删除个人信息'}${tickets}件`)
    .join('、') || '没有到期的工单';

/** When it was carried out last, what came of it, and when it is again. */
export function RoundLine() {
  const { data } = useAnswer('GET /api/retention-rounds', {}, { staleTime: 0 });
  if (!data) return null;
  if (!data.lastAt || !data.nextBy) return <p className="quiet">系统启动后不久第一次执行。</p>;
  return (
    <p className="quiet round-line">
      上次执行 {instant(data.lastAt)}：{doneWords(data)}；下次不晚于 {timeOfDay(data.nextBy)}。
    </p>
  );
}
