import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { DIALOG360_BASE_URL, TEST_PATH } from '../nodes/Dialog360/provider/environment';

/** The key of one phone number: https://docs.360dialog.com/docs/messaging-api/api-reference/messages (authentication). */
export class Dialog360Api implements ICredentialType {
	name = 'dialog360Api';

	displayName = '360dialog API';

	icon: Icon = { light: 'file:../icons/dialog360.svg', dark: 'file:../icons/dialog360.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-partoo/n8n-nodes-partoo#360dialog-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Created in the 360dialog Hub beside the phone number: a key is for one number. A sandbox key comes by WhatsApp.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description: 'Which 360dialog the key belongs to. The sandbox writes to your own number only.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://whatsapp.example.com',
			description: 'Where the API is found, without a slash at the end',
			displayOptions: { show: { environment: ['custom'] } },
		},
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		{ apiKey }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return { ...requestOptions, headers: { ...requestOptions.headers, 'D360-API-KEY': apiKey } as IDataObject };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: DIALOG360_BASE_URL, url: TEST_PATH, disableFollowRedirect: true },
		rules: [401, 403].map((value) => ({
			type: 'responseCode' as const,
			properties: {
				value,
				message:
					'360dialog does not know this API key, or does not let it in. Check that it was copied whole, that it was not replaced by a newer one in the Hub, and that the environment is the one it was made for.',
			},
		})),
	};
}
