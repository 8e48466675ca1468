import {
  isSupervisionMove,
  mayMoveSupervision,
  openSupervisionStates,
  orderedBy,
  shownSupervisionStates,
  supervisionMoves,
  supervisionStateNames,
  type SupervisionMove,
} from './supervision';
import { transitionNames } from './transition';

describe('an order', () => {
  it('says why it is given, where its cause has a name, and how', () => {
    expect(orderedBy('media', 'written')).toBe('因媒体关注，现予以书面督办。');
    expect(orderedBy('other', 'on-site')).toBe('现予以现场督办。');
  });

  it('is open until it is closed, and shown to departments once it is signed', () => {
    expect(supervisionStateNames).toEqual(['draft', 'signed', 'answered', 'closed', 'discarded', 'lapsed']);
    expect(openSupervisionStates).toEqual(['draft', 'signed', 'answered']);
    expect(shownSupervisionStates).toEqual(['signed', 'answered', 'closed']);
  });
});

describe('what happens to an order', () => {
  const moves: Record<SupervisionMove, [from: string, to: string]> = {
    supervise: ['', 'draft'],
    amendSupervision: ['draft', 'draft'],
    discardSupervision: ['draft', 'discarded'],
    signSupervision: ['draft', 'signed'],
    answerSupervision: ['signed', 'answered'],
    sendBackSupervision: ['answered', 'signed'],
    closeSupervision: ['answered', 'closed'],
  };

  it.each(Object.keys(moves) as SupervisionMove[])('happens in its states only, and leads to its own: %s', (name) => {
    const from = supervisionStateNames.filter((state) => mayMoveSupervision(state, name)).join(' ');
    expect([from, supervisionMoves[name].to]).toEqual(moves[name]);
  });

  it('is a transition of its ticket, which others are not', () => {
    expect(transitionNames.filter(isSupervisionMove).sort()).toEqual(Object.keys(moves).sort());
    expect(isSupervisionMove('toString')).toBe(false);
  });
});
