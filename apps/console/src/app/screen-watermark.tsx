import { Watermark } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { shanghaiIso } from '#calendar/shanghai-time';
import { useDepartments } from '../directory/use-directory';
import { useUser } from '../identity/session';
import { useNow } from '../parts/use-now';
import { usePhone } from '../parts/use-phone';

/** Above dialogs, drawers and notices, which are drawn into the page's body one over the other. */
const aboveAll = 2_000_000_000;
/** Two people of one name are told apart by the end of their ids. */
const idTail = 6;

/**
 * 水印: who looks, of which department, and at which minute, over the whole screen and in print (domain.md §7). A
 * screenshot that goes astray says whose it was. Taken out of the page, it comes back by itself.
 */
export function ScreenWatermark({ children }: { children: ReactNode }) {
  const user = useUser();
  const isPhone = usePhone();
  const departments = useDepartments();
  const minute = shanghaiIso(new Date(useNow())).slice(0, 16).replace('T', ' ');
  const department = departments.find(({ id }) => id === user.departmentId)?.name ?? '热线';
  const who = `${user.name} ${user.id.slice(-idTail)}`;
  // The same array as long as it says the same: another one is drawn anew.
  const content = useMemo(() => [who, department, minute], [who, department, minute]);
  const fontSize = isPhone ? 12 : 14;
  return (
    <Watermark
      content={content}
      zIndex={aboveAll}
      inherit={false}
      width={widthOf(content, fontSize)}
      // Close enough that one stands whole on a phone's screen.
      gap={isPhone ? [30, 50] : [90, 60]}
      rotate={-20}
      font={{ color: 'rgba(31, 39, 51, 0.12)', fontSize }}
      className="screen-watermark"
    >
      {children}
    </Watermark>
  );
}

/** Pixels that hold the longest line when it is turned; as antd measures it, its corners would be cut off. */
const widthOf = (lines: readonly string[], fontSize: number): number =>
  Math.ceil(Math.max(...lines.map((line) => line.replace(/[^ -~]/g, '00').length)) * 0.6 * fontSize) + 2 * fontSize;
