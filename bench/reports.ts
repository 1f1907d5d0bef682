import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemOutcomes } from '../nodes/shared/failures/itemOutcomes';
import type { NodeRun } from '../test/engine/runTypes';

/** What a node said became of an item's message; `unsaid` where it said nothing of single items. */
export type Report = 'sent' | 'notSent' | 'maybeSent' | 'unsaid';

/** What our node said of each item: in its items, or in the lists of its error. */
export function partooReports(run: NodeRun, count: number): Report[] {
	const reports = new Array<Report>(count).fill('unsaid');
	const { outcomes } = (run.error?.context ?? {}) as { outcomes?: ItemOutcomes };
	if (outcomes) {
		const words = { done: 'sent', refused: 'notSent', inDoubt: 'maybeSent', notStarted: 'notSent' } as const;
		for (const [word, report] of Object.entries(words)) {
			for (const index of outcomes[word as keyof ItemOutcomes]) reports[index] = report;
		}
		return reports;
	}
	for (const item of run.items) reports[indexOf(item)] = reportOf(item);
	return reports;
}

/** What a node of n8n said: an item that carries an error is a failed one, with no word on whether it was sent. */
export function peerReports(run: NodeRun, count: number): Report[] {
	if (run.status !== 'success') return new Array<Report>(count).fill('unsaid');
	return run.items.map((item) => ('error' in item.json || item.error ? 'notSent' : 'sent'));
}

function indexOf({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : Number(pairedItem);
}

function reportOf({ json }: INodeExecutionData): Report {
	if (!('error' in json)) return 'sent';
	return (json.details as { maybeSent: boolean }).maybeSent ? 'maybeSent' : 'notSent';
}

/** How the reports compare with how often each message is at the server. */
export interface Verdict {
	/** Messages that a customer would read more than once. */
	twice: number;
	/** Items whose report is not what the server holds: said to be sent and missing, or said not to be sent and there. */
	untrue: number;
	/** Messages that are missing although nobody said so. */
	lost: number;
	said: Record<Report, number>;
}

export function judge(reports: Report[], timesAtServer: number[]): Verdict {
	const verdict: Verdict = { twice: 0, untrue: 0, lost: 0, said: { sent: 0, notSent: 0, maybeSent: 0, unsaid: 0 } };
	timesAtServer.forEach((times, index) => {
		const report = reports[index] ?? 'unsaid';
		verdict.said[report]++;
		if (times > 1) verdict.twice++;
		if ((report === 'sent' && times !== 1) || (report === 'notSent' && times !== 0)) verdict.untrue++;
		if (times === 0 && (report === 'sent' || report === 'unsaid')) verdict.lost++;
	});
	return verdict;
}
