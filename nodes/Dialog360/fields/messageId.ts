import { clip } from '../../shared/failures/clip';
import { badField } from '../../shared/failures/failure';
import { issuedId, optionalIssuedId } from '../../shared/input/identifier';

/** As WhatsApp writes them, e.g. `wamid.HBgLMTY1MDM4Nzk0MzkVAgAS`; WhatsApp refuses others later, or not at all. */
const MESSAGE_ID = /^wamid\.\S/;

/**
 * The ID of a message on WhatsApp.
 *
 * @param nextStep where the user finds it
 * @throws Failure when it is empty, or none
 */
export function messageId(label: string, value: unknown, nextStep: string): string {
	return checked(label, issuedId(label, value, nextStep), nextStep);
}

/** Like {@link messageId}, for one that may be left out; empty then. @throws Failure when it is none */
export function optionalMessageId(label: string, value: unknown, nextStep: string): string {
	const id = optionalIssuedId(label, value, nextStep);
	return id === '' ? '' : checked(label, id, nextStep);
}

function checked(label: string, id: string, nextStep: string): string {
	if (MESSAGE_ID.test(id)) return id;
	throw badField(label, `holds "${clip(id)}"; the ID of a message begins with wamid.`, nextStep);
}
