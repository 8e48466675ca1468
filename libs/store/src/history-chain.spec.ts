import fc from 'fast-check';
import { ATicket } from '#testing/a-ticket';
import type { Line } from '#ticket/line';
import { chainStart } from './chain-link';
import { chain, firstBrokenLink, type StoredLine } from './history-chain';
import { testKeys } from '#testing/test-keys';

const keys = testKeys(1);
const personal = { ...new ATicket().now, contact: { phone: '13800000000' } };

const story = (): Line[] =>
  new ATicket().dispatched('lighting').signed().replied().does('sendBack', { reasonCode: 'wording', note: '请核实' })
    .lines;

/** Lines as they come back from the database: jsonb turns instants into text and loses what is undefined. */
const stored = (lines: readonly Line[] = story()): StoredLine[] =>
  chain(keys, chainStart, lines, personal).map((line) => ({
    ...line,
    data: JSON.parse(JSON.stringify(line.data)) as Line['data'],
    text: line.text && (JSON.parse(JSON.stringify(line.text)) as Line['data']),
  }));

const changed = (at: number, change: (line: StoredLine) => Partial<StoredLine>): StoredLine[] =>
  stored().map((line, index) => (index === at ? { ...line, ...change(line) } : line));

describe('the chain of a ticket’s history', () => {
  it('holds when it is read back', () => {
    expect(firstBrokenLink(keys, stored())).toBeNull();
    expect(firstBrokenLink(keys, [])).toBeNull();
  });

  it('goes on from the head it has reached, however many lines were written at a time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), (cut) => {
        const begun = chain(keys, chainStart, story().slice(0, cut), personal);
        const head = begun.at(-1)?.hash ?? chainStart;
        const rest = chain(keys, head, story().slice(cut), cut === 0 ? personal : undefined);
        expect([...begun, ...rest].map(({ hash }) => hash)).toEqual(stored().map(({ hash }) => hash));
      }),
    );
  });

  const others: Partial<StoredLine>[] = [
    { at: new Date('2026-03-02T02:02:01Z') },
    { actor: 'somebody' },
    { name: 'approve' },
    { from: 'held' },
    { to: 'closed' },
    { ticketId: 'another' },
    { data: { assignmentId: 'part-2' } },
    { textDigest: null },
    { hash: Buffer.alloc(32) },
  ];
  it.each(others)('breaks where a line was changed: %j', (change) => {
    expect(
      firstBrokenLink(
        keys,
        changed(3, () => change),
      ),
    ).toEqual({ seq: 4, fault: 'the hash does not follow' });
  });

  it('breaks where a line is missing, was put in or changed places', () => {
    const lines = stored();
    expect(firstBrokenLink(keys, lines.slice(1))).toEqual({ seq: 1, fault: 'a line is missing' });
    expect(firstBrokenLink(keys, lines.toSpliced(2, 1))).toEqual({ seq: 3, fault: 'a line is missing' });
    const twice = lines.toSpliced(2, 0, ...lines.slice(1, 2));
    expect(firstBrokenLink(keys, twice)).toEqual({ seq: 3, fault: 'a line is missing' });
    const renumbered = lines.toSpliced(2, 1).map((line, index) => ({ ...line, seq: index + 1 }));
    expect(firstBrokenLink(keys, renumbered)).toEqual({ seq: 3, fault: 'the hash does not follow' });
  });

  it('breaks where free text was changed', () => {
    const reworded = changed(4, () => ({ text: { note: '不必核实' } }));
    expect(firstBrokenLink(keys, reworded)).toEqual({ seq: 5, fault: 'the text was changed' });
  });

  it('breaks where free text was taken out', () => {
    const emptied = changed(4, () => ({ text: null }));
    expect(firstBrokenLink(keys, emptied)).toEqual({ seq: 5, fault: 'the text is missing' });
  });

  it('holds where free text was erased by an erasure: the digest stays', () => {
    const lines = new ATicket().does('withdraw', { reason: '已解决' }).does('archive', {}).does('erase', {}).lines;
    const erased = chain(keys, chainStart, lines, personal).map((line) => ({ ...line, text: null }));
    expect(firstBrokenLink(keys, erased)).toBeNull();
  });

  it('breaks where free text stands again that an erasure took, and keeps what was said after it', () => {
    const erased = new ATicket().does('withdraw', { reason: '已解决' }).does('archive', {}).does('erase', {}).lines;
    const after = erased.filter(({ seq }) => seq === 2).map((line) => ({ ...line, seq: 5 }));
    const lines = chain(keys, chainStart, [...erased, ...after], personal);
    expect(firstBrokenLink(keys, lines)).toEqual({ seq: 2, fault: 'the text is there, and it was erased' });
    const rightly = lines.map((line) => (line.seq < 4 ? { ...line, text: null } : line));
    expect(firstBrokenLink(keys, rightly)).toBeNull();
    const late = rightly.map((line) => ({ ...line, text: null }));
    expect(firstBrokenLink(keys, late)).toEqual({ seq: 5, fault: 'the text is missing' });
  });

  it('cannot be forged without the key', () => {
    const stranger = testKeys(2);
    const forged = chain(stranger, chainStart, story(), personal);
    expect(firstBrokenLink(keys, forged)).toEqual({ seq: 4, fault: 'the text was changed' });
  });

  it('covers what a registration said without repeating it', () => {
    const [line] = stored();
    expect(line?.text).toBeNull();
    expect(line?.textDigest).toHaveLength(32);
    const [otherwise] = chain(keys, chainStart, story(), { ...personal, title: '路灯常亮' });
    expect(otherwise?.hash).not.toEqual(line?.hash);
  });
});
