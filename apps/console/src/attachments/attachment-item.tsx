import { Flex, Tag } from 'antd';
import { actorWords } from '#ticket/actor-words';
import { attachmentKinds } from '#ticket/attachment-kind';
import { mediaTypeRow } from '#ticket/media-type';
import type { TicketView } from '../moves/move-target';
import { instant } from '../words/instant';
import { AttachmentFace } from './attachment-face';
import { attachmentPath, type AttachmentView } from './attachment-view';
import { fileSize } from './file-size';
import { placeWords } from './place-words';
import { ShareButton } from './share-button';

interface AttachmentItemProps {
  readonly ticket: TicketView;
  readonly file: AttachmentView;
}

/** One file: what it shows, whose it is, from when, and the way to have it. */
export function AttachmentItem({ ticket, file }: AttachmentItemProps) {
  const { shownAs } = mediaTypeRow(file.mediaType);
  const path = attachmentPath(ticket.id, file);
  return (
    <div className="attachment">
      <AttachmentFace path={path} file={file} />
      <div className="attachment-facts">
        <Flex gap={8} align="center" wrap>
          <a href={path} download={file.name} className="attachment-name">
            {file.name}
          </a>
          <Tag className="tag">{attachmentKinds[file.kind].label}</Tag>
          {file.fromCitizen && <Tag className="tag">诉求人提供</Tag>}
          <ShareButton ticket={ticket} file={file} />
        </Flex>
        <div className="quiet attachment-when">
          <span>{fileSize(file.bytes)}</span>
          <span>{actorWords(file.by)}</span>
          <span>上传 {instant(file.at)}</span>
          {file.takenAt && <span>形成 {instant(file.takenAt)}</span>}
          {file.takenPlace && <span>{placeWords(file.takenPlace, ticket.location)}</span>}
        </div>
        {shownAs === 'audio' && <audio controls preload="none" src={path} aria-label={file.name} />}
        {shownAs === 'video' && <video controls preload="none" src={path} aria-label={file.name} />}
      </div>
    </div>
  );
}
