import type { Component, Template } from '../templates/store';

const body = (text: string): Component => ({ type: 'BODY', text });
const header = (format: string, text?: string): Component => ({ type: 'HEADER', format, ...(text && { text }) });
const buttons = (...all: NonNullable<Component['buttons']>): Component => ({ type: 'BUTTONS', buttons: all });
const reply = (text: string) => ({ type: 'QUICK_REPLY', text });
const link = (text: string, url: string) => ({ type: 'URL', text, url });

const card = (text: string): { components: Component[] } => ({
	components: [
		header('IMAGE'),
		body(text),
		buttons(reply('More of these'), link('Buy', 'https://shop.example/product/{{1}}')),
	],
});

const template = (
	name: string,
	category: string,
	components: Component[],
	more: Partial<Template> = {},
): Omit<Template, 'id'> => ({
	name,
	language: 'en_US',
	category,
	status: 'APPROVED',
	components,
	...more,
});

const ORDER_BODY = 'Hello {{1}}, your order {{2}} is confirmed and will arrive on {{3}}.';

/** Templates of every kind that a node has to fill in. */
export const TEMPLATES: ReadonlyArray<Omit<Template, 'id'>> = [
	template('hello_world', 'UTILITY', [
		header('TEXT', 'Hello World'),
		body('Welcome and congratulations!'),
		{ type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
	]),
	template('order_confirmation', 'UTILITY', [
		header('DOCUMENT'),
		body(ORDER_BODY),
		{ type: 'FOOTER', text: 'Thank you for your order' },
		buttons(link('Track', 'https://shop.example/track/{{1}}'), reply('Talk to us')),
	]),
	template(
		'order_confirmation',
		'UTILITY',
		[
			header('DOCUMENT'),
			body('Hallo {{1}}, deine Bestellung {{2}} ist bestätigt und kommt am {{3}} an.'),
			buttons(link('Verfolgen', 'https://shop.example/track/{{1}}'), reply('Schreib uns')),
		],
		{ language: 'de' },
	),
	template('order_shipped', 'UTILITY', [
		header('TEXT', 'Order {{order_id}}'),
		body('Dear {{customer_name}}, {{total}} are on their way.'),
	]),
	template('appointment', 'UTILITY', [
		header('LOCATION'),
		body('See you on {{1}} at {{2}}.'),
		buttons(reply('Yes'), reply('Another time')),
	]),
	template('appointment_reminder', 'UTILITY', [
		body('Hello {{1}}, we expect you on {{2}} at {{3}}. Does that still suit you?'),
		buttons(reply('Confirm'), reply('Move'), reply('Cancel')),
	]),
	template('new_arrivals', 'MARKETING', [
		header('IMAGE'),
		body('New in our shop, {{1}}'),
		buttons(link('Look', 'https://shop.example/new')),
	]),
	template('how_it_works', 'MARKETING', [header('VIDEO'), body('Two minutes that save an hour.')]),
	template('summer_coupon', 'MARKETING', [
		body('Take {{1}} off until Sunday'),
		buttons({ type: 'COPY_CODE', text: 'Copy code' }),
	]),
	template('weekend_offer', 'MARKETING', [
		header('IMAGE'),
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Until Sunday', has_expiration: true } },
		body('{{1}}, everything is cheaper'),
		buttons({ type: 'COPY_CODE', text: 'Copy code' }, link('Shop now', 'https://shop.example/offers?code={{1}}')),
	]),
	template('carousel_of_shoes', 'MARKETING', [
		body('{{1}}, have a look'),
		{ type: 'CAROUSEL', cards: [card('Sneakers {{1}}'), card('Boots {{1}}')] },
	]),
	template('booking_flow', 'UTILITY', [
		body('Book a table, {{1}}'),
		buttons({ type: 'FLOW', text: 'Book', flow_id: '1234567890' }),
	]),
	template('catalog_offer', 'MARKETING', [
		body('Our catalog, {{1}}'),
		buttons({ type: 'CATALOG', text: 'View catalog' }),
	]),
	template('login_code', 'AUTHENTICATION', [
		body('*{{1}}* is your verification code.'),
		buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }),
	]),
	template('survey_paused', 'MARKETING', [body('How was it, {{1}}?')], { status: 'PAUSED' }),
	template('promo_rejected', 'MARKETING', [body('Buy now!!!')], { status: 'REJECTED' }),
	template('newsletter_pending', 'MARKETING', [body('News of {{1}}')], { status: 'PENDING' }),
	template('old_disabled', 'MARKETING', [body('Gone')], { status: 'DISABLED' }),
];
