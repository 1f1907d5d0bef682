import { metaRefusal } from '../errors';
import type { Parameter, Sent } from './parameters';
import type { Button } from './store';

const MISSING = 131008;
const INVALID = 131009;
const FORMAT = 132012;

/** What a button wants of a message: the sub-type of its component, the type of its parameter, and whether it may be left out. */
interface Wish {
	subTypes: string[];
	parameter: string;
	isOptional: boolean;
}

function wishOf({ type, url = '' }: Button): Wish | undefined {
	switch (type) {
		case 'URL':
			return url.includes('{{') ? { subTypes: ['url'], parameter: 'text', isOptional: false } : undefined;
		case 'OTP':
			return { subTypes: ['url'], parameter: 'text', isOptional: false };
		case 'COPY_CODE':
			return { subTypes: ['copy_code'], parameter: 'coupon_code', isOptional: false };
		case 'QUICK_REPLY':
			return { subTypes: ['quick_reply'], parameter: 'payload', isOptional: true };
		case 'FLOW':
			return { subTypes: ['flow'], parameter: 'action', isOptional: true };
		case 'CATALOG':
			return { subTypes: ['catalog'], parameter: 'action', isOptional: true };
		case 'MPM':
			return { subTypes: ['mpm'], parameter: 'action', isOptional: false };
		default:
			return undefined;
	}
}

/** Checks what a message says of a template's buttons. */
export function checkButtons(where: string, buttons: Button[], sent: Sent[]): void {
	for (const { index } of sent) {
		if (buttons[Number(index)] === undefined)
			throw metaRefusal(INVALID, `${where}buttons: there is no button at index ${String(index)}`);
	}
	buttons.forEach((button, index) => {
		const component = sent.find((one) => Number(one.index) === index);
		const wish = wishOf(button);
		if (component) return checkButton(`${where}buttons: Button at index ${index}`, button, wish, component);
		if (wish && !wish.isOptional)
			throw metaRefusal(
				MISSING,
				`${where}buttons: Button at index ${index} of type ${button.type} requires a parameter`,
			);
	});
}

function checkButton(
	where: string,
	{ type }: Button,
	wish: Wish | undefined,
	{ sub_type: subType = '', parameters = [] }: Sent,
): void {
	if (wish === undefined) throw metaRefusal(FORMAT, `${where} of type ${type} takes no parameter`);
	if (!wish.subTypes.includes(subType.toLowerCase()))
		throw metaRefusal(FORMAT, `${where} is of type ${type}, not ${subType}`);
	const [parameter] = parameters;
	if (parameters.length !== 1 || !isGiven(parameter!, wish.parameter)) {
		throw metaRefusal(FORMAT, `${where} of type ${type} requires one parameter of type ${wish.parameter}`);
	}
}

const isGiven = (parameter: Parameter, type: string): boolean =>
	parameter.type === type && parameter[type] !== undefined && parameter[type] !== '';
