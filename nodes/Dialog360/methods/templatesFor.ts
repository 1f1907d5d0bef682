import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { withNodeErrors } from '../../shared/failures/nodeError';
import { exchange } from '../../shared/transport/exchange';
import { dialog360BaseUrl } from '../provider/environment';
import { dialog360 } from '../provider/provider';
import { templatePages } from '../templates/list';
import type { Template } from '../templates/definition';

/**
 * All templates of the number, for what the editor shows.
 *
 * @throws NodeApiError when 360dialog refuses
 */
export async function templatesFor(context: ILoadOptionsFunctions): Promise<Template[]> {
	return await withNodeErrors(context.getNode(), async () => {
		const baseURL = dialog360BaseUrl(await context.getCredentials(dialog360.credential));
		const templates: Template[] = [];
		const get = async (url: string, qs: IDataObject) =>
			await exchange(context, dialog360, { method: 'GET', baseURL, url, qs });
		for await (const page of templatePages(get)) templates.push(...(page as Template[]));
		return templates;
	});
}
