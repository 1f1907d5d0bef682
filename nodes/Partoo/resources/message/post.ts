import type { IDataObject } from 'n8n-workflow';
import { asObject, madeId } from '../../../shared/json';
import { isGood } from '../../../shared/transport/answer';
import type { HttpAnswer } from '../../../shared/transport/answer';
import type { ItemContext } from '../../../shared/door/itemContext';
import { answerFailure, unexpectedAnswer } from '../../../shared/transport/httpFailure';
import type { Account } from '../../../shared/pacing/account';
import { fieldsIn } from '../../provider/errors';
import type { Readings } from './body/payload';
import type { RequestBuilder } from './body/requestBuilder';

type Reading = keyof Readings;

/** The readings that each account turned out to want. */
const wantedReadings = new WeakMap<Account, Set<Reading>>();

const REFUSED_FIELD = new Set([400, 422]);

/** The field that Partoo names when it wants the other reading. */
const NAMED_FIELD: Record<Reading, RegExp> = { withDate: /\bdate\b/, withTopLevelUrl: /\burl\b/ };

/**
 * Posts a message. Where Partoo refuses the first reading of its self-contradicting document by naming the field, or
 * without naming any, the message is posted once more with the other reading (a refused request was not carried out).
 * The account keeps a reading that was taken.
 *
 * @param possible the other readings that would change this message
 * @param build the request for the given readings
 * @throws Failure when Partoo refuses the message, or when its answer does not say which message it made
 */
export async function postMessage(item: ItemContext, possible: Reading[], build: RequestBuilder): Promise<IDataObject> {
	const known = wantedReadings.get(item.account) ?? new Set();
	const chosen = new Set(possible.filter((reading) => known.has(reading)));
	for (;;) {
		const readings = { withDate: chosen.has('withDate'), withTopLevelUrl: chosen.has('withTopLevelUrl') };
		const answer = await item.ask(async () => await build(readings));
		if (isGood(answer)) {
			if (chosen.size > 0) wantedReadings.set(item.account, new Set([...known, ...chosen]));
			const body = asObject(answer.body);
			if (madeId(body.message_id) === null) throw unexpectedAnswer(item.provider, answer, "the new message's ID");
			return body;
		}
		const others = possible.filter((reading) => !chosen.has(reading));
		const wanted =
			others.find((reading) => names(answer, reading)) ?? (namesNoField(answer) ? others.at(-1) : undefined);
		if (!wanted) throw answerFailure(item.provider, answer);
		chosen.add(wanted);
	}
}

/**
 * Whether a refusal does not say which field it is about, e.g. `{ errors: { json: { _schema: ['Invalid input'] } } }`.
 */
function namesNoField({ statusCode, body }: HttpAnswer): boolean {
	return REFUSED_FIELD.has(statusCode) && fieldsIn(body).length === 0;
}

function names({ statusCode, body }: HttpAnswer, reading: Reading): boolean {
	return REFUSED_FIELD.has(statusCode) && NAMED_FIELD[reading].test(JSON.stringify(body) ?? '');
}
