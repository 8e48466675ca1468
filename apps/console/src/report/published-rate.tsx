import { Alert } from 'antd';

/** As a district's hotline once published them, for a part of 2021. */
const published = { received: 71_317, handled: 71_122, satisfied: 69_884, rate: 0.952 } as const;

const share = (part: number, of: number): string => `${((part / of) * 100).toFixed(1)}%`;
const count = (n: number): string => Math.round(n).toLocaleString('en');

/** Why a figure needs its numerator and denominator: one that was published without them, and can be none of its tickets. */
export function PublishedRate() {
  const { received, handled, satisfied, rate } = published;
  return (
    <Alert
      type="info"
      className="published-rate"
      title="为什么每个比率都要带分子和分母"
      description={
        <>
          曾有热线公布：受理{count(received)}件、办结{count(handled)}件、满意{count(satisfied)}件、满意率
          {share(rate, 1)}。按满意率D（未评计满意），{count(satisfied)} ÷ {count(handled)} = {share(satisfied, handled)}
          ；就算除以全部受理，也是{share(satisfied, received)}。要得到{share(rate, 1)}
          ，分母须为{count(satisfied / rate)}件，比受理的总数还多{count(satisfied / rate - received)}
          件。所以这个{share(rate, 1)}不可能是这批工单的占比，只能是另一次调查的结果——不写分子分母，就没有人看得出来。
        </>
      }
    />
  );
}
