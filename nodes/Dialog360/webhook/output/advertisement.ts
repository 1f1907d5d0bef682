import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText } from '../../../shared/json';

/** The ad or post that the customer tapped, and the product that the message is about. */
export function advertisement({ referral, context }: IDataObject): IDataObject {
	const product = asObject(asObject(context).referred_product);
	return {
		...(referral ? adFields(asObject(referral)) : {}),
		...(product.product_retailer_id
			? { productId: idText(product.product_retailer_id), catalogId: idText(product.catalog_id) }
			: {}),
	};
}

function adFields(referral: IDataObject): IDataObject {
	const { source_id, source_url, source_type, headline, body, ctwa_clid } = referral;
	return {
		adId: idText(source_id),
		adUrl: idText(source_url),
		adType: idText(source_type),
		adHeadline: idText(headline),
		adText: idText(body),
		adMediaUrl: firstId(referral.image_url, referral.video_url, referral.thumbnail_url),
		adClickId: idText(ctwa_clid),
	};
}
