import { createServer } from 'node:http';

import { seedCredential } from '../../../demo/seed';
import { samplePayload } from '../../../sandbox/callbell/webhooks/payloads';
import type { Webhook } from '../../../sandbox/callbell/webhooks/registry';
import { proverWith } from '../../../sandbox/callbell/webhooks/signature';
import { addContact, write } from '../harness/callbell';
import { listen } from '../harness/listen';
import type { Stage } from '../harness/stage';
import { callbellMixture } from './callbellMixture';
import type { TriggerCase } from './triggerCase';

const SECRET = 'whsec_of_the_tests';
const QUESTION = 'Do you have this in blue?';
const MESSAGES = { events: ['message_created'] };

const bodyId = (number: number) => `wamid.body-${number}`;

export const callbell: TriggerCase = {
	provider: 'Callbell',
	nodeType: 'n8n-nodes-partoo.callbellTrigger',
	picture: 'docs/pictures/callbell-trigger.png',
	credentials: async ({ n8n, sandbox }) => {
		await sandbox.settings({ signingSecret: SECRET } as object, 'callbell');
		const data = {
			apiKey: 'callbell-key',
			environment: 'custom',
			baseUrl: `${sandbox.url}/callbell/v1`,
			webhookSecret: SECRET,
		};
		return { callbellApi: await seedCredential(n8n, { name: 'Callbell (signed)', type: 'callbellApi', data }) };
	},

	registrations: async (stage) => {
		const webhook = await present(stage);
		return (webhook?.subscriptions ?? []).map((event) => ({
			id: JSON.stringify([event, webhook]),
			subject: event,
			url: webhook!.url,
		}));
	},
	first: { parameters: MESSAGES, subjects: ['message_created'] },
	edited: {
		parameters: { events: ['message_created', 'conversation_closed'] },
		subjects: ['conversation_closed', 'message_created'],
	},
	verified: MESSAGES,
	rival: { events: ['contact_created'] },
	// There is one URL for an account.
	registerElsewhere: async () => undefined,
	takeOver: async ({ sandbox }) => {
		const crm = createServer((_, response) => response.writeHead(200).end());
		await sandbox.control('POST', 'callbell/webhooks', { url: await listen(crm) });
		// Nobody can read whom Callbell calls; that somebody else took a call can be read.
		await sandbox.control('POST', 'callbell/events', { wait: true });
		crm.close();
	},

	happen: async (stage) => {
		const contact = await addContact(stage, { identifier: '331122334455', name: 'John Doe', source: 'whatsapp' });
		return await write(stage, { contact, text: QUESTION });
	},
	shown: QUESTION,
	mixture: callbellMixture,

	body: (number) => ({
		event: 'message_created',
		payload: { ...samplePayload('message_created'), uuid: bodyId(number) },
	}),
	bodyId,
	nothing: {
		bodies: ['{}', '{"event":7}', '{"event":null,"payload":{}}', '{"event":"connection_check"}'],
		status: 200,
	},
	checks: 200,
	prover: async () => proverWith(SECRET).prove,
	harmless: [],
};

async function present({ sandbox }: Stage): Promise<Webhook | null> {
	return (await sandbox.control<{ webhook: Webhook | null }>('GET', 'callbell/webhooks')).webhook;
}
