import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER as CONTACT, locator as inMode } from '../../Callbell/callbell';
import { CUSTOMER, locator } from '../../Dialog360/dialog360';
import { useEveryBench } from '../../everyBench';
import { byId } from '../../Partoo/partoo';

const benches = useEveryBench();

type Provider = 'dialog360' | 'callbell' | 'partoo';
type Case = [Provider, string, object, message: string, nextStep: string];

const CARDS = { to: CUSTOMER, messageType: 'contacts' };
const card = (more: object) => ({
	...CARDS,
	contacts: { contact: [{ formatted_name: 'A B', first_name: 'A', ...more }] },
});
const TEMPLATE = { templateName: 'fresh', language: 'en_US', bodyText: 'Hello' };
const LONG = 'x'.repeat(500);
const SHOWN = `${'x'.repeat(60)} …`;

describe('what is wrong is said with its cause and a way out', () => {
	it.each<Case>([
		[
			'partoo',
			'conversation.get',
			{ conversationId: byId('={{ 7.5 }}') },
			'holds 7.5, which is no ID',
			'Check the name',
		],
		[
			'dialog360',
			'account.block',
			{ users: '={{ false }}' },
			'holds false, which is no ID',
			'Check the name of the field',
		],
		[
			'dialog360',
			'sendInteractive',
			{ to: CUSTOMER, messageType: 'cta_url', text: 'Hi', buttonText: 'Open', url: '={{ "" }}' },
			"'URL' is empty",
			"Give the whole address in 'URL', e.g. https://example.com.",
		],
		[
			'dialog360',
			'account.updateProfile',
			{ profile: { websites: ['shop'] } },
			'\'Websites\' holds "shop", which is no complete URL',
			'A file has no place here.',
		],
		[
			'dialog360',
			'sendInteractive',
			{ to: CUSTOMER, messageType: 'voice_call', text: 'Hi', options: { callMinutes: 'long' } },
			'\'Call Button Minutes\' holds "long", which is no number',
			'e.g. 5.',
		],
		[
			'dialog360',
			'sendInteractive',
			{ to: CUSTOMER, messageType: 'address_message', text: 'Hi', addressCountry: LONG },
			`'Country' holds "${SHOWN}", which is no country in two letters`,
			'e.g. IN',
		],
		[
			'dialog360',
			'media.upload',
			{ binaryPropertyName: LONG },
			`names "${SHOWN}", and the item has no such`,
			'no file at all',
		],
		[
			'dialog360',
			'sendTemplate',
			{ to: CUSTOMER, template: locator('name', LONG) },
			`'Template' names "${SHOWN}", and the number has no such template`,
			'from the list',
		],
		['dialog360', 'send', card({ more: { birthday: 'May' } }), 'which is no date in ISO 8601', 'e.g. 2026-12-05.'],
		[
			'dialog360',
			'template.create',
			{ ...TEMPLATE, options: { bodyExamples: ['Ann'] } },
			"'Body Examples' holds 1, and the text has 0 variables",
			'Take the examples out',
		],
		[
			'dialog360',
			'sendTemplate',
			{ to: CUSTOMER, template: locator('name', 'hello_world:en_US'), valuesFrom: 'values', templateValues: '["Ann"]' },
			"'Values (JSON)' holds 1 value; the template wants 0",
			"Leave 'Values (JSON)' empty.",
		],
		['dialog360', 'media.delete', { mediaId: '4711' }, 'does not exist', 'Check the ID'],
		[
			'callbell',
			'message.send',
			{ to: CONTACT, text: 'Hi', options: { botStatus: '={{ "sleep" }}' } },
			'bot_status: ',
			"Change 'Bot Status'",
		],
		[
			'callbell',
			'message.send',
			{ to: CONTACT, text: 'Hi', options: { responseFields: '={{ "all" }}' } },
			'fields: ',
			"Change 'Response Fields'",
		],
		['callbell', 'message.delete', { messageId: 'x1' }, 'HTTP 404', "Check 'Message ID'"],
		[
			'callbell',
			'contact.get',
			{ contactId: inMode('phone', CONTACT), channelId: byId('x1') },
			'HTTP 404',
			"Check 'Contact' and 'Channel'",
		],
	])('%s %s %j', async (provider, operation, parameters, message, nextStep) => {
		const name = operation.includes('.') ? operation : `message.${operation}`;
		const { error } = await benches[provider].run(name, parameters as INodeParameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(nextStep);
	});

	it('a blank text is as good as none where JSON is wanted', async () => {
		const options = { additionalBodyFields: '={{ " \\n" }}' };
		const { error } = await benches.dialog360.run('message.send', { to: CUSTOMER, text: 'Hi', options });
		expect(error).toBeUndefined();
	});
});
