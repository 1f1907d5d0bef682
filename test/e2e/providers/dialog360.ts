import { seedCredentials } from '../../../demo/seed';
import { callBody } from '../../../sandbox/dialog360/webhooks/envelope';
import { proverWith } from '../../../sandbox/dialog360/webhooks/proof';
import type { Destination, WebhookConfig } from '../../../sandbox/dialog360/webhooks/registry';
import { messageChange } from '../../../sandbox/dialog360/webhooks/samples';
import { callDialog360 } from '../harness/dialog360';
import type { Stage } from '../harness/stage';
import { dialog360Mixture } from './dialog360Mixture';
import type { Registration, TriggerCase } from './triggerCase';

/** With which the sandbox signs, as 360dialog does for its partners. */
const PLATFORM_SECRET = 'the secret of a partner’s platform';

const REPLACE = { registration: 'replace' };

/** Of the number. There is one, and it cannot be taken out. */
const MAIN = 'main webhook';

const QUESTION = 'Does it come in another color?';

/** Headers in an order and with characters that a careless copy would change. */
const CRM: WebhookConfig = {
	url: 'https://crm.example.com/hook?token=hidden',
	headers: { 'X-Last': 'z', Authorization: 'Bearer é "quoted"\\', 'x-first': '', '10': 'ten' },
};
const ACCOUNTING: WebhookConfig = { url: 'https://accounting.example.com/hook', headers: { 'X-Key': 'abc' } };
const ARCHIVE: Destination = { name: 'archive', url: 'https://archive.example.com/hook', headers: { 'X-Key': 'xyz' } };

interface Present {
	number: WebhookConfig | null;
	account: WebhookConfig | null;
	enabled: boolean;
	destinations: Destination[];
}

const bodyId = (number: number) => `wamid.body-${number}`;

export const dialog360: TriggerCase = {
	provider: '360dialog',
	nodeType: 'n8n-nodes-partoo.dialog360Trigger',
	picture: 'docs/pictures/dialog360-trigger.png',
	credentials: async ({ n8n, sandbox }) => {
		await sandbox.settings({ platformSecret: PLATFORM_SECRET } as object, 'dialog360');
		const { dialog360Api } = await seedCredentials(n8n, sandbox.url);
		return { dialog360Api: dialog360Api! };
	},

	registrations: async (stage) => {
		const { number, account, enabled, destinations } = await present(stage);
		return [
			...registration(MAIN, number),
			...registration('account', account),
			...destinations.flatMap((one) => registration(enabled ? one.name : `${one.name} (off)`, one)),
		];
	},
	first: { parameters: { events: ['message'], options: REPLACE }, subjects: [MAIN] },
	edited: {
		parameters: { events: ['message', 'status', 'other'], otherEvents: 'calls', options: REPLACE },
		subjects: [MAIN],
	},
	verified: { events: ['message'], options: { ...REPLACE, signatureSecret: PLATFORM_SECRET } },
	rival: { events: ['message'] },
	registerElsewhere: async (stage) => {
		await register(stage, CRM);
		await register(stage, { ...ACCOUNTING, level: 'account' });
		await callDialog360(stage, '/multi_webhook', { enabled: true, destinations: [ARCHIVE] });
	},
	takeOver: async (stage) => await register(stage, ACCOUNTING),

	happen: async ({ sandbox }) => {
		const { id } = await sandbox.control<{ id: string }>('POST', 'dialog360/messages', {
			from: '16505551234',
			name: 'Sheena Nelson',
			text: QUESTION,
		});
		return id;
	},
	shown: QUESTION,
	mixture: dialog360Mixture,

	body: (number) => JSON.parse(callBody([messageChange('text', { id: bodyId(number) })]).toString()),
	bodyId,
	nothing: {
		bodies: [
			'{}',
			'{"entry":7}',
			'{"entry":[]}',
			'{"entry":[{"changes":null}]}',
			'{"entry":[{"changes":[{"field":7,"value":[]}]}]}',
		],
		status: 200,
	},
	prover: async (stage) => proverWith((await present(stage)).number?.headers ?? {}, PLATFORM_SECRET).prove,
	// The digits of a hexadecimal number.
	harmless: ['X-360Dialog-Signature in upper case'],
};

async function present({ sandbox }: Stage): Promise<Present> {
	return await sandbox.control('GET', 'dialog360/webhooks');
}

/** As somebody else would; of the number unless told otherwise. */
async function register({ sandbox }: Stage, config: WebhookConfig & { level?: 'account' }): Promise<void> {
	await sandbox.control('POST', 'dialog360/webhooks', config);
}

/** The ID is all that 360dialog keeps, headers in their order included. */
function registration(subject: string, config: WebhookConfig | null): Registration[] {
	return config === null ? [] : [{ id: JSON.stringify(config), subject, url: config.url }];
}
