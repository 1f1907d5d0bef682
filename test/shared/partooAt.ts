import type { INodeParameters } from 'n8n-workflow';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import { Partoo } from '../../nodes/Partoo/Partoo.node';
import { runNode, type NodeRun, type RunOptions } from '../engine';

const KEY = 'partoo-key-0123456789';

type Extras = Partial<Omit<RunOptions, 'node' | 'parameters'>> & { apiKey?: string; credential?: object };

let texts = 0;

/** Runs Partoo's node against whatever stands at an address: a send of a text of its own, if nothing else is said. */
export async function partooAt(
	baseUrl: string,
	parameters: INodeParameters = {},
	{ apiKey = KEY, credential = {}, ...extras }: Extras = {},
): Promise<NodeRun> {
	return await runNode({
		node: new Partoo(),
		parameters: {
			resource: 'message',
			operation: 'send',
			conversationId: '1001' as unknown as INodeParameters,
			...(parameters.operation === undefined && { text: `Text ${++texts}` }),
			...parameters,
		},
		credentialTypes: [new PartooApi()],
		...extras,
		credentials: {
			partooApi: { apiKey, environment: 'custom', baseUrl, webhookPublicKey: '', organizationId: '', ...credential },
		},
	});
}
