import type { IDataObject } from 'n8n-workflow';
import { checkLength, jsonList, jsonObject } from '../../shared/input/checks';
import { COUPON_CODE_MAX } from '../provider/limits';
import { variablesOf } from './definition';
import type { Part, Slot, Values } from './slots';

/** The parameters of a button; undefined when it is sent as it is in the template. */
type Parameters = (values: Values, label: string) => IDataObject[] | undefined;

interface Kind {
	subType: string;
	slots(prefix: string, label: string): Slot[];
	isRequired: boolean;
	parameters(prefix: string): Parameters;
}

/** The part for one button of a template; nothing for one that takes no values. */
export function buttonPart(button: IDataObject, index: number, prefix: string, where: string): Part[] {
	const kind = kindOf(button);
	if (!kind) return [];
	const name = `${where}Button ${index + 1}${button.text ? ` (${String(button.text)})` : ''}`;
	const id = `${prefix}button_${index}`;
	const { subType, isRequired } = kind;
	return [
		{
			name,
			slots: kind.slots(id, name),
			...(isRequired && { count: 1 }),
			isFor: (component) => component.type === 'button' && Number(component.index) === index,
			build(values) {
				const parameters = kind.parameters(id)(values, name);
				return parameters && { type: 'button', sub_type: subType, index, parameters };
			},
		},
	];
}

function kindOf({ type, url }: IDataObject): Kind | undefined {
	switch (String(type).toUpperCase()) {
		case 'URL':
			return variablesOf(String(url ?? '')).length > 0 ? URL_SUFFIX : undefined;
		case 'QUICK_REPLY':
			return PAYLOAD;
		case 'COPY_CODE':
			return COUPON;
		case 'FLOW':
			return FLOW;
		case 'CATALOG':
			return CATALOGUE;
		case 'MPM':
			return PRODUCTS;
		default:
			return undefined;
	}
}

const URL_SUFFIX: Kind = {
	subType: 'url',
	isRequired: true,
	slots: (id, label) => [{ id: `${id}_url`, label: `${label} URL Suffix`, isRequired: true }],
	parameters:
		(id) =>
		({ get }) => [{ type: 'text', text: String(get(`${id}_url`)) }],
};

const PAYLOAD: Kind = {
	subType: 'quick_reply',
	isRequired: false,
	slots: (id, label) => [{ id: `${id}_payload`, label: `${label} Payload` }],
	parameters:
		(id) =>
		({ get }) => {
			const payload = get(`${id}_payload`);
			return payload === undefined ? undefined : [{ type: 'payload', payload: String(payload) }];
		},
};

const COUPON: Kind = {
	subType: 'copy_code',
	isRequired: true,
	slots: (id, label) => [{ id: `${id}_code`, label: `${label} Code`, isRequired: true }],
	parameters:
		(id) =>
		({ get }, label) => {
			const code = String(get(`${id}_code`));
			checkLength(`${label} Code`, code, COUPON_CODE_MAX);
			return [{ type: 'coupon_code', coupon_code: code }];
		},
};

/** WhatsApp's own default of a flow's token. */
const NO_TOKEN = 'unused';

const FLOW: Kind = {
	subType: 'flow',
	isRequired: false,
	slots: (id, label) => [
		{ id: `${id}_flow_token`, label: `${label} Flow Token` },
		{ id: `${id}_flow_data`, label: `${label} Flow Data (JSON)`, isExtra: true },
	],
	parameters:
		(id) =>
		({ get }, label) => {
			const data = jsonObject(`${label} Flow Data (JSON)`, get(`${id}_flow_data`)) as IDataObject;
			const action = {
				flow_token: String(get(`${id}_flow_token`) ?? NO_TOKEN),
				...(Object.keys(data).length > 0 && { flow_action_data: data }),
			};
			return [{ type: 'action', action }];
		},
};

const CATALOGUE: Kind = {
	// WhatsApp writes this one in upper case.
	subType: 'CATALOG',
	isRequired: false,
	slots: (id, label) => [{ id: `${id}_thumbnail`, label: `${label} Thumbnail Product ID` }],
	parameters:
		(id) =>
		({ get }) => {
			const thumbnail = get(`${id}_thumbnail`);
			return thumbnail === undefined
				? undefined
				: [{ type: 'action', action: { thumbnail_product_retailer_id: String(thumbnail) } }];
		},
};

const SECTIONS_EXAMPLE = '[{"title": "Popular", "product_items": [{"product_retailer_id": "SKU-1"}]}]';

const PRODUCTS: Kind = {
	subType: 'mpm',
	isRequired: true,
	slots: (id, label) => [
		{ id: `${id}_thumbnail`, label: `${label} Thumbnail Product ID`, isRequired: true },
		{ id: `${id}_sections`, label: `${label} Sections (JSON)`, isRequired: true },
	],
	parameters:
		(id) =>
		({ get }, label) => {
			const sections = jsonList(`${label} Sections (JSON)`, get(`${id}_sections`), SECTIONS_EXAMPLE) as IDataObject[];
			return [{ type: 'action', action: { thumbnail_product_retailer_id: String(get(`${id}_thumbnail`)), sections } }];
		},
};
