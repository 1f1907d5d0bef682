import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { PARTOO_BASE_URL, partooBaseUrl } from '../nodes/Partoo/provider/environment';
import { apiKeyOf } from '../nodes/shared/transport/credential/apiKey';
import { notTheAnswer, refusedKey, testRules } from '../nodes/shared/transport/credential/credentialTest';

/** The key of a Partoo user: https://developers.partoo.co/rest_api/v2/api_docs (authentication). */
export class PartooApi implements ICredentialType {
	name = 'partooApi';

	displayName = 'Partoo API';

	icon: Icon = { light: 'file:../icons/partoo.svg', dark: 'file:../icons/partoo.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-partoo/n8n-nodes-partoo/blob/main/docs/partoo.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Created in Partoo under Settings > Integrations > API Keys. A key acts with the role of its user; custom channels need ORG_ADMIN or PROVIDER.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Partoo Sandbox', value: 'sandbox' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description: 'The environment that the key belongs to. Custom is for a proxy or a test server of your own.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://partoo.example.com/v2',
			description: 'The URL of the API, without a slash at the end',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Webhook Public Key',
			name: 'webhookPublicKey',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: '-----BEGIN PUBLIC KEY-----',
			description: 'The Ed25519 public key (PEM) with which this environment signs its webhooks',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Organization ID',
			name: 'organizationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 42',
			description:
				'For keys of the PROVIDER role: the organization to act for. For a Partoo Trigger with manual registration: yours, so that events of others are refused.',
		},
		{
			displayName: 'Webhook URL Secret',
			name: 'urlSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 9fa91de19',
			description:
				'For the Partoo Trigger only: a secret that each call must carry as "key" in its query, besides the signature. With automatic registration it is added to the URL; with manual registration you add it, e.g. …/webhook?key=9fa91de19.',
		},
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Here the credential's own test, too, says what is wrong with the address and the key.
		partooBaseUrl(credential);
		const apiKey = apiKeyOf(credential);
		return { ...requestOptions, headers: { ...requestOptions.headers, 'x-APIKey': apiKey } as IDataObject };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: PARTOO_BASE_URL, url: '/user/me', disableFollowRedirect: true },
		rules: testRules(
			refusedKey(
				401,
				'Partoo does not know this API key. Check that it was copied whole, that it has not expired, and that the environment is the one it was made in.',
			),
			refusedKey(
				403,
				'Partoo knows this API key but does not let it in. Check the role of its user, its permissions, and whether its IP list holds the address of this n8n.',
			),
			notTheAnswer('Partoo', 'id'),
		),
	};
}
