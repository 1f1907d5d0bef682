import { extensionOf, plainType } from '../../shared/input/files/fileTypes';

/** A name for a file that has none: WhatsApp names documents in events only, and other files never. */
export function usualFileName(id: string, mimeType: string | undefined): string {
	return `${id}.${extensionOf(plainType(mimeType))}`;
}
