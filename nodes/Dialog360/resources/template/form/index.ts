import { templateLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import type { OperationFields } from '../../../../shared/door/operation';
import { badField } from '../../../../shared/failures/failure';
import { addedEntries, collection } from '../../../../shared/input/collection';
import { jsonList } from '../../../../shared/input/json/json';
import { objectsIn } from '../../../../shared/json';
import { optionsField, textField } from '../../../fields/common';
import { OFFER_BODY_MAX, TEMPLATE_BODY_MAX, TEMPLATE_BUTTONS_MAX, TEMPLATE_FOOTER_MAX } from '../../../provider/limits';
import { isNumber, variablesOf } from '../../../templates/definition';
import { checkBraces } from '../templateRules';
import { buttonsComponent } from './buttons';
import { buttonsOption } from './buttonFields';
import { carouselComponent, carouselFields } from './carousel';
import { codeButtonField, codeComponents, codeOptions } from './code';
import { examplesField } from './fields';
import { headerComponent, headerOptions } from './header';
import { forKinds, kindField, kindOf, optionForKinds } from './kinds';
import type { Kind } from './kinds';
import { offerComponents, offerField } from './offer';
import { SampleFiles } from './sampleFiles';
import { bodyComponent } from './texts';

const bodyField = textField('Body', 'bodyText', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Hello {{1}}, your order {{2}} is on its way.',
	description:
		'Up to 1024 characters (600 for an offer). Each variable, numbered or named, needs an example: see Body Examples below.',
	...forKinds('standard', 'carousel', 'offer'),
});

const options: INodeProperties[] = [
	{ ...examplesField, ...optionForKinds('standard', 'carousel', 'offer') },
	buttonsOption,
	...codeOptions,
	{
		displayName: 'Components (JSON)',
		name: 'templateComponents',
		type: 'json',
		default: '[]',
		description:
			'The list "components" as in WhatsApp\'s documentation, instead of this form: for catalogs, products and anything newer',
	},
	textField('Footer', 'templateFooter', { description: 'Up to 60 characters', ...optionForKinds('standard') }),
	...headerOptions,
];

/** The parts of a template, for those that are made and those that are changed. */
export const partFields = {
	decides: [kindField],
	what: [bodyField, offerField, codeButtonField, ...carouselFields],
	options: [optionsField(options)],
} satisfies OperationFields;

/** What a user filled in of a template. */
export interface TemplateForm {
	kind: Kind;
	components: IDataObject[];
	/** Whether its variables have names. */
	hasNames: boolean;
	/** Uploads the sample files of binary fields, whose handles are filled in then. */
	upload(): Promise<void>;
}

/**
 * The components of a template, all of them checked
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 *
 * @throws Failure naming the field that is empty, too long, breaks a rule of WhatsApp's, or lacks an example
 */
export function templateForm(item: ItemContext): TemplateForm {
	const given = collection(item, 'Options', 'options');
	const kind = kindOf(item.param('templateKind', 'standard'));
	const written = jsonList('Components (JSON)', given.templateComponents, '[{"type": "BODY", "text": "Hello"}]');
	const files = new SampleFiles(item);
	const isWritten = written.length > 0;
	const components = isWritten ? (written as IDataObject[]) : makers[kind](item, given, files);
	return {
		kind,
		components,
		hasNames: !isWritten && hasNames(components),
		upload: async () => await files.upload(),
	};
}

type Maker = (item: ItemContext, given: Record<string, unknown>, files: SampleFiles) => IDataObject[];

const body = (item: ItemContext, { bodyExamples }: Record<string, unknown>, max = TEMPLATE_BODY_MAX) =>
	bodyComponent('', item.param('bodyText', ''), max, bodyExamples);

const makers: Record<Kind, Maker> = {
	standard(item, given, files) {
		const footer = templateLine('Footer', given.templateFooter, TEMPLATE_FOOTER_MAX);
		checkBraces('Footer', footer);
		if (variablesOf(footer).length > 0)
			throw badField('Footer', 'holds a variable, and a footer has none', 'Write it into the body.');
		return [
			...headerComponent(given, files),
			body(item, given),
			...(footer ? [{ type: 'FOOTER', text: footer }] : []),
			...buttonsComponent('', addedEntries('Buttons', 'button', given.templateButtons), TEMPLATE_BUTTONS_MAX),
		];
	},
	carousel(item, given, files) {
		const cards = carouselComponent(item.param('cards', {}), item.param('cardMedia', 'image'), files);
		return [body(item, given), cards];
	},
	offer: (item, given, files) => offerComponents(item.param('offer', {}), body(item, given, OFFER_BODY_MAX), files),
	code: (item, given) => codeComponents(item.param('codeButton', null), given),
};

/**
 * Whether the variables of a template have names. WhatsApp takes one format for all of them.
 *
 * @throws Failure where some texts have names and others numbers
 */
function hasNames(components: IDataObject[]): boolean {
	const texts = textsOf(components, '').filter(({ variables }) => variables.length > 0);
	const named = texts.filter(({ variables }) => !variables.every(isNumber));
	const numbered = texts.filter(({ variables }) => variables.every(isNumber));
	if (named.length === 0 || numbered.length === 0) return named.length > 0;
	throw badField(
		named[0]!.label,
		`has variables with names, and '${numbered[0]!.label}' has them with numbers`,
		'Give all variables of the template names, or number them in each text from {{1}} on.',
	);
}

/** The header's and the bodies' variables, with the labels of their fields. */
function textsOf(components: IDataObject[], where: string): Array<{ label: string; variables: string[] }> {
	return components.flatMap(({ type, text, cards }) => [
		...(typeof text === 'string' ? [{ label: where + LABELS[String(type)], variables: variablesOf(text) }] : []),
		...objectsIn(cards ?? []).flatMap((card, index) => textsOf(objectsIn(card.components), `Cards > ${index + 1} > `)),
	]);
}

const LABELS: Record<string, string> = { HEADER: 'Header Text', BODY: 'Body', FOOTER: 'Footer' };
