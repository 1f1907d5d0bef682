import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { HttpAnswer } from '../../shared/transport/answer';
import { exchangeOrThrow } from '../../shared/transport/exchange';
import { callbellBaseUrl } from '../provider/environment';
import { callbell } from '../provider/provider';

/** Reads what the open node shows, e.g. the entries of a list. @throws Failure when Callbell does not give it */
export async function ask(context: ILoadOptionsFunctions, url: string, qs: IDataObject = {}): Promise<HttpAnswer> {
	const baseURL = callbellBaseUrl(await context.getCredentials(callbell.credential));
	return await exchangeOrThrow(context, callbell, { method: 'GET', baseURL, url, qs });
}
