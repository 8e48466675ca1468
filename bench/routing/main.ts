import { runToExit } from '#platform/run-to-exit';
import { toBytes } from '#routing/suggestion/model-bytes';
import { SuggestionModel, type Example } from '#routing/suggestion/suggestion-model';
import { Usage } from '../../scripts/command-line';
import { UnreadableMessages } from '../message-file';
import { labelledMessages } from './labelled-messages';
import { readOptions, type Options } from './options';
import { qualityOf, type Answer } from './quality';

const targetPrecision = 0.95;

/** How well labels are suggested, learnt from one file and measured on another. */
async function bench({ train, test, isJson }: Options): Promise<void> {
  const examples = await labelledMessages(train);
  const asked = await labelledMessages(test);
  const { model, trainSeconds } = trained(examples);
  const { answers, msPerMessage } = judged(model, asked);
  const { coverage, precision, ...quality } = qualityOf(answers);
  const auto = { target: targetPrecision, coverage, precision };
  const measured = { ...quality, auto, msPerMessage, trainSeconds, modelBytes: toBytes(model).length };
  if (isJson) console.log(JSON.stringify(measured));
  else
    for (const [name, figure] of Object.entries({ ...measured, auto: JSON.stringify(auto) }))
      console.log(`${name}: ${figure}`);
}

/** Seconds of one core, whoever else is at work on the machine. */
function trained(examples: readonly Example[]): { model: SuggestionModel; trainSeconds: number } {
  const began = process.cpuUsage();
  const model = SuggestionModel.train(examples, targetPrecision);
  const { user, system } = process.cpuUsage(began);
  if (!model)
    throw new UnreadableMessages('Two labels with eight messages each are the least that can be learnt from.');
  return { model, trainSeconds: (user + system) / 1_000_000 };
}

function judged(model: SuggestionModel, asked: readonly Example[]): { answers: Answer[]; msPerMessage: number } {
  const began = performance.now();
  const suggestions = asked.map((message) => model.judge(message));
  const msPerMessage = (performance.now() - began) / asked.length;
  const answers = asked.map(({ label }, index): Answer => {
    const own = suggestions[index] ?? [];
    return { label, suggested: own.map((each) => each.label), isSure: own[0]?.isSure ?? false };
  });
  return { answers, msPerMessage };
}

runToExit(async () => bench(readOptions(process.argv.slice(2))), [Usage, UnreadableMessages]);
