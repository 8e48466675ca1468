/** What an attachment shows (domain.md §4: evidence carries time and kind). */
export const attachmentKinds = {
  scene: { label: '现场照片' },
  document: { label: '证明材料' },
  recording: { label: '录音' },
  video: { label: '视频' },
  screenshot: { label: '截图' },
  other: { label: '其他' },
} as const;

export type AttachmentKind = keyof typeof attachmentKinds;
