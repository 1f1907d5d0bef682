/**
 * Takes one option with its value out of a command line, of which the rest is for another program.
 *
 * @param name without the `--` before it.
 */
export function takeOption(name: string, args: string[]): { value?: string; rest: string[] } {
	const at = args.indexOf(`--${name}`);
	if (at < 0) return { rest: args };
	const value = args[at + 1];
	if (value === undefined) throw new Error(`--${name} needs a value.`);
	return { value, rest: args.toSpliced(at, 2) };
}
