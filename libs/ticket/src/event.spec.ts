import { eventNames, hearersOf } from './event';
import type { Service } from './service';
import { transitionNames, transitionRow } from './transition';

const heardBy = (service: Service) =>
  eventNames.filter((name) => hearersOf(name).includes(service)).map((name) => name.replace('ticket.', ''));

describe('who hears what', () => {
  it('tells routing of every ticket that waits for a department', () => {
    expect(heardBy('routing')).toEqual(
      'registered completed let-route return-upheld return-up-refused unmerged released'.split(' '),
    );
  });

  it('tells satisfaction of replies, attempts and ratings', () => {
    expect(heardBy('satisfaction')).toEqual('replied reply-corrected callback-attempted rated'.split(' '));
  });

  it('tells intake what search and merged tickets follow', () => {
    expect(heardBy('intake')).toEqual(
      (
        'registered edited completed answered-on-call referred signed approved return-up-accepted answered-with-master ' +
        'withdrawn voided succeeded erased'
      ).split(' '),
    );
  });

  it('tells deadlines of everything that moves a state or a part', () => {
    const deaf = transitionNames
      .map((name) => ({ name, row: transitionRow(name) }))
      .filter(({ name, row }) => row.to !== 'same' && name !== 'importHistory')
      .filter(({ row }) => !hearersOf(row.emits).includes('deadlines'));
    expect(deaf).toEqual([]);
    const staying = transitionNames.map(transitionRow).filter(({ to }) => to === 'same');
    const heard = staying.filter(({ emits }) => hearersOf(emits).includes('deadlines'));
    expect(heard.map(({ emits }) => emits.replace('ticket.', ''))).toEqual(
      (
        'edited co-handler-added co-handler-removed co-signed contacted sub-dispatched co-returned co-replied callback-attempted ' +
        'extension-asked extended extension-refused co-extension-asked co-extended co-extension-refused limit-set limit-lifted ' +
        'hold-ended answered-with-master supervision-signed supervision-answered supervision-sent-back supervision-closed ' +
        'appealed excluded appeal-refused succeeded'
      ).split(' '),
    );
  });

  it('only records what nobody acts on', () => {
    const recorded = eventNames.filter((name) => hearersOf(name).length === 0);
    expect(recorded.map((name) => name.replace('ticket.', ''))).toEqual(
      (
        'supplemented interim-reported reply-drafted signature-asked signed-off first-approved hold-asked hold-refused nudged urged supervised supervision-amended supervision-discarded reached-by-phone marked ' +
        'revealed recording-heard callback-number-changed identity-consented consent-withdrawn ' +
        'confidentiality-lifted archived imported copied-for-third-party ' +
        'attached attachment-shared attachment-withheld'
      ).split(' '),
    );
  });
});
