import { UploadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Select } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { attachmentKinds, type AttachmentKind } from '#ticket/attachment-kind';
import { mediaTypeNames, mediaTypeRow } from '#ticket/media-type';
import { optionsOf } from '../words/options';
import { guessedKind } from './guessed-kind';
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
  const uploads = useUploads(ticketId, onAdded);
  const take = (files: readonly File[], isPasted = false): void =>
    uploads.add(
      files.map((file) => ({
        file,
        kind: kind || guessedKind(file, isPasted),
        ...(asksWhose && { fromCitizen }),
      })),
    );
  usePastedFiles(place, (files) => take(files, true));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
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
            take([...(target.files ?? [])]);
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
        <span className="quiet upload-hint">可拖放到此处，或粘贴截图</span>
      </Flex>
      <SendingList uploads={uploads} />
    </div>
  );
}
