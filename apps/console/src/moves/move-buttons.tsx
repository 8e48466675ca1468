import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Tooltip } from 'antd';
import { useState } from 'react';
import type { AvailableMove } from './available-moves';
import { MoveDialog } from './move-dialog';

interface MoveButtonsProps {
  readonly moves: readonly AvailableMove[];
  /** The first one is what is mostly done; not so beside forms that stand open. */
  readonly hasFirst?: boolean;
}

/** The moves of a ticket as buttons; rarer ones in a menu. */
export function MoveButtons({ moves, hasFirst }: MoveButtonsProps) {
  const [key, setKey] = useState<string | null>(null);
  const choose = (move: AvailableMove | null): void => setKey(move?.key ?? null);
  // Found again at each look, so that a dialog knows the ticket as it is now and not as it was when it was opened.
  const chosen = moves.find((move) => move.key === key) ?? null;
  const isFew = moves.length <= 3;
  const main = moves.filter(({ form }) => form.rank === 'main' || (isFew && form.rank === 'more'));
  const more = moves.filter(({ form }) => form.rank === 'more' && !isFew);
  return (
    <Flex gap={8} wrap className="move-buttons">
      {main.map((move, index) => (
        <Tooltip key={move.key} title={move.refused}>
          <Button
            type={hasFirst && index === 0 && !move.form.isDangerous ? 'primary' : 'default'}
            danger={move.form.isDangerous}
            disabled={move.refused !== null}
            onClick={() => choose(move)}
          >
            {move.label}
          </Button>
        </Tooltip>
      ))}
      {more.length > 0 && <MoreMoves moves={more} choose={choose} />}
      <MoveDialog move={chosen} close={() => choose(null)} />
    </Flex>
  );
}

interface MoreMovesProps {
  readonly moves: readonly AvailableMove[];
  choose(move: AvailableMove): void;
}

const MoreMoves = ({ moves, choose }: MoreMovesProps) => {
  const items = moves.map((move) => ({
    key: move.key,
    label: move.label,
    danger: move.form.isDangerous,
    onClick: () => choose(move),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>
        更多 <DownOutlined />
      </Button>
    </Dropdown>
  );
};
