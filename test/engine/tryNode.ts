import type {
	ICredentialType,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** Credential of the node that the harness is tried with. */
export class TryApi implements ICredentialType {
	name = 'tryApi';
	displayName = 'Try API';
	properties: ICredentialType['properties'] = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: 'http://127.0.0.1:1' },
	];
	authenticate: ICredentialType['authenticate'] = {
		type: 'generic',
		properties: { headers: { 'x-api-key': '={{$credentials.apiKey}}' } },
	};
	test: ICredentialType['test'] = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/me' },
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'Wrong key' } }],
	};
}

/** A declarative node that belongs to no provider, for the tests of the harness itself. */
export class Try implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Try',
		name: 'try',
		group: ['transform'],
		version: 1,
		description: 'Try',
		defaults: { name: 'Try' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'tryApi', required: true }],
		requestDefaults: { baseURL: '={{$credentials.baseUrl}}' },
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'send',
				options: [
					{
						name: 'Send',
						value: 'send',
						routing: { request: { method: 'POST', url: '/send' } },
					},
					{
						name: 'Upload',
						value: 'upload',
						routing: {
							request: { method: 'POST', url: '/upload' },
							send: {
								preSend: [
									async function (this: IExecuteSingleFunctions, options: IHttpRequestOptions) {
										const file = this.helpers.assertBinaryData('data');
										this.logger.info('Uploading', { bytes: file.bytes });
										const stream = await this.helpers.getBinaryStream(file.id ?? '');
										return { ...options, body: stream };
									},
								],
							},
						},
					},
				],
			},
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				required: true,
				default: '',
				displayOptions: { show: { operation: ['send'] } },
				routing: { send: { type: 'body', property: 'text' } },
			},
		],
	};

	methods: INodeType['methods'] = {
		listSearch: {
			async searchThings(filter, token) {
				const { baseUrl: baseURL } = await this.getCredentials<{ baseUrl: string }>('tryApi');
				const found = await this.helpers.httpRequestWithAuthentication.call(this, 'tryApi', {
					baseURL,
					url: '/things',
					qs: { filter, token, operation: this.getCurrentNodeParameter('operation') },
				});
				return { results: found.things, paginationToken: found.next };
			},
		},
	};
}
