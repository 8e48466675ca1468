import { Alert } from 'antd';
import { Link } from 'react-router-dom';
import { handoverKinds, type HandoverKind } from '#ticket/duty';
import { ownScreens } from '../app/own-screens';
import { useUser } from '../identity/session';
import type { Handover } from './handover-page';

type Content = Handover['content'];

/** On which screen, and which list of it, everything of a kind stands; some kinds have none. */
const places: { readonly [Kind in HandoverKind]?: readonly [path: string, list?: string] } = {
  emergency: ['tickets'],
  appointment: ['callbacks'],
  promised: ['tickets'],
  'missed-call': ['calls'],
  'routing-held': ['dispatch'],
  'dead-letter': ['dead-letters'],
  'failed-feedback': ['channel-clients'],
  'city-outage': ['handovers', '值班事项'],
  task: ['handovers', '值班事项'],
};

/** Kinds of which there is more than the list holds: how many there are, and where all of them stand. */
export const CutKinds = ({ content }: { content: Content }) =>
  content.cut.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      className="handover-cut"
      title="以下类别只列出一部分"
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
  const [place, list] = places[kind] ?? [];
  const screen = ownScreens(useUser().roles).find(({ path }) => path === place);
  const listed = items.filter((item) => item.kind === kind).length;
  const all = counts?.find((each) => each.kind === kind);
  return (
    <>
      {handoverKinds[kind].label}
      {all && `共${all.count}项${all.exact ? '' : '以上'}，`}列出{listed}项
      {screen && (
        <>
          ，全部见 <Link to={`/${screen.path}`}>{list ? `${screen.label}—${list}` : screen.label}</Link>
        </>
      )}
    </>
  );
}
