import { entryOf } from '../../shared/json';
import type { IDataObject } from 'n8n-workflow';
import { identifier } from '../../shared/input/identifier';
import { jsonList, jsonObject } from '../../shared/input/json/json';
import { limitedText, text } from '../../shared/input/text';
import { variableText } from '../../shared/input/templates/variableText';
import { COUPON_CODE_MAX } from '../provider/limits';
import { variablesOf } from './definition';
import { unknownPart } from './slots';
import type { Part, Slot, Values } from './slots';
import { urlSuffix } from './values/urlSuffix';

/** A type of button that takes values. */
interface ButtonType {
	/** WhatsApp's word for it in a message. */
	subType: string;
	isRequired: boolean;
	slots(id: string, label: string): Slot[];
	/** Undefined when the button is sent as it is in the template. */
	parameters(values: Values, id: string, label: string, url: string): IDataObject[] | undefined;
}

const SECTIONS_EXAMPLE = '[{"title": "Popular", "product_items": [{"product_retailer_id": "SKU-1"}]}]';
/** WhatsApp's own default of a flow's token. */
const NO_TOKEN = 'unused';

/** By the word of the template. */
const BUTTON_TYPES: Record<string, ButtonType> = {
	URL: {
		subType: 'url',
		isRequired: true,
		slots: (id, label) => [{ id: `${id}_url`, label: `${label} URL Suffix`, isRequired: true }],
		parameters({ get, flattens }, id, label, url) {
			const suffix = variableText(`${label} URL Suffix`, get(`${id}_url`), { flattens });
			return [{ type: 'text', text: urlSuffix(`${label} URL Suffix`, suffix, url) }];
		},
	},
	QUICK_REPLY: {
		subType: 'quick_reply',
		isRequired: false,
		slots: (id, label) => [{ id: `${id}_payload`, label: `${label} Payload` }],
		parameters({ get, flattens }, id, label) {
			const payload = get(`${id}_payload`);
			return payload === undefined
				? undefined
				: [{ type: 'payload', payload: variableText(`${label} Payload`, payload, { flattens }) }];
		},
	},
	COPY_CODE: {
		subType: 'copy_code',
		isRequired: true,
		slots: (id, label) => [{ id: `${id}_code`, label: `${label} Code`, isRequired: true }],
		parameters({ get }, id, label) {
			const code = limitedText(`${label} Code`, get(`${id}_code`), COUPON_CODE_MAX);
			return [{ type: 'coupon_code', coupon_code: code }];
		},
	},
	FLOW: {
		subType: 'flow',
		isRequired: false,
		slots: (id, label) => [
			{ id: `${id}_flow_token`, label: `${label} Flow Token` },
			{ id: `${id}_flow_data`, label: `${label} Flow Data (JSON)`, isExtra: true },
		],
		parameters({ get }, id, label) {
			const data = jsonObject(`${label} Flow Data (JSON)`, get(`${id}_flow_data`)) as IDataObject;
			const token = { flow_token: text(`${label} Flow Token`, get(`${id}_flow_token`)) || NO_TOKEN };
			return [
				{ type: 'action', action: { ...token, ...(Object.keys(data).length > 0 && { flow_action_data: data }) } },
			];
		},
	},
	CATALOG: {
		// WhatsApp writes this one in upper case.
		subType: 'CATALOG',
		isRequired: false,
		slots: (id, label) => [{ id: `${id}_thumbnail`, label: `${label} Thumbnail Product ID` }],
		parameters({ get }, id, label) {
			const thumbnail = get(`${id}_thumbnail`);
			if (thumbnail === undefined) return undefined;
			return [
				{
					type: 'action',
					action: { thumbnail_product_retailer_id: identifier(`${label} Thumbnail Product ID`, thumbnail) },
				},
			];
		},
	},
	MPM: {
		subType: 'mpm',
		isRequired: true,
		slots: (id, label) => [
			{ id: `${id}_thumbnail`, label: `${label} Thumbnail Product ID`, isRequired: true },
			{ id: `${id}_sections`, label: `${label} Sections (JSON)`, isRequired: true },
		],
		parameters({ get }, id, label) {
			const sections = jsonList(`${label} Sections (JSON)`, get(`${id}_sections`), SECTIONS_EXAMPLE) as IDataObject[];
			const thumbnail = identifier(`${label} Thumbnail Product ID`, get(`${id}_thumbnail`));
			return [{ type: 'action', action: { thumbnail_product_retailer_id: thumbnail, sections } }];
		},
	},
};

/** Buttons that are sent as they are in the template. */
const WITHOUT_VALUES = ['PHONE_NUMBER', 'URL', 'VOICE_CALL', 'REQUEST_CONTACT_INFO', 'SPM', 'OTP'];

/** The part for one button of a template; nothing for one that takes no values. */
export function buttonPart(button: IDataObject, index: number, prefix: string, where: string): Part[] {
	const name = `${where}Button ${index + 1}${button.text ? ` (${asText(button.text)})` : ''}`;
	const word = asText(button.type).toUpperCase();
	const url = asText(button.url);
	const isFor = (component: IDataObject) => component.type === 'button' && Number(component.index) === index;
	const type = entryOf(BUTTON_TYPES, word);
	if (WITHOUT_VALUES.includes(word) && !(type && variablesOf(url).length > 0)) return [];
	if (!type) return [unknownPart(name, `a button of the kind ${word}`, isFor)];
	const id = `${prefix}button_${index}`;
	return [
		{
			name,
			slots: type.slots(id, name),
			...(type.isRequired && { count: 1 }),
			isFor,
			build(values) {
				const parameters = type.parameters(values, id, name, url);
				return parameters && { type: 'button', sub_type: type.subType, index, parameters };
			},
		},
	];
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
