import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { CALLBELL_BASE_URL, callbellBaseUrl } from '../nodes/Callbell/provider/environment';

/** The token of an account: https://docs.callbell.eu/api/authorization */
export class CallbellApi implements ICredentialType {
	name = 'callbellApi';

	displayName = 'Callbell API';

	icon: Icon = { light: 'file:../icons/callbell.svg', dark: 'file:../icons/callbell.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-partoo/n8n-nodes-partoo#callbell-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Created in Callbell under Settings > API; it is shown only once',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description: 'Custom is for a proxy or a test server of your own',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://callbell.example.com/v1',
			description: 'Where the API is found, without a slash at the end',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. whsec_…',
			description:
				'For the Callbell Trigger only: the whole secret from the Webhooks tab of Callbell. With it, calls that Callbell did not sign are refused.',
		},
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Here the credential's own test, too, says what is wrong with the address.
		callbellBaseUrl(credential);
		const { apiKey } = credential;
		const headers = { ...requestOptions.headers, Authorization: `Bearer ${String(apiKey)}` } as IDataObject;
		return { ...requestOptions, headers };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: CALLBELL_BASE_URL, url: '/auth/me', disableFollowRedirect: true },
		rules: [401, 403].map((value) => ({
			type: 'responseCode' as const,
			properties: {
				value,
				message:
					'Callbell does not know this API key. Check that it was copied whole and was not deleted under Settings > API.',
			},
		})),
	};
}
