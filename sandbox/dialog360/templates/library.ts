import type { Component } from './store';

/** Templates of WhatsApp's library, as they are handed out. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/utility-template-library */
const LIBRARY: Readonly<Record<string, Component[]>> = {
	delivery_update_1: [
		{ type: 'BODY', text: 'Hi {{1}}, your order {{2}} has been shipped. Thank you!' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track order' }] },
	],
	order_help_1: [
		{ type: 'BODY', text: 'Hi {{1}}, do you need help with your order {{2}}? We are here.' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'PHONE_NUMBER', text: 'Call us' },
				{ type: 'URL', text: 'Read more' },
			],
		},
	],
	appointment_reminder_1: [
		{ type: 'BODY', text: 'Hi {{1}}, this is a reminder of your appointment on {{2}}. See you!' },
	],
};

/** One button of a library template, as the one who takes it wants it. */
export interface ButtonInput {
	type: string;
	url?: { base_url?: string; url_suffix_example?: string };
	phone_number?: string;
}

/** The components with the buttons that were given; what is wrong where they do not fit. */
export function fromLibrary(name: string, inputs: ButtonInput[] = []): Component[] | string {
	const components = Object.hasOwn(LIBRARY, name) ? LIBRARY[name] : undefined;
	if (!components) return `library_template_name: ${name} does not exist`;
	const wanted = components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];
	if (wanted.length !== inputs.length || wanted.some(({ type }, at) => type !== inputs[at]!.type))
		return `library_template_button_inputs: ${wanted.map(({ type }) => type).join(', ') || 'none'} expected`;
	return components.map((component) =>
		component.type === 'BUTTONS'
			? {
					...component,
					buttons: wanted.map((button, at) => ({
						...button,
						...(inputs[at]!.url && { url: inputs[at]!.url.base_url }),
						...(inputs[at]!.phone_number && { phone_number: inputs[at]!.phone_number }),
					})),
				}
			: component,
	);
}
