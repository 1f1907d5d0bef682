import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../form';
import { rawInteractive } from '../kinds/raw';
import { buttons } from './buttons';
import { flow } from './flow';
import { list } from './list';
import { catalog, product, productList } from './products';
import { callPermission, locationRequest, urlButton } from './simple';

/** What makes an interactive message, by *Message Type*, which is WhatsApp's own word for it. */
export const INTERACTIVE_KINDS: Record<string, (form: Form) => IDataObject> = {
	button: buttons,
	list,
	cta_url: urlButton,
	location_request_message: locationRequest,
	product,
	product_list: productList,
	catalog_message: catalog,
	flow,
	call_permission_request: callPermission,
	json: rawInteractive,
};
