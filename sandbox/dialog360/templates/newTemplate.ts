import type { Button, Component } from './store';

const LIMITS: Readonly<Record<string, number>> = { BODY: 1024, FOOTER: 60, HEADER: 60 };
const MAX_BUTTONS = 10;
const BUTTON_TEXT_MAX = 25;
const CARD_BODY_MAX = 160;
const OFFER_BODY_MAX = 600;
const OFFER_TEXT_MAX = 16;

/** A refusal of a new template: WhatsApp's finer code beside 100, where it has one. */
export interface Fault {
	subcode?: number;
	words: string;
}

const fault = (words: string, subcode?: number): Fault => ({ words, ...(subcode !== undefined && { subcode }) });
const variables = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!);

/**
 * What is wrong with a new template. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components
 *
 * @param isHandle whether a handle is of an upload
 */
export function faultOf(
	category: string,
	components: Component[],
	isHandle: (handle: string) => boolean,
): Fault | undefined {
	const body = components.find(({ type }) => type === 'BODY');
	if (!body) return fault('components: A BODY is required');
	if (category === 'AUTHENTICATION') return faultOfCode(components);
	const offer = components.find(({ type }) => type === 'LIMITED_TIME_OFFER');
	const carousel = components.find(({ type }) => type === 'CAROUSEL');
	if ((offer || carousel) && category !== 'MARKETING') return fault('category: It must be MARKETING');
	if (offer && (offer.limited_time_offer?.text ?? '').length > OFFER_TEXT_MAX)
		return fault(`LIMITED_TIME_OFFER: at most ${OFFER_TEXT_MAX} characters`, 2388040);
	if (offer && components.some(({ type }) => type === 'FOOTER')) return fault('FOOTER: An offer has none');
	return (
		faultIn(components, isHandle, offer ? OFFER_BODY_MAX : LIMITS.BODY!) ??
		(carousel && faultOfCards(carousel, isHandle))
	);
}

function faultIn(components: Component[], isHandle: (handle: string) => boolean, bodyMax: number): Fault | undefined {
	for (const component of components) {
		const { type, format = 'TEXT', text = '', example, buttons = [] } = component;
		const max = type === 'BODY' ? bodyMax : (LIMITS[type] ?? Infinity);
		if (text.length > max) return fault(`${type}: ${text.length} characters, at most ${max}`, 2388040);
		if (type === 'FOOTER' && variables(text).length > 0) return fault('FOOTER: no variables', 2388073);
		if (type === 'BODY' && (/^\s*\{\{/.test(text) || /\}\}\s*$/.test(text)))
			return fault('BODY: Variables cannot be at the start or end', 2388299);
		if (type === 'BODY' && /\n{3}| {5}|\t/.test(text)) return fault('BODY: format', 2388072);
		if (type === 'HEADER' && format === 'TEXT' && (/[\n*]/.test(text) || variables(text).length > 1))
			return fault('HEADER: format', 2388047);
		const sample = faultOfSample(component, isHandle, example as Record<string, unknown> | undefined);
		if (sample) return sample;
		const wrong = faultOfButtons(buttons);
		if (wrong) return wrong;
	}
	return undefined;
}

function faultOfSample(
	{ type, format = 'TEXT', text = '' }: Component,
	isHandle: (handle: string) => boolean,
	example: Record<string, unknown> = {},
): Fault | undefined {
	const names = [...new Set(variables(text))];
	if (names.length > 0) {
		const given = [example.body_text, example.header_text].flat(2).filter((one) => one !== undefined);
		const named = [example.body_text_named_params, example.header_text_named_params].flat().filter(Boolean);
		if (Math.max(given.length, named.length) !== names.length)
			return fault(`${type}: A sample is required for its variables`);
	}
	if (type !== 'HEADER' || !['IMAGE', 'VIDEO', 'DOCUMENT'].includes(format)) return undefined;
	const [handle] = (example.header_handle as string[] | undefined) ?? [];
	// 360dialog takes a link as well: https://docs.360dialog.com/partner/messaging/template-messages/template-elements
	const isGood = handle !== undefined && (/^https?:\/\//.test(handle) || isHandle(handle));
	return isGood ? undefined : fault('HEADER: A sample (header_handle) is required');
}

function faultOfButtons(buttons: Button[]): Fault | undefined {
	if (buttons.length > MAX_BUTTONS) return fault(`BUTTONS: ${buttons.length}, at most ${MAX_BUTTONS}`);
	const long = buttons.find(({ text = '' }) => text.length > BUTTON_TEXT_MAX);
	if (long) return fault(`BUTTONS: "${long.text}" has more than ${BUTTON_TEXT_MAX} characters`, 2388040);
	const without = buttons.find(({ type, url = '', example }) => type === 'URL' && url.includes('{{') && !example);
	if (without) return fault('BUTTONS: A sample is required for the variable of the URL');
	const flow = buttons.find(({ type, flow_id: id }) => type === 'FLOW' && typeof id !== 'string');
	return flow && fault('BUTTONS: flow_id is required');
}

function faultOfCards({ cards = [] }: Component, isHandle: (handle: string) => boolean): Fault | undefined {
	if (cards.length < 2 || cards.length > 10) return fault(`CAROUSEL: ${cards.length} cards, 2 to 10 are possible`);
	const shape = ({ components }: { components: Component[] }) =>
		JSON.stringify(components.map(({ type, format, buttons = [] }) => [type, format, buttons.map((one) => one.type)]));
	if (cards.some((card) => shape(card) !== shape(cards[0]!))) return fault('CAROUSEL: All cards must be alike');
	for (const { components } of cards) {
		const wrong = faultIn(components, isHandle, CARD_BODY_MAX);
		if (wrong) return wrong;
	}
	return undefined;
}

function faultOfCode(components: Component[]): Fault | undefined {
	const [button] = components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];
	if (components.some(({ text }) => text !== undefined)) return fault('components: WhatsApp writes the text of codes');
	if (button?.type !== 'OTP') return fault('BUTTONS: An OTP button is required');
	const apps = button.supported_apps as Array<{ package_name?: string; signature_hash?: string }> | undefined;
	const isApp = button.otp_type !== 'COPY_CODE';
	if (isApp && !apps?.every(({ package_name: name, signature_hash: hash }) => name && hash?.length === 11))
		return fault('BUTTONS: supported_apps are required');
	if (button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true)
		return fault('BUTTONS: zero_tap_terms_accepted must be true');
	return undefined;
}

/** As WhatsApp keeps them: it writes the texts of codes for one time itself. */
export function kept(category: string, components: Component[]): Component[] {
	if (category !== 'AUTHENTICATION') return components;
	return components.map((component) => {
		if (component.type === 'BODY') {
			const advice = component.add_security_recommendation ? ' For your security, do not share this code.' : '';
			return { ...component, text: `*{{1}}* is your verification code.${advice}` };
		}
		if (component.type === 'FOOTER')
			return { ...component, text: `This code expires in ${String(component.code_expiration_minutes)} minutes.` };
		const buttons = component.buttons?.map((button) => ({ text: 'Copy code', ...button }));
		return buttons ? { ...component, buttons } : component;
	});
}
