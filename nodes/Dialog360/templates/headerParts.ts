import type { IDataObject } from 'n8n-workflow';
import { identifier } from '../../shared/input/identifier';
import { optionalLine } from '../fields/lines';
import { locationObject } from '../fields/coordinates';
import { FILE_NAME_MAX } from '../media/fileName';
import type { MediaKind } from '../media/fileRules';
import type { Component } from './definition';
import { unknownPart } from './slots';
import type { Part, Slot, Values } from './slots';
import { textPart } from './textParts';

/** The part for a header: text, image, video, document, location or product. */
export function headerPart({ format = 'TEXT', text }: Component, prefix: string, where: string): Part[] {
	const name = `${where}Header`;
	const kind = format.toLowerCase();
	switch (kind) {
		case 'text':
			return textPart('header', name, text, prefix);
		case 'image':
		case 'video':
		case 'document':
			return [mediaHeader(kind, name, prefix)];
		case 'location':
			return [locationHeader(name, prefix)];
		case 'product':
			return [productHeader(name, prefix)];
		default:
			return [unknownPart(name, `a header of the kind ${format}`, ({ type }) => type === 'header')];
	}
}

function header(name: string, slots: Slot[], parameter: (values: Values) => IDataObject): Part {
	return {
		name,
		slots,
		count: 1,
		isFor: ({ type }) => type === 'header',
		build: (values) => ({ type: 'header', parameters: [parameter(values)] }),
	};
}

function mediaHeader(kind: MediaKind & ('image' | 'video' | 'document'), name: string, prefix: string): Part {
	const id = `${prefix}header_${kind}`;
	const fileName = `${prefix}header_filename`;
	const label = `${name} ${kind[0]!.toUpperCase()}${kind.slice(1)}`;
	const slots: Slot[] = [
		{ id, label, isRequired: true },
		...(kind === 'document' ? [{ id: fileName, label: `${label} File Name` }] : []),
	];
	return header(name, slots, (values) => {
		const named =
			kind === 'document' && optionalLine('filename', `${label} File Name`, values.get(fileName), FILE_NAME_MAX);
		return { type: kind, [kind]: Object.assign(values.media(label, kind, values.get(id)), named) };
	});
}

function locationHeader(name: string, prefix: string): Part {
	const slot = (field: string, isRequired = false) => ({
		id: `${prefix}header_${field}`,
		label: `${name} ${field[0]!.toUpperCase()}${field.slice(1)}`,
		isRequired,
	});
	const slots = [slot('latitude', true), slot('longitude', true), slot('name'), slot('address')];
	return header(name, slots, ({ get }) => {
		const [latitude, longitude, placeName, address] = slots.map(({ id }) => get(id));
		return {
			type: 'location',
			location: locationObject({ latitude, longitude, name: placeName, address }, `${name} `),
		};
	});
}

function productHeader(name: string, prefix: string): Part {
	const product = { id: `${prefix}header_product`, label: `${name} Product ID`, isRequired: true };
	const catalog = { id: `${prefix}header_catalogue`, label: `${name} Catalog ID`, isRequired: true };
	return header(name, [product, catalog], ({ get }) => ({
		type: 'product',
		product: {
			product_retailer_id: identifier(product.label, get(product.id)),
			catalog_id: identifier(catalog.label, get(catalog.id)),
		},
	}));
}
