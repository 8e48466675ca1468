import { Card, Tabs } from 'antd';
import type { MoveName } from '#ticket/transition';
import { ActionForm } from './action-form';
import type { AvailableMove } from './available-moves';
import { MoveButtons } from './move-buttons';
import type { MoveAnswer } from './use-move-submit';

interface MovePanelProps {
  readonly moves: readonly AvailableMove[];
  /** The moves this desk is for, in its order: their forms stand open. Others are buttons. */
  readonly featured: readonly MoveName[];
  readonly onDone: (answer: MoveAnswer) => void;
}

/** Says whose request it is done to where there is another one like it. */
const labelAmong = (own: readonly AvailableMove[], { name, label, whose }: AvailableMove): string => {
  const isAmbiguous = own.filter((move) => move.name === name).length > 1;
  return `${label}${isAmbiguous && whose ? `（${whose}）` : ''}`;
};

/** The work of a desk: the forms of its own moves side by side as tabs, whatever else is allowed beside them. */
export function MovePanel({ moves, featured, onDone }: MovePanelProps) {
  const own = featured.flatMap((name) => moves.filter((move) => move.name === name));
  const others = moves.filter((move) => !own.includes(move));
  const tabs = own.map((move) => ({
    key: move.key,
    label: labelAmong(own, move),
    children: <ActionForm key={move.target.ticket.id} move={move} onDone={onDone} />,
  }));
  if (moves.length === 0) return null;
  return (
    <Card size="small" className="move-panel">
      {tabs.length > 0 && (
        <Tabs size="small" key={own.map(({ key }) => key).join()} items={tabs} destroyOnHidden={false} />
      )}
      {others.length > 0 && (
        <div className="move-others">
          <MoveButtons moves={others} />
        </div>
      )}
    </Card>
  );
}
