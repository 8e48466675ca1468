import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line is wrong, or somebody asked how it is meant. */
export class Usage extends Error {}

/** The options of a command, and how it is meant. */
interface Command<Options extends ParseArgsConfig['options']> {
  readonly options: Options;
  readonly usage: string;
  /** Whether it takes words that belong to no option. */
  readonly takesWords: boolean;
}

/** What a command line says. @throws Usage with what is wrong, and how it is meant */
export function readCommandLine<const Options extends ParseArgsConfig['options']>(
  args: readonly string[],
  { options, usage, takesWords }: Command<Options>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: takesWords });
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${usage}`);
  }
}
