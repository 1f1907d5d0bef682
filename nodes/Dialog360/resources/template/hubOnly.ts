import { Failure } from '../../../shared/failures/failure';
import type { HttpAnswer } from '../../../shared/transport/answer';
import { isUnknownPath } from '../../templates/templatePages';

/** The failure of a request that 360dialog documents in its Hub only, where it does not pass it on. */
export function hubOnly(failure: Failure, answer: HttpAnswer, what: string): Failure {
	if (!isUnknownPath(answer)) return failure;
	return new Failure({
		...failure.facts,
		cause: `360dialog does not pass on ${what} for this number. Nothing was changed.`,
		nextStep: 'Do it in the 360dialog Hub (Numbers > Manage > Templates) or in the WhatsApp Manager.',
	});
}
