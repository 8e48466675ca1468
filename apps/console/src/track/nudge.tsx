/** @jsxImportSource preact */
import type { ActProps } from './act';
import { SaidAt } from './said-at';
import { TextAct } from './text-act';

/** 催办: counted and seen by the department; once in a while. */
export const Nudge = (props: ActProps) => {
  const { acts, nudges, nudgeFrom } = props.view;
  return (
    <>
      {nudges > 0 && <p>已催办 {nudges} 次，经办人员看得到。</p>}
      {acts.includes('nudge') && nudgeFrom && (
        <p>
          <SaidAt at={nudgeFrom} /> 以后可以再次催办。
        </p>
      )}
      {acts.includes('nudge') && !nudgeFrom && (
        <TextAct
          {...props}
          path="/nudge"
          field="text"
          label="想说的话（可不填）"
          maxLength={500}
          button="催一催"
          done="已转告经办人员"
          isOptional
        />
      )}
    </>
  );
};
