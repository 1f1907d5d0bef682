import type { IDataObject } from 'n8n-workflow';
import type { RequestSpec } from '../../../shared/ask';
import { asObject } from '../../../shared/call';
import type { Call } from '../../../shared/call';
import { idText } from '../../../shared/deliveryStatus';
import { answerFailure, unexpectedAnswer } from '../../../shared/explain';
import { isGood } from '../../../shared/send';
import type { HttpAnswer } from '../../../shared/send';
import type { Readings } from './payload';

type Reading = keyof Readings;

const REFUSED_FIELD = new Set([400, 422]);

/** The field that Partoo names when it wants the other reading. */
const NAMED_FIELD: Record<Reading, RegExp> = { withDate: /\bdate\b/, withTopLevelUrl: /\burl\b/ };

/**
 * Posts a message. Where Partoo refuses the first reading of its self-contradicting document by naming the field,
 * the message is posted once more with the other reading (a refused request was not carried out). The account keeps
 * a reading that was taken.
 *
 * @param possible the other readings that would change this message
 * @param build the request for the given readings
 * @throws Failure when Partoo refuses the message, or when its answer does not say which message it made
 */
export async function postMessage(
	call: Call,
	possible: Reading[],
	build: (readings: Readings) => Promise<RequestSpec> | RequestSpec,
): Promise<IDataObject> {
	const chosen = new Set(possible.filter((reading) => call.account.readings.has(reading)));
	for (;;) {
		const readings = { withDate: chosen.has('withDate'), withTopLevelUrl: chosen.has('withTopLevelUrl') };
		const answer = await call.ask(async () => await build(readings));
		if (isGood(answer)) {
			for (const reading of chosen) call.account.readings.add(reading);
			const body = asObject(answer.body);
			if (idText(body.message_id) === null) throw unexpectedAnswer(call.provider, answer, "the new message's ID");
			return body;
		}
		const wanted = possible.find((reading) => !chosen.has(reading) && names(answer, reading));
		if (!wanted) throw answerFailure(call.provider, answer);
		chosen.add(wanted);
	}
}

function names({ statusCode, body }: HttpAnswer, reading: Reading): boolean {
	return REFUSED_FIELD.has(statusCode) && NAMED_FIELD[reading].test(JSON.stringify(body) ?? '');
}
