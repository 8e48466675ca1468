import { ATicket } from '#testing/a-ticket';

describe('a joint answer', () => {
  const issue = { text: '统一答复', issueId: 'issue' };

  it('given on the call belongs to its hot issue, where it is one', () => {
    expect(new ATicket().does('answerOnCall', issue).now.issueId).toBe('issue');
    expect(new ATicket().does('answerOnCall', { text: '' }).now.issueId).toBeNull();
  });

  it('of a department does, and still does when it is written anew', () => {
    const ticket = new ATicket().dispatched().signed().replied({ issueId: 'issue', batchId: 'batch' });
    expect(ticket.now.issueId).toBe('issue');
    ticket.does('sendBack', { reasonCode: 'wording' }).replied();
    expect(ticket.now.issueId).toBe('issue');
    expect(ticket.part().reply?.batchId).toBe('batch');
  });

  it('is proved by what it was sent with, or by nothing', () => {
    const answered = (more = {}) => new ATicket().dispatched().signed().replied(more).part().reply;
    expect(answered({ attachmentIds: ['photo'] })?.attachmentIds).toEqual(['photo']);
    expect(answered()?.attachmentIds).toEqual([]);
  });
});
