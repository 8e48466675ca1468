/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { TrackedView } from '#http-api/tracking-shapes';
import type { ActProps } from './act';
import { Refused } from './answer-of';
import { sendPicture } from './ask';
import { randomKey } from '../api/submission-key';
import { Fault } from './fault';
import { useRefusal } from './notice';
import { SaidAt } from './said-at';

/** A picture on its way: the same key however often it is sent. */
interface Waiting {
  readonly file: File;
  readonly key: string;
}

/** 补充图片: sent one after the other as soon as they are chosen; those that did not arrive can be sent again. */
export function Pictures({ pair, view, onDone }: ActProps) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useRefusal(input);

  const send = async (all: readonly Waiting[]): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setWaiting(all);
    for (const [index, { file, key }] of all.entries()) {
      try {
        onDone(await sendPicture(pair, file, key), `已收到图片 ${file.name}`);
        setWaiting(all.slice(index + 1));
      } catch (reason) {
        setRefusal(reason instanceof Refused ? reason.problem : { detail: '出错了，请再试一次' });
        break;
      }
    }
    setBusy(false);
  };
  const giveUp = (): void => {
    setWaiting([]);
    setRefusal(null);
  };
  const choose = (files: FileList | null): void => {
    const chosen = [...(files ?? [])].map((file) => ({ file, key: randomKey() }));
    if (input.current) input.current.value = '';
    if (chosen.length > 0) void send(chosen);
  };
  return (
    <>
      <Given pictures={view.pictures} />
      {view.acts.includes('add-picture') && view.picturesLeft > 0 && (
        <div>
          <input
            id="pictures"
            ref={input}
            class="unseen"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,image/gif"
            disabled={isBusy}
            aria-describedby="pictures-hint"
            onChange={({ currentTarget }) => choose(currentTarget.files)}
          />
          <label for="pictures" class="button">
            补充图片
          </label>
          <p id="pictures-hint" class="hint">
            还可以补充 {view.picturesLeft} 张，选好就会上传。请不要拍到无关人员。
          </p>
          <Unsent waiting={waiting} isBusy={isBusy} onAgain={() => void send(waiting)} onGiveUp={giveUp} />
          <Fault refusal={refusal} />
        </div>
      )}
    </>
  );
}

const Given = ({ pictures }: { pictures: TrackedView['pictures'] }) =>
  pictures.length === 0 ? null : (
    <ul class="pictures" aria-label="您补充的图片">
      {pictures.map(({ id, name, at }) => (
        <li key={id}>
          {name} <SaidAt at={at} />
        </li>
      ))}
    </ul>
  );

interface UnsentProps {
  readonly waiting: readonly Waiting[];
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onGiveUp: () => void;
}

function Unsent({ waiting, isBusy, onAgain, onGiveUp }: UnsentProps) {
  if (waiting.length === 0) return null;
  if (isBusy) return <p role="status">正在上传，还有 {waiting.length} 张…</p>;
  return (
    <p>
      {waiting.length} 张没有上传：{waiting.map(({ file }) => file.name).join('、')}
      <span class="buttons">
        <button type="button" onClick={onAgain}>
          再传一次
        </button>
        <button type="button" onClick={onGiveUp}>
          不传了
        </button>
      </span>
    </p>
  );
}
