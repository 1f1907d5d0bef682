import { Failure } from '../../failures/failure';
import type { ItemContext } from '../itemContext';

/**
 * Why an item failed, so that it is true of the whole item and not of its last request alone. A change whose answer was
 * lost may have been made, although its repetition was refused or did not get through; and where nothing but reading
 * was done, nothing can be in doubt.
 *
 * @param reason what the item threw
 */
export function whatIsTrue({ provider, memory, itemIndex, hasChanged }: ItemContext, reason: unknown): unknown {
	const isFailure = reason instanceof Failure;
	const lost = memory.unsettled.get(itemIndex);
	if (isFailure && reason.outcome === 'inDoubt') {
		const mayHaveChanged = hasChanged || lost !== undefined || memory.doubts.has(itemIndex);
		return mayHaveChanged ? reason : new Failure({ ...reason.facts, outcome: 'refused' });
	}
	if (!lost) return reason;
	return isFailure ? afterLoss(provider.displayName, lost, reason) : lost;
}

function afterLoss(name: string, lost: Failure, last: Failure): Failure {
	const { facts } = last;
	if (last.outcome !== 'refused' || facts.httpCode === undefined) {
		const repetition = `It was repeated, which did not get through (${facts.code}).`;
		return new Failure({ ...lost.facts, cause: [lost.facts.cause, repetition].filter(Boolean).join(' ') });
	}
	return new Failure({
		...facts,
		message: `${facts.message}; an earlier try got no answer and may have been carried out`,
		nextStep: `Look in ${name} whether it was done before you repeat it. ${facts.nextStep}`,
		outcome: 'inDoubt',
	});
}
