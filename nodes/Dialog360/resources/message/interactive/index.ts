import { interactiveJson } from '../content/json';
import type { MessageType } from '../messageType';
import { addressMessage } from './address';
import { mediaCarousel } from './cards/mediaCarousel';
import { flow } from './flow';
import { list } from './list';
import { catalogue, product, productList } from './products';
import { replyButtons } from './replyButtons';
import { callButton, callPermission, contactInfoRequest, locationRequest, urlButton } from './requests';

/** What *Send Interactive* sends. */
export const interactiveTypes: MessageType[] = [
	replyButtons,
	list,
	urlButton,
	locationRequest,
	product,
	productList,
	catalogue,
	flow,
	callPermission,
	callButton,
	mediaCarousel,
	addressMessage,
	contactInfoRequest,
	interactiveJson,
];
