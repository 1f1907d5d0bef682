import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { asObject } from '../../shared/call';
import { sendOrThrow } from '../../shared/send';
import { callbellBaseUrl } from '../environment';
import { callbell } from '../provider';

export async function searchChannels(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	return await list(this, 'channels', 'title');
}

export async function searchTeams(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	return await list(this, 'teams', 'name');
}

async function list(context: ILoadOptionsFunctions, what: string, label: string): Promise<INodeListSearchResult> {
	const baseURL = callbellBaseUrl(await context.getCredentials(callbell.credential));
	const answer = await sendOrThrow(context, callbell, { method: 'GET', baseURL, url: `/${what}` });
	const entries = asObject(answer.body)[what] as IDataObject[];
	return { results: entries.map((entry) => ({ name: String(entry[label]), value: String(entry.uuid) })) };
}
