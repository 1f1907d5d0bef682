/** What a status of 3xx or 5xx says, whoever answers it, and any other that is not known. */
export function usualStatus(provider: string, statusCode: number): { cause?: string; nextStep: string } {
	if (statusCode >= 500) {
		return {
			cause: `${provider} could not process the request; whether it was carried out is not known.`,
			nextStep: `Look in ${provider} whether it was done before you repeat it.`,
		};
	}
	if (statusCode >= 300 && statusCode < 400) {
		return { nextStep: 'Check the base URL in the credential: the API answers without redirects.' };
	}
	return {
		nextStep: `Change what ${provider} names above; if it names nothing, check the fields of this node. Then run it again.`,
	};
}
