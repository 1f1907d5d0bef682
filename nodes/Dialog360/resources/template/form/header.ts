import { templateLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { ENTRY_BY_ENTRY } from '../../../../shared/input/collection';
import { jsonObject, asJson } from '../../../../shared/input/json/json';
import { list } from '../../../../shared/input/list';
import { choice } from '../../../../shared/input/text';
import { isNothing } from '../../../../shared/input/value';
import { textField } from '../../../fields/common';
import type { MediaKind } from '../../../media/fileRules';
import { TEMPLATE_HEADER_MAX } from '../../../provider/limits';
import { variablesOf } from '../../../templates/definition';
import { checkHeaderText, checkVariables } from '../templateRules';
import { optionForKinds } from './kinds';
import { sampleField } from './sampleFiles';
import type { SampleFiles } from './sampleFiles';
import { example } from './texts';

const FORMATS = ['DOCUMENT', 'IMAGE', 'LOCATION', 'VIDEO'];

export const headerOptions: INodeProperties[] = [
	textField('Header Example', 'templateHeaderExample', {
		description: 'An example for the variable of the header',
		...optionForKinds('standard'),
	}),
	{
		displayName: 'Header Media',
		name: 'templateHeaderMedia',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Header Media',
		description: 'A file or location above the text, instead of a Header Text',
		...optionForKinds('standard'),
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Type',
						name: 'format',
						type: 'options',
						noDataExpression: true,
						options: [
							{ name: 'Document', value: 'DOCUMENT' },
							{ name: 'Image', value: 'IMAGE' },
							{ name: 'Location', value: 'LOCATION' },
							{ name: 'Video', value: 'VIDEO' },
						],
						default: 'IMAGE',
					},
					sampleField('sample', { displayOptions: { hide: { format: ['LOCATION'] } } }),
				],
			},
		],
	},
	textField('Header Text', 'templateHeader', {
		description: 'Up to 60 characters, with one variable at most',
		...optionForKinds('standard'),
	}),
];

/**
 * The header of a template; nothing where there is none.
 *
 * @throws Failure naming the field that is too long or lacks an example
 */
export function headerComponent(options: Record<string, unknown>, files: SampleFiles): IDataObject[] {
	const text = templateLine('Header Text', options.templateHeader, TEMPLATE_HEADER_MAX);
	const media = isNothing(options.templateHeaderMedia)
		? undefined
		: jsonObject('Header Media', options.templateHeaderMedia, undefined, asJson).header;
	if (text !== '' && media !== undefined)
		throw badField('Header Media', 'is there beside a Header Text', 'Take one of the two out.');
	if (text !== '') return [textHeader(text, options.templateHeaderExample)];
	if (media === undefined) {
		if (isNothing(options.templateHeaderMedia)) return [];
		throw badField(
			'Header Media',
			'is empty',
			`Add a header in 'Header Media', or take the option out. ${ENTRY_BY_ENTRY}`,
		);
	}
	const { format, sample } = jsonObject('Header Media', media, undefined, asJson);
	return [
		mediaHeader(
			'Header Media > ',
			choice('Header Media > Type', format, FORMATS, { fallback: 'IMAGE' }),
			files,
			sample,
		),
	];
}

function textHeader(text: string, sample: unknown): IDataObject {
	if (variablesOf(text).length > 1)
		throw badField('Header Text', 'holds several variables; WhatsApp takes one', 'Keep one of them.');
	checkVariables('Header Text', text);
	checkHeaderText('Header Text', text);
	const examples = example('header_text', 'Header Example', text, list('Header Example', [sample]));
	return { type: 'HEADER', format: 'TEXT', text, ...examples };
}

/** @param format IMAGE, VIDEO, DOCUMENT or LOCATION */
export function mediaHeader(where: string, format: string, files: SampleFiles, sample: unknown): IDataObject {
	if (format === 'LOCATION') return { type: 'HEADER', format };
	const kind = format.toLowerCase() as MediaKind;
	return { type: 'HEADER', format, example: files.example(`${where}Sample File`, kind, sample) };
}
