import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { DIALOG360_BASE_URL, TEST_PATH, dialog360BaseUrl } from '../nodes/Dialog360/provider/environment';
import { apiKeyOf } from '../nodes/shared/transport/credential/apiKey';
import { notTheAnswer, refusedKey, testRules, WEB_PAGES } from '../nodes/shared/transport/credential/credentialTest';

/** The key of one phone number: https://docs.360dialog.com/docs/messaging-api/api-reference/messages (authentication). */
export class Dialog360Api implements ICredentialType {
	name = 'dialog360Api';

	displayName = '360dialog API';

	icon: Icon = { light: 'file:../icons/dialog360.svg', dark: 'file:../icons/dialog360.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-partoo/n8n-nodes-partoo/blob/main/docs/360dialog.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Created in the 360dialog Hub next to the phone number; each key is for one number. A key of the 360dialog Sandbox arrives by WhatsApp.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: '360dialog Sandbox', value: 'sandbox' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description:
				'The environment that the key belongs to. The 360dialog Sandbox writes to your own number only. Custom is for a proxy or a test server of your own.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://whatsapp.example.com',
			description: 'The URL of the API, without a slash at the end',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"For a 360dialog Trigger with manual registration: the secret that each call must carry in the header 'X-Webhook-Secret'. Give 360dialog that header together with the URL. With other registrations the trigger makes a secret itself.",
		},
		{
			displayName: 'Webhook Signature Secret',
			name: 'signatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"For the triggers of 360dialog partners: the platform secret with which 360dialog signs calls, in 'x-360dialog-signature'",
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				'For a 360dialog Trigger with manual registration: calls about another number are refused. With other registrations the trigger learns it itself.',
		},
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Here the credential's own test, too, says what is wrong with the address and the key.
		dialog360BaseUrl(credential);
		const apiKey = apiKeyOf(credential);
		return { ...requestOptions, headers: { ...requestOptions.headers, 'D360-API-KEY': apiKey } as IDataObject };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: DIALOG360_BASE_URL, url: TEST_PATH, disableFollowRedirect: true },
		rules: testRules(
			...[401, 403].map((status) =>
				refusedKey(
					status,
					'360dialog does not know this API key, or does not let it in. Check that it was copied whole, that it was not replaced by a newer one in the Hub, and that the environment is the one it was made for.',
				),
			),
			...WEB_PAGES.map(({ key, value }) => notTheAnswer('360dialog', key, value)),
		),
	};
}
