import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { link } from '../../../shared/input/files/link';
import { identifier } from '../../../shared/input/identifier';
import { decimal, wholeNumber } from '../../../shared/input/number';
import { variableText } from '../../../shared/input/templates/variableText';
import { requiredText } from '../../../shared/input/text';
import { entryOf, isObject } from '../../../shared/json';
import { mediaId } from '../../media/mediaReference';

/** How values that are written as WhatsApp has them are read. */
export interface HowWritten {
	/** Whether line breaks in texts become blanks. */
	flattens?: boolean;
	/** Whether the server is one of the user's own. */
	isCustom?: boolean;
}

type Reader = (place: string, value: unknown, how: HowWritten) => string | number;

/** Parameters of these types hold one text under the name of the type. */
const TEXTS = ['text', 'payload', 'coupon_code'];

const id: Reader = (place, value) => identifier(place, value);
const words: Reader = (place, value) => requiredText(place, value);
const line: Reader = (place, value, { flattens }) => variableText(place, value, { flattens });
const FILE: Record<string, Reader> = {
	link: (place, value, { isCustom = false }) => link(place, value, isCustom),
	id: (place, value) => mediaId(place, value),
	filename: words,
};

/**
 * What the objects of the other types hold
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#template-object). What is not here goes
 * to WhatsApp as it is: it may know more.
 */
const OBJECTS: Record<string, Record<string, Reader>> = {
	image: FILE,
	video: FILE,
	document: FILE,
	currency: {
		fallback_value: line,
		code: words,
		amount_1000: (place, value) => wholeNumber(place, value, { min: 0, example: 12_500 }),
	},
	date_time: { fallback_value: line },
	location: {
		latitude: (place, value) => decimal(place, value, { min: -90, max: 90 }),
		longitude: (place, value) => decimal(place, value, { min: -180, max: 180 }),
		name: words,
		address: words,
	},
	product: { product_retailer_id: id, catalog_id: id },
	action: { thumbnail_product_retailer_id: id, flow_token: words },
};

/**
 * A parameter of a template's component as WhatsApp writes it, e.g. `{ type: 'text', text: 'Ann' }` or
 * `{ type: 'image', image: { link } }`.
 *
 * @param place where it stands, e.g. `Components (JSON) > 1 > parameters > 1`
 * @throws Failure naming the place of what WhatsApp would refuse
 */
export function writtenParameter(place: string, given: Record<string, unknown>, how: HowWritten): IDataObject {
	const { type } = given;
	if (typeof type !== 'string' || type === '') throw wrong(place, 'has no type');
	const inner = given[type];
	const here = `${place} > ${type}`;
	if (TEXTS.includes(type)) {
		if (typeof inner !== 'string') throw wrong(here, holding(inner));
		return { ...(given as IDataObject), [type]: line(here, inner, how) };
	}
	const readers = entryOf(OBJECTS, type);
	if (!readers) return given as IDataObject;
	if (!isObject(inner)) throw wrong(here, `${holding(inner)}, and WhatsApp wants an object`);
	if (readers === FILE && inner.link === undefined && inner.id === undefined) {
		throw badField(here, 'has neither a link nor an id', `Give the address of the file, e.g. ${example(type)}.`);
	}
	const read = Object.entries(inner).map(([name, value]) => {
		const reader = entryOf(readers, name);
		return [name, reader ? reader(`${here} > ${name}`, value, how) : value] as const;
	});
	return { ...(given as IDataObject), [type]: Object.fromEntries(read) as IDataObject };
}

function holding(value: unknown): string {
	return `holds ${JSON.stringify(value) ?? 'nothing'}`;
}

function example(type: string): string {
	return `{"type": "${type}", "${type}": {"link": "https://example.com/a"}}`;
}

function wrong(place: string, what: string) {
	return badField(
		place,
		what,
		'Give each its type, and each text within quotes, e.g. {"type": "text", "text": "Ann"} or {"type": "image", "image": {"link": "https://example.com/a.png"}}.',
	);
}
