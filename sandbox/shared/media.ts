import { createHash } from 'node:crypto';

interface StoredFile {
	bytes: Buffer;
	contentType: string;
}

/** Bench runs upload for minutes; the oldest pictures make room. */
const MAX_STORED_BYTES = 200 * 1024 * 1024;

/** Uploaded files, in memory, so that the inbox and a workflow can load what was sent. */
export class MediaStore {
	private readonly files = new Map<string, StoredFile>();
	private storedBytes = 0;

	constructor(private readonly place: { readonly url: string }) {}

	/** URL of a file in `sandbox/media`. */
	seeded(name: string): string {
		return `${this.place.url}/media/${name}`;
	}

	/** @returns the URL under which the sandbox serves the bytes from now on. */
	keep(bytes: Buffer, contentType: string): string {
		const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.${contentType.split('/')[1] ?? 'bin'}`;
		if (!this.files.has(name)) {
			this.files.set(name, { bytes, contentType });
			this.storedBytes += bytes.length;
			this.makeRoom();
		}
		return `${this.place.url}/media/uploads/${name}`;
	}

	get(name: string): StoredFile | undefined {
		return this.files.get(name);
	}

	clear(): void {
		this.files.clear();
		this.storedBytes = 0;
	}

	private makeRoom(): void {
		for (const [name, file] of this.files) {
			if (this.storedBytes <= MAX_STORED_BYTES) return;
			this.files.delete(name);
			this.storedBytes -= file.bytes.length;
		}
	}
}
