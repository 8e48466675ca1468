import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Flex, Select } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { attachmentKinds, type AttachmentKind } from '#ticket/attachment-kind';
import { mediaTypeNames, mediaTypeRow } from '#ticket/media-type';
import { optionsOf } from '../words/options';
import { guessedKind } from './guessed-kind';
import { presentPlace } from './present-place';
import { SendingList } from './sending-list';
import { usePastedFiles } from './use-pasted-files';
import { useUploads } from './use-uploads';
import type { AttachmentView } from './attachment-view';

interface UploadZoneProps {
  readonly ticketId: string;
  /** Whether somebody is asked if the citizen gave it. */
  readonly asksWhose: boolean;
  readonly id?: string;
  readonly onAdded?: (added: AttachmentView) => void;
}

const accepted = mediaTypeNames.flatMap((type) => mediaTypeRow(type).extensions.map((each) => `.${each}`)).join(',');
const byItself = { value: '', label: '类型：自动识别' };

/** Takes files by a button, dropped on it, or pasted, and sends them at once. */
export function UploadZone({ ticketId, asksWhose, id, onAdded }: UploadZoneProps) {
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<AttachmentKind | ''>('');
  const [fromCitizen, setFromCitizen] = useState(true);
  const [isOver, setOver] = useState(false);
  const [withPlace, setWithPlace] = useState(false);
  const { message } = App.useApp();
  const uploads = useUploads(ticketId, onAdded);
  const take = async (files: readonly File[], isPasted = false): Promise<void> => {
    const takenPlace = withPlace && !isPasted ? await presentPlace() : undefined;
    if (takenPlace === null) void message.warning('没有取得当前位置，请检查定位权限；文件已照常上传');
    uploads.add(
      files.map((file) => ({
        ...{ file, kind: kind || guessedKind(file, isPasted), takenPlace: takenPlace ?? undefined },
        ...(asksWhose && { fromCitizen }),
      })),
    );
  };
  usePastedFiles(place, (files) => void take(files, true));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div ref={place} className="upload-zone">
      <Flex
        gap={8}
        wrap
        align="center"
        className={isOver ? 'upload-drop upload-over' : 'upload-drop'}
        onDrop={drop}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
      >
        <Button id={id} icon={<UploadOutlined />} onClick={() => input.current?.click()}>
          上传文件
        </Button>
        <input
          ref={input}
          type="file"
          // A form of antd shows whatever takes a file.
          style={{ display: 'none' }}
          multiple
          accept={accepted}
          aria-label="选择要上传的文件"
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Select
          size="small"
          aria-label="附件类型"
          value={kind}
          onChange={setKind}
          options={[byItself, ...optionsOf(attachmentKinds)]}
          className="upload-kind"
        />
        {asksWhose && (
          <Checkbox checked={fromCitizen} onChange={({ target }) => setFromCitizen(target.checked)}>
            诉求人提供
          </Checkbox>
        )}
        {!asksWhose && (
          <Checkbox checked={withPlace} onChange={({ target }) => setWithPlace(target.checked)}>
            附当前位置
          </Checkbox>
        )}
        <span className="quiet upload-hint">可拖放到此处，或粘贴截图</span>
      </Flex>
      <SendingList uploads={uploads} />
    </div>
  );
}
