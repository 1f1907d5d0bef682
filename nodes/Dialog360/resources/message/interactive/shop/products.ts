import { badField } from '../../../../../shared/failures/failure';
import { identifier, optionalIdentifier } from '../../../../../shared/input/identifier';
import { list } from '../../../../../shared/input/list';
import { textField } from '../../../../fields/common';
import { PRODUCTS_MAX } from '../../../../provider/limits';
import { bodyField } from '../../content/text';
import type { Form } from '../../itemForm';
import type { MessageType } from '../../messageType';
import { bodyTextOption, footerOption, interactive } from '../frame';
import { headerTextOption } from '../header';
import { sectionsField, sectionsOf } from '../sections';

const catalogIdField = textField('Catalog ID', 'catalogId', {
	required: true,
	placeholder: 'e.g. 146265584024623',
	description: 'The ID of the catalog that is connected to the number, from the Commerce Manager',
});

/**
 * One product of a catalog
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products).
 */
export const product: MessageType = {
	option: { name: 'Product', value: 'product', description: 'One product of a catalog' },
	fields: [
		catalogIdField,
		textField('Product ID', 'productId', {
			required: true,
			placeholder: 'e.g. SKU-4711',
			description: "The product's content ID in the catalog",
		}),
	],
	options: [bodyTextOption, footerOption],
	content(form) {
		const action = {
			catalog_id: catalogId(form),
			product_retailer_id: identifier('Product ID', form.param('productId')),
		};
		return interactive(form, 'product', action, { header: 'none', isBodyOptional: true });
	},
};

const productIdsField = textField('Product IDs', 'products', {
	placeholder: 'e.g. SKU-4711, SKU-4712',
	description: 'The content IDs in the catalog, separated by commas or as a list',
});

/** Up to 30 products of a catalog, in sections (same page). */
export const productList: MessageType = {
	option: { name: 'Product List', value: 'product_list', description: 'Up to 30 products of a catalog' },
	fields: [
		bodyField,
		catalogIdField,
		sectionsField('productSections', productIdsField, 'Up to ten sections with up to 30 products in all'),
	],
	options: [headerTextOption, footerOption],
	content(form) {
		const sections = sectionsOf(form, 'productSections').map(({ title, label, entry }) => ({
			...title,
			product_items: idsOf(entry.products, `${label} > Product IDs`).map((id) => ({ product_retailer_id: id })),
		}));
		const count = sections.reduce((sum, { product_items: items }) => sum + items.length, 0);
		if (count > PRODUCTS_MAX) {
			throw badField(
				'Sections',
				`holds ${count} products; a message takes ${PRODUCTS_MAX}`,
				'Send the others in another message, or the whole catalog.',
			);
		}
		return interactive(form, 'product_list', { catalog_id: catalogId(form), sections }, { header: 'required text' });
	},
};

/** The whole catalog (same page, "Catalog messages"). */
export const catalog: MessageType = {
	option: { name: 'Catalog', value: 'catalog_message', description: 'A button that opens the catalog' },
	fields: [bodyField],
	options: [
		footerOption,
		textField('Thumbnail Product ID', 'thumbnailProduct', {
			placeholder: 'e.g. SKU-4711',
			description: 'The product whose picture is shown; leave empty for the first one',
		}),
	],
	content(form) {
		const thumbnail = optionalIdentifier('Thumbnail Product ID', form.options.thumbnailProduct);
		const parameters = thumbnail && { parameters: { thumbnail_product_retailer_id: thumbnail } };
		return interactive(form, 'catalog_message', { name: 'catalog_message', ...parameters }, { header: 'none' });
	},
};

function catalogId({ param }: Form): string {
	return identifier('Catalog ID', param('catalogId'));
}

/** IDs as a list, or as text with commas or line breaks between them. */
function idsOf(value: unknown, label: string): string[] {
	const ids = list(label, value, optionalIdentifier);
	if (ids.length > 0) return ids;
	throw badField(label, 'is empty', 'Give the IDs that the products have in the catalog, with commas between them.');
}
