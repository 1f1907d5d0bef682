import { clip } from '../../shared/failures/clip';
import { badField } from '../../shared/failures/failure';
import { identifier, issuedId, optionalIdentifier, wholeNumberId, withoutLabel } from '../../shared/input/identifier';

/** Where a conversation's ID is found. */
const CONVERSATION =
	'Choose one from the list or give its ID, a whole number such as 123: conversationId of the trigger.';
const MESSAGE = 'Give the ID, a whole number such as 123, as Send or the trigger gave it: messageId.';

/** Businesses and users have 24 hexadecimal digits (https://developers.partoo.co, "User information", "Businesses"). */
const HEX = /^[\da-f]{24}$/i;
/** Of phone numbers there are more digits, or a zero before them. */
const COUNTED = /^(0|[1-9]\d{0,9})$/;
/** What other systems write: version 1 to 8 of RFC 9562. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** @throws Failure when it is empty or no whole number */
export function conversationIdOf(value: unknown): number {
	return wholeNumberId('Conversation', value, CONVERSATION);
}

/** A conversation that may be left out; null then. @throws Failure when it is no whole number */
export function optionalConversationId(value: unknown): number | null {
	return optionalIdentifier('Conversation', value) === '' ? null : conversationIdOf(value);
}

/** @throws Failure when it is empty or no whole number */
export function messageIdOf(value: unknown): number {
	return wholeNumberId('Message ID', value, MESSAGE);
}

/** @throws Failure when it is empty, or surely no ID of a business */
export function businessId(value: unknown): string {
	return checked('Business', identifier('Business', value, whereOf('Business')));
}

/** @throws Failure when it is empty, or surely no ID of a user */
export function userId(value: unknown): string {
	return checked('User', identifier('User', value, whereOf('User')));
}

/** The ID of a business or a user that may be left out; empty then. @throws Failure when it is surely none */
export function optionalId(label: string, value: unknown): string {
	return checked(label, optionalIdentifier(label, value));
}

/** The ID of a custom channel. @throws Failure when it is empty, or surely none */
export function channelId(value: unknown): string {
	return issuedId('Channel ID', value, 'Partoo gives you the ID when it sets the channel up.');
}

/**
 * Partoo's own page has a business with a number for its ID, so what may be one passes, and a store code (`c-…`):
 * names, addresses, phone numbers and IDs of other systems do not.
 */
function checked(label: string, given: string): string {
	const id = withoutLabel(given);
	const isWord = /^[\w-]*\d[\w-]*$/.test(id) && !UUID.test(id) && !/^[\d-]+$/.test(id);
	if (id === '' || HEX.test(id) || COUNTED.test(id) || id.startsWith('c-') || isWord) return id;
	throw badField(label, `holds "${clip(id)}", which is no ID of Partoo's`, whereOf(label));
}

function whereOf(label: string): string {
	return `Choose one from the list of '${label}', or give the ID: 24 letters and digits, such as 5409c35a97bbc544d8e26737.`;
}
