/** A number with its noun, e.g. `1 value`, `2 values`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
