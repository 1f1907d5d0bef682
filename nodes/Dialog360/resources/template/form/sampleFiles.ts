import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { badField } from '../../../../shared/failures/failure';
import { file } from '../../../../shared/input/files/file';
import { asObject } from '../../../../shared/json';
import { checkFile } from '../../../media/fileRules';
import type { MediaKind } from '../../../media/fileRules';
import { mediaReference } from '../../../media/mediaReference';
import { uploadSample } from '../../../media/uploadSample';

/** The file that WhatsApp looks at when it reviews a template; messages bring their own. */
export function sampleField(name: string, more: Partial<INodeProperties> = {}): INodeProperties {
	return {
		displayName: 'Sample File',
		name,
		type: 'resourceLocator',
		default: { mode: 'url', value: '' },
		modes: [
			{ displayName: 'By URL', name: 'url', type: 'string', placeholder: 'e.g. https://example.com/shoes.png' },
			{ displayName: 'Binary Field', name: 'binary', type: 'string', placeholder: 'e.g. data' },
			{ displayName: 'By Handle', name: 'handle', type: 'string' },
		],
		description: "For WhatsApp's review; each message has its own file",
		...more,
	};
}

/** What an upload answers (https://developers.facebook.com/docs/graph-api/guides/upload). */
const HANDLE = /^\d+:[\w+/=:.-]+$/;

interface Pending {
	label: string;
	kind: MediaKind;
	/** The name of a binary field, or the file itself. */
	given: unknown;
	/** The list in the template that gets the handle. */
	target: string[];
}

/**
 * The sample files of one template. A URL goes to 360dialog as it is
 * (https://docs.360dialog.com/partner/messaging/template-messages/template-elements); a file from a binary field is
 * uploaded after the whole template has passed its checks.
 */
export class SampleFiles {
	private readonly pending: Pending[] = [];

	constructor(private readonly item: ItemContext) {}

	/**
	 * The `{ header_handle }` of a file.
	 *
	 * @throws Failure when the field is empty or no proper address
	 */
	example(label: string, kind: MediaKind, value: unknown): IDataObject {
		const inner = asObject(value).value ?? value;
		if (typeof inner === 'string' && HANDLE.test(inner.trim())) return { header_handle: [inner.trim()] };
		const reference = mediaReference(label, value, this.item.isCustom);
		if ('link' in reference) return { header_handle: [reference.link] };
		if ('id' in reference) {
			throw badField(
				label,
				'holds a media ID, and a template takes none',
				'Give a URL, the name of a binary field, or the handle of an upload for templates.',
			);
		}
		const target = [''];
		this.pending.push({ label, kind, given: reference.file, target });
		return { header_handle: target };
	}

	/**
	 * Uploads what is still in binary fields and fills the handles in.
	 *
	 * @throws Failure when a field holds no file, or one that WhatsApp does not take
	 */
	async upload(): Promise<void> {
		const found = [];
		for (const { label, kind, given, target } of this.pending) {
			const sample = await file(label, given, this.item);
			checkFile(label, kind, sample);
			found.push({ label, sample, target });
		}
		for (const { label, sample, target } of found) target[0] = await uploadSample(this.item, label, sample);
	}
}
