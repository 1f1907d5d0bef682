import type { ICredentialType, INodeType } from 'n8n-workflow';

import { runNode } from '../../test/engine/runNode';
import type { NodeRun } from '../../test/engine/runTypes';
import { type SendJob, TEXT } from '../sendJob';
import { type ClassOf, nodesBase } from './nodesBase';

/**
 * Sends with n8n's WhatsApp Business Cloud node. Its address is fixed in its description, so a copy of the description
 * gets another `baseURL`; nothing else is changed.
 */
export async function sendWithWhatsApp({ baseUrl, ...options }: SendJob): Promise<NodeRun> {
	const { WhatsApp } = nodesBase<{ WhatsApp: ClassOf<INodeType> }>('nodes/WhatsApp/WhatsApp.node.js');
	const { WhatsAppApi } = nodesBase<{ WhatsAppApi: ClassOf<ICredentialType> }>(
		'credentials/WhatsAppApi.credentials.js',
	);
	const node = new WhatsApp();
	node.description = {
		...node.description,
		requestDefaults: { ...node.description.requestDefaults, baseURL: baseUrl },
	};
	return await runNode({
		...options,
		node,
		parameters: {
			resource: 'message',
			operation: 'send',
			phoneNumberId: '1234567890',
			recipientPhoneNumber: '+33612345678',
			messageType: 'text',
			textBody: `=${TEXT}`,
		},
		credentials: { whatsAppApi: { accessToken: 'graph-token', businessAccountId: '1' } },
		credentialTypes: [new WhatsAppApi()],
	});
}
