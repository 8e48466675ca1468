import { ATicket, someone } from '#testing/a-ticket';

describe('a file', () => {
  const file = {
    attachmentId: 'file',
    sha256: 'f0f0',
    attachmentKind: 'scene',
    mediaType: 'image/jpeg',
    bytes: 120_000,
    fromCitizen: true,
  } as const;
  const closed = () => new ATicket().answered().rated();

  it('is added by the citizen while the matter is open', () => {
    expect(new ATicket().refuses('attach', file, someone(['citizen']))).toBeUndefined();
    expect(new ATicket().answered().refuses('attach', file, someone(['citizen']))).toBeUndefined();
    expect(closed().refuses('attach', file, someone(['citizen']))).toBe('工单已结束，诉求人不能再补充附件');
  });

  it('is added by the house afterwards too', () => {
    expect(closed().refuses('attach', file, someone(['agent']))).toBeUndefined();
  });
});
