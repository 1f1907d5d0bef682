import type { IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../../shared/input/checks';
import { badField } from '../../../../shared/failures/failure';
import type { Form } from '../form';

const LABEL = 'Message (JSON)';

/** Fields that the messageBody sets from the form, so that an example can be pasted as a whole. */
const OF_ENVELOPE = ['messaging_product', 'recipient_type', 'to', 'recipient'];

/** A message as JSON: `{ type, … }`. */
export function raw({ param }: Form): IDataObject {
	const given = jsonObject(LABEL, param('json', '{}'));
	if (typeof given.type !== 'string' || given.type === '') {
		throw badField(
			LABEL,
			'has no "type"',
			'Give the message as WhatsApp documents it, e.g. {"type": "text", "text": {"body": "Hello"}}.',
		);
	}
	return withoutEnvelope(given);
}

/** An interactive message as JSON: the object `interactive`, or a message that holds it. */
export function rawInteractive({ param }: Form): IDataObject {
	const given = jsonObject(LABEL, param('json', '{}'));
	if ('interactive' in given) return { type: 'interactive', ...withoutEnvelope(given) };
	if ('action' in given) return { type: 'interactive', interactive: given as IDataObject };
	throw badField(
		LABEL,
		'has no "action"',
		'Give the object that WhatsApp documents as "interactive", with type, body and action.',
	);
}

function withoutEnvelope(given: Record<string, unknown>): IDataObject {
	return Object.fromEntries(Object.entries(given).filter(([name]) => !OF_ENVELOPE.includes(name))) as IDataObject;
}
