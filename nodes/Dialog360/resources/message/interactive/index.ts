import { interactiveJson } from '../content/json';
import type { MessageType } from '../messageType';
import { addressMessage } from './address';
import { mediaCarousel } from './cards/mediaCarousel';
import { flow } from './flow';
import { list } from './list';
import { replyButtons } from './replyButtons';
import { callButton, callPermission, contactInfoRequest, locationRequest, urlButton } from './requests';
import { orderStatus } from './shop/orderStatus';
import { catalog, product, productList } from './shop/products';

/** What *Send Interactive* sends. */
export const interactiveTypes: MessageType[] = [
	replyButtons,
	list,
	urlButton,
	locationRequest,
	product,
	productList,
	catalog,
	orderStatus,
	flow,
	callPermission,
	callButton,
	mediaCarousel,
	addressMessage,
	contactInfoRequest,
	interactiveJson,
];
