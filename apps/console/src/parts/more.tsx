import { Button } from 'antd';

interface MoreProps {
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  more(): void;
}

/** Loads the next page of a list below what is shown. */
export const More = ({ hasMore, isLoadingMore, more }: MoreProps) =>
  hasMore ? (
    <Button block type="dashed" className="more" loading={isLoadingMore} onClick={more}>
      继续加载
    </Button>
  ) : null;
