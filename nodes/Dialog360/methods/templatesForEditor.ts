import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { withNodeErrors } from '../../shared/failures/nodeError';
import { exchange } from '../../shared/transport/exchange';
import { dialog360 } from '../provider/provider';
import type { Template } from '../templates/definition';
import { allTemplates } from '../templates/templatePages';

/**
 * All templates of the number, for what the editor shows.
 *
 * @throws NodeApiError when 360dialog refuses
 */
export async function templatesForEditor(context: ILoadOptionsFunctions): Promise<Template[]> {
	return await withNodeErrors(context.getNode(), async () => {
		const baseURL = dialog360.baseUrl(await context.getCredentials(dialog360.credential));
		const get = async (url: string, qs: IDataObject) =>
			await exchange(context, dialog360, { method: 'GET', baseURL, url, qs });
		return await allTemplates(get);
	});
}
