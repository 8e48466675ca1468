import { Alert } from 'antd';
import { Link } from 'react-router-dom';
import { handoverKinds, type HandoverKind } from '#ticket/duty';
import { ownScreens } from '../app/own-screens';
import { useUser } from '../identity/session';
import type { Handover } from './handover-page';

type Content = Handover['content'];

/** Where everything of a kind stands; some kinds have no list of their own. */
const paths: { readonly [Kind in HandoverKind]?: string } = {
  emergency: 'tickets',
  appointment: 'callbacks',
  promised: 'tickets',
  'missed-call': 'calls',
  'routing-held': 'dispatch',
  'dead-letter': 'dead-letters',
  'failed-feedback': 'channel-clients',
  'city-outage': 'handovers',
  task: 'handovers',
};

/** Kinds of which there is more than the list holds: how many there are, and where all of them stand. */
export const CutKinds = ({ content }: { content: Content }) =>
  content.cut.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      title="以下类别只列出最要紧的一部分"
      description={
        <ul className="handover-lines">
          {content.cut.map((kind) => (
            <li key={kind}>
              <CutKind kind={kind} content={content} />
            </li>
          ))}
        </ul>
      }
    />
  );

function CutKind({ kind, content: { items, counts } }: { kind: HandoverKind; content: Content }) {
  const screen = ownScreens(useUser().roles).find(({ path }) => path === paths[kind]);
  const listed = items.filter((item) => item.kind === kind).length;
  const all = counts?.find((each) => each.kind === kind);
  return (
    <>
      {handoverKinds[kind].label}
      {all && `共${all.count}项${all.exact ? '' : '以上'}，`}列出{listed}项
      {screen && (
        <>
          ，全部见 <Link to={`/${screen.path}`}>{screen.label}</Link>
        </>
      )}
    </>
  );
}
