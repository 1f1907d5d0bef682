import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { withNodeErrors } from '../../shared/failures/nodeError';
import { wordsAround } from '../../shared/input/templates/variableText';
import { hasMedia, templateIn, variablesOf } from '../templates/template';
import { labelOf, URL_ID, URL_LABEL } from '../templates/values';
import { ask } from './ask';

/** A field for each variable of the chosen template, and one for its file. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const uuid = String(this.getNodeParameter('templateId', '', { extractValue: true })).trim();
	if (!uuid) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	return await withNodeErrors(this.getNode(), async () => {
		const template = templateIn(await ask(this, `/templates/${encodeURIComponent(uuid)}`));
		const fields = variablesOf(template).map((number) =>
			toField(`${number}`, `${labelOf(number)}: ${wordsAround(template.text, `${number}`)}`),
		);
		if (hasMedia(template)) fields.push(toField(URL_ID, URL_LABEL));
		return { fields, emptyFieldsNotice: 'This template has no variables.' };
	});
}

function toField(id: string, displayName: string): ResourceMapperField {
	return {
		id,
		displayName,
		required: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: 'string',
	};
}
