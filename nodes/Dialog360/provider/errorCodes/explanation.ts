/** What a refusal means, in plain words, and what to do now. */
export interface Explanation {
	cause: string;
	nextStep: string;
}
