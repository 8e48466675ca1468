import { runToExit } from '#platform/run-to-exit';
import { checkReply, type CheckedReply } from '#ticket/check-reply';
import { replyFlaws, type ReplyFlaw } from '#ticket/reply-flaw';
import { Usage } from '../../scripts/command-line';
import { readMessageFile, UnreadableMessages } from '../message-file';
import { readOptions, type Options } from './options';
import { plantings, type Answered } from './planted-flaws';

/** An answer shorter than this says next to nothing: whoever reads it finds the flaw without planting one. */
const leastCharacters = 80;

interface Quality {
  /** Share of the planted flaws that were found, and of the whole answers that were said to have the flaw. */
  readonly found: number;
  readonly falseAlarms: number;
  readonly asked: number;
}

async function bench({ messages, isJson }: Options): Promise<void> {
  const all = (await readMessageFile(messages, answered)).filter(({ reply }) => reply.length >= leastCharacters);
  const began = performance.now();
  const each = (Object.keys(replyFlaws) as ReplyFlaw[]).map((flaw) => [flaw, qualityOf(flaw, all)] as const);
  const checks = each.reduce((sum, [, { asked }]) => sum + 2 * asked, 0);
  const msPerReply = (performance.now() - began) / checks;
  if (isJson) {
    console.log(JSON.stringify({ ...Object.fromEntries(each), msPerReply }));
    return;
  }
  for (const [flaw, { found, falseAlarms, asked }] of each)
    console.log(`${flaw.padEnd(14)} found ${share(found)}   false alarms ${share(falseAlarms)}   of ${asked}`);
  console.log(`${msPerReply.toFixed(2)} ms a reply`);
}

const share = (of: number): string => `${(of * 100).toFixed(1)} %`.padStart(7);

function qualityOf(flaw: ReplyFlaw, all: readonly Answered[]): Quality {
  const planted = all.map((_, index) => plantings[flaw](all, index)).filter((each) => each !== null);
  const has = (reply: CheckedReply): boolean => checkReply(reply).some((finding) => finding.flaw === flaw);
  return {
    found: planted.filter(({ flawed }) => has(flawed)).length / planted.length,
    falseAlarms: planted.filter(({ whole }) => has(whole)).length / planted.length,
    asked: planted.length,
  };
}

function answered({ title, text, reply }: Readonly<Record<string, unknown>>, place: string): Answered {
  if (typeof title !== 'string' || typeof text !== 'string' || typeof reply !== 'string')
    throw new UnreadableMessages(`${place}: an answered message needs a title, a text and a reply.`);
  return { title, text, reply };
}

runToExit(async () => bench(readOptions(process.argv.slice(2))), [Usage, UnreadableMessages]);
