import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { binaryFile } from '../../../shared/input/binaryFile';
import type { BinaryFile } from '../../../shared/input/binaryFile';
import { checkFile } from '../../media/fileRules';
import type { MediaKind } from '../../media/fileRules';
import { mediaReference } from '../../media/mediaReference';
import { uploadOnce } from '../../media/uploadOnce';

/** What a user may set beside the message itself. */
export interface SendOptions {
	additionalBodyFields?: unknown;
	bodyText?: string;
	defaultCountryCode?: unknown;
	fileName?: string;
	flowAction?: string;
	flowData?: unknown;
	flowMessageVersion?: string;
	flowMode?: string;
	flowScreen?: string;
	flowToken?: string;
	footer?: string;
	headerDocument?: unknown;
	headerFileName?: string;
	headerImage?: unknown;
	headerText?: string;
	headerVideo?: unknown;
	identityKeyHash?: string;
	locationAddress?: string;
	locationName?: string;
	previewUrl?: boolean;
	recipientType?: 'individual' | 'group';
	replyTo?: string;
	thumbnailProduct?: string;
	trackingText?: string;
	voice?: boolean;
}

/** What a user filled in, as the functions see it that make a message's body. */
export interface Form {
	/** A field; a resource locator comes with its mode. */
	param<T>(name: string, fallback: T): T;
	readonly options: SendOptions;
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
	binaryField: string;
	/** The object in the message's body that gets the media ID. */
	target: IDataObject;
}

/** The form of one item. The files of binary fields are uploaded after the whole body has passed its checks. */
export class ItemForm implements Form {
	private readonly pending: PendingUpload[] = [];

	readonly options: SendOptions;

	constructor(private readonly item: ItemContext) {
		this.options = this.param<SendOptions>('options', {});
	}

	readonly param = <T>(name: string, fallback: T): T => this.item.context.getNodeParameter(name, fallback) as T;

	readonly media = (label: string, kind: MediaKind, value: unknown): IDataObject => {
		const reference = mediaReference(label, value);
		if (!('binaryField' in reference)) return { ...reference };
		const target: IDataObject = { id: '' };
		this.pending.push({ label, kind, binaryField: reference.binaryField, target });
		return target;
	};

	/**
	 * Uploads what is still in binary fields and fills the media IDs in.
	 *
	 * @throws Failure when a field holds no file, or one that WhatsApp does not take
	 */
	async upload(): Promise<void> {
		const files: Array<[IDataObject, BinaryFile]> = [];
		for (const { label, kind, binaryField, target } of this.pending) {
			const file = await binaryFile(this.item, label, binaryField);
			checkFile(label, kind, file);
			// A document without a name is shown as "Untitled".
			if (kind === 'document') target.filename ??= file.fileName;
			files.push([target, file]);
		}
		for (const [target, file] of files) target.id = await uploadOnce(this.item, file);
	}
}
