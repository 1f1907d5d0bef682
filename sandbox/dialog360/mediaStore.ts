import type { ReceivedFile } from '../shared/body';
import type { MediaStore } from '../shared/media';

/** A file that was uploaded, or that a customer sent. */
export interface MediaFile {
	/** Digits. */
	id: string;
	mimeType: string;
	sha256: string;
	size: number;
	/** Where this sandbox shows it to people; null when it is too big to be kept. */
	url: string | null;
	fileName: string | null;
}

/** So many questions about files that are not there block the number's questions for an hour. */
const MAX_FAILURES = 5;
const HOUR_MS = 3_600_000;

/** The files of one number. https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media */
export class MediaFiles {
	private readonly files = new Map<string, MediaFile>();
	private nextId = firstId();
	private failures: number[] = [];

	constructor(private readonly shown: MediaStore) {}

	add({
		contentType,
		sha256,
		size,
		bytes,
		fileName,
	}: Pick<ReceivedFile, 'contentType' | 'sha256' | 'size' | 'bytes' | 'fileName'>): MediaFile {
		const id = String(this.nextId++);
		const url = bytes === null ? null : this.shown.keep(bytes, contentType);
		const file = { id, mimeType: contentType, sha256, size, url, fileName };
		this.files.set(id, file);
		return file;
	}

	/** What was uploaded; undefined when it was too big to be kept, or had to make room. */
	bytes = ({ url }: MediaFile): Buffer | undefined => this.shown.get(url?.split('/').pop() ?? '')?.bytes;

	find = (id: string): MediaFile | undefined => this.files.get(id);

	delete = (id: string): boolean => this.files.delete(id);

	/** A question about a file that is not there. */
	noteFailure(now = Date.now()): void {
		this.failures = [...this.failures.filter((at) => now - at < HOUR_MS), now];
	}

	/** Whether the number asked for missing files so often that it is not answered any more. */
	isBlocked(now = Date.now()): boolean {
		return this.failures.filter((at) => now - at < HOUR_MS).length >= MAX_FAILURES;
	}

	clear(): void {
		this.files.clear();
		this.failures = [];
	}
}

/** WhatsApp's IDs have up to 16 digits, few enough to survive a spreadsheet or a workflow that makes a number of them. */
const firstId = (): number => Date.now() * 1000;
