import type { IDataObject } from 'n8n-workflow';
import { requiredText } from '../../../../shared/input/checks';
import { badField } from '../../../../shared/failures/failure';
import { PRODUCTS_MAX } from '../../../provider/limits';
import type { Form } from '../form';
import { interactive } from './frame';
import { titleOf } from './list';
import { sectionsOf } from './sections';

/** One product of a catalogue (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products). */
export function product(form: Form): IDataObject {
	const action = {
		catalog_id: catalogId(form),
		product_retailer_id: requiredText('Product ID', form.param('productId', '')).trim(),
	};
	return interactive(form, 'product', action, { header: 'none', isBodyOptional: true });
}

/** Up to 30 products of a catalogue, in sections (same page). */
export function productList(form: Form): IDataObject {
	const sections = sectionsOf(form.param('productSections', {})).map(({ title, products }, index, all) => ({
		...titleOf(title, index, all.length),
		product_items: idsOf(products, `Sections > ${index + 1} > Product IDs`).map((id) => ({ product_retailer_id: id })),
	}));
	const count = sections.reduce((sum, { product_items: items }) => sum + items.length, 0);
	if (count > PRODUCTS_MAX) {
		throw badField(
			'Sections',
			`holds ${count} products; a message takes ${PRODUCTS_MAX}`,
			'Send the others in another message, or the whole catalogue.',
		);
	}
	return interactive(form, 'product_list', { catalog_id: catalogId(form), sections }, { header: 'required text' });
}

/** The whole catalogue (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products#catalog-messages). */
export function catalog(form: Form): IDataObject {
	const thumbnail = form.options.thumbnailProduct?.trim();
	const parameters = thumbnail && { parameters: { thumbnail_product_retailer_id: thumbnail } };
	return interactive(form, 'catalog_message', { name: 'catalog_message', ...parameters }, { header: 'none' });
}

function catalogId({ param }: Form): string {
	return requiredText('Catalogue ID', param('catalogId', '')).trim();
}

/** IDs as a list, or as text with commas or line breaks between them. */
function idsOf(value: unknown, label: string): string[] {
	const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,\n]/);
	const ids = parts.map((id) => id.trim()).filter(Boolean);
	if (ids.length === 0)
		throw badField(
			label,
			'is empty',
			'Give the IDs that the products have in the catalogue, with commas between them.',
		);
	return ids;
}
