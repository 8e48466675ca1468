import { AudioOutlined, FileOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import { mediaTypeRow } from '#ticket/media-type';
import { isPicture, type AttachmentView } from './attachment-view';

const icons = { audio: AudioOutlined, video: VideoCameraOutlined, file: FileOutlined, picture: FileOutlined } as const;

/** A small picture that opens the large one, or what kind of file it is. */
export function AttachmentFace({ path, file }: { path: string; file: AttachmentView }) {
  if (isPicture(file) && file.hasThumbnail)
    return <Image src={`${path}?thumbnail=true`} preview={{ src: path }} alt={file.name} width={72} height={72} />;
  const Icon = icons[mediaTypeRow(file.mediaType).shownAs];
  return <Icon className="attachment-icon" aria-hidden />;
}
