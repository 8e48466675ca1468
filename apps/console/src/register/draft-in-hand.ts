import { ApiProblem } from '../api/api-problem';
import { call } from '../api/call';
import { SubmissionKey } from '../api/submission-key';
import { DraftSaver, type DraftKeeping, type KeptDraft } from './draft-saver';

const newKey = new SubmissionKey();

const keeping: DraftKeeping = {
  begin: async (values) => {
    const begun = await call('POST /api/drafts', { body: { values }, idempotencyKey: newKey.of(values) });
    newKey.settled();
    return begun;
  },
  save: ({ id, version, values }) => call('PUT /api/drafts/:id', { params: { id }, version, body: { values } }),
  read: (id) => call('GET /api/drafts/:id', { params: { id } }),
  drop: (id) => call('DELETE /api/drafts/:id', { params: { id } }),
  isConflict: (reason) => reason instanceof ApiProblem && reason.code === 'version-conflict',
  later: (work, delayMs) => {
    const timer = window.setTimeout(work, delayMs);
    return () => window.clearTimeout(timer);
  },
};

/** The draft this window works at, for as long as the window stands: whoever looks something up comes back to it. */
let inHand: { accountId: string; saver: DraftSaver } | null = null;

/** What this person has in hand here; an empty one at first. */
export function draftInHand(accountId: string): DraftSaver {
  if (inHand?.accountId !== accountId) inHand = { accountId, saver: new DraftSaver(keeping) };
  return inHand.saver;
}

/** Another draft instead, or none; the one before stays where drafts are kept. */
export function takeInHand(accountId: string, draft: KeptDraft | null): DraftSaver {
  void inHand?.saver.settle();
  inHand = { accountId, saver: new DraftSaver(keeping, draft) };
  return inHand.saver;
}

/** Nothing that was typed stays in this window, and nothing of it is lost. */
export async function putDown(): Promise<void> {
  await inHand?.saver.settle();
  inHand = null;
}

/** The browser asks before it closes a window in which something is not saved. */
window.addEventListener('beforeunload', (event) => {
  if (!inHand?.saver.isUnsaved) return;
  void inHand.saver.settle();
  event.preventDefault();
});
