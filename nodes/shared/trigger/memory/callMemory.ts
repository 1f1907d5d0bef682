/** What a call says of a subject; two calls that say the same, with nothing else said in between, are one event. */
export interface Said {
	/** What a repetition of the event has in common with it, e.g. the ID of a message. */
	subject: string;
	/** Equal for two calls that say the same of the subject. */
	state: string;
}

/** `undecided`: an equal call came, and it is not known yet whether n8n could save its run. */
export type Verdict = 'news' | 'repeat' | 'undecided';

/** What a call said and was the first to say, until n8n has answered it. */
export interface Claim {
	/** In the order of what was said. */
	verdicts: Verdict[];
	/** n8n answered: what was claimed is known from now on, or is news again. */
	settle(isSaved: boolean): void | Promise<void>;
	/** The caller got the answer that all of it is taken, so that it has no reason to call again. */
	heard(): void | Promise<void>;
}

/** Where a trigger notes what it was told. */
export interface CallMemory {
	/** Judges what a call says and claims what is news, in one step: of two equal calls at the same moment one wins. */
	claim(said: Said[]): Claim | Promise<Claim>;
}
