import { readFile, writeFile } from 'node:fs/promises';

/** `CLK_TCK` of every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Seconds of a processor that another process, with all its threads, has used so far; out of Linux' `/proc`. */
export async function cpuOf(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	// The name of the command, in brackets, may hold blanks.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Megabytes that another process holds now, and the most that it held since {@link forgetPeak}. */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1000;
	return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Lets the peak of a process begin anew. */
export async function forgetPeak(pid: number): Promise<void> {
	await writeFile(`/proc/${pid}/clear_refs`, '5');
}
