import { createHash, timingSafeEqual } from 'crypto';

/**
 * Whether what a caller sent is the secret, in a time that tells nothing about how much of it is right. Anything but a
 * text, e.g. the list that a doubled query parameter becomes, is not; an empty secret equals nothing.
 */
export function sameSecret(sent: unknown, secret: string): boolean {
	return typeof sent === 'string' && secret !== '' && timingSafeEqual(digest(sent), digest(secret));
}

/** Equal lengths are what the comparison asks for. */
function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
