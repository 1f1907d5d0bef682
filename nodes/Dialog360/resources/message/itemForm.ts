import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { collection } from '../../../shared/input/collection';
import { file } from '../../../shared/input/files/file';
import { withExtension } from '../../../shared/input/files/fileTypes';
import type { BinaryFile } from '../../../shared/input/files/file';
import { checkFile } from '../../media/fileRules';
import type { MediaKind } from '../../media/fileRules';
import { mediaReference } from '../../media/mediaReference';
import { uploadOnce } from '../../media/uploadOnce';

/** What a user filled in, as the functions see it that make a message's body. */
export interface Form {
	/** A field; a resource locator comes with its mode. */
	param(name: string, fallback?: unknown): unknown;
	/** What was added under Options; each is still to be read by its type. */
	readonly options: Record<string, unknown>;
	/** Whether the server is one of the user's own. */
	readonly isCustom: boolean;
	/** The workflow's time zone, e.g. `Europe/Paris`. */
	readonly zone: string;
	/**
	 * The `{ link }` or `{ id }` of a file.
	 *
	 * @throws Failure when the field is empty or no proper address
	 */
	media(label: string, kind: MediaKind, value: unknown): IDataObject;
}

interface PendingUpload {
	label: string;
	kind: MediaKind;
	/** The name of a binary field, or the file itself. */
	file: unknown;
	/** The object in the message's body that gets the media ID. */
	target: IDataObject;
}

/** The form of one item. The files of binary fields are uploaded after the whole body has passed its checks. */
export class ItemForm implements Form {
	private readonly pending: PendingUpload[] = [];

	readonly options: Record<string, unknown>;
	readonly isCustom: boolean;
	readonly zone: string;

	constructor(private readonly item: ItemContext) {
		this.options = collection(item, 'Options', 'options');
		this.isCustom = item.isCustom;
		this.zone = item.context.getTimezone();
	}

	readonly param = (name: string, fallback: unknown = ''): unknown => this.item.given(name, fallback);

	readonly media = (label: string, kind: MediaKind, value: unknown): IDataObject => {
		const reference = mediaReference(label, value, this.isCustom);
		// Only documents have a name.
		if (!('file' in reference)) return kind === 'document' ? { ...reference } : { ...reference, filename: undefined };
		const target: IDataObject = { id: '' };
		this.pending.push({ label, kind, file: reference.file, target });
		return target;
	};

	/**
	 * Uploads what is still in binary fields and fills the media IDs in.
	 *
	 * @throws Failure when a field holds no file, or one that WhatsApp does not take
	 */
	async upload(): Promise<void> {
		const files: Array<[IDataObject, BinaryFile]> = [];
		for (const { label, kind, file: given, target } of this.pending) {
			const found = await file(label, given, this.item, `For an address choose 'By URL' in '${label}'.`);
			checkFile(label, kind, found);
			// A document without a name is shown as "Untitled".
			if (kind === 'document') {
				const { filename } = target;
				target.filename = typeof filename === 'string' ? withExtension(filename, found.contentType) : found.fileName;
			}
			files.push([target, found]);
		}
		for (const [target, found] of files) target.id = await uploadOnce(this.item, found);
	}
}
