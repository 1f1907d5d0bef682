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
import { apiKeyOf } from '../nodes/shared/transport/credential/apiKey';
import { notTheAnswer, refusedKey, testRules } from '../nodes/shared/transport/credential/credentialTest';

/** The token of an account: https://docs.callbell.eu/api/authorization */
export class CallbellApi implements ICredentialType {
	name = 'callbellApi';

	displayName = 'Callbell API';

	icon: Icon = { light: 'file:../icons/callbell.svg', dark: 'file:../icons/callbell.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-partoo/n8n-nodes-partoo/blob/main/docs/callbell.md#credential';

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
			description: 'The URL of the API, without a slash at the end',
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
		// Here the credential's own test, too, says what is wrong with the address and the key.
		callbellBaseUrl(credential);
		const apiKey = apiKeyOf(credential);
		const headers = { ...requestOptions.headers, Authorization: `Bearer ${apiKey}` } as IDataObject;
		return { ...requestOptions, headers };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: CALLBELL_BASE_URL, url: '/auth/me', disableFollowRedirect: true },
		rules: testRules(
			...[401, 403].map((status) =>
				refusedKey(
					status,
					'Callbell does not know this API key. Check that it was copied whole and was not deleted under Settings > API.',
				),
			),
			notTheAnswer('Callbell', 'user_email'),
		),
	};
}
