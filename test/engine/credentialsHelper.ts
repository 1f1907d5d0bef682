import { getAdditionalKeys, UnrecognizedCredentialTypeError } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	ICredentialsHelper,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentials,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	NodeHelpers,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { resolveFields, resolveValue } from './credentialExpressions';

/** Credentials of a run: their data as a user would have saved them, by the name of the credential type. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/** What a node holds about its credentials: here each one's type name is its ID and name as well. */
export function nodeCredentials(data: CredentialData): INodeCredentials {
	return Object.fromEntries(Object.keys(data).map((type) => [type, { id: type, name: type }]));
}

/**
 * What n8n's own credentials helper does, over a map instead of a database: defaults, expressions in fields, and
 * `authenticate` of the credential class. Credentials that renew themselves (`preAuthentication`, OAuth) are not
 * served: no credential of this package does.
 */
export class EngineCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly types: ICredentialType[],
		private readonly data: CredentialData,
	) {
		super();
	}

	getParentTypes(typeName: string): string[] {
		const parents = this.getType(typeName).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const { restrictToSupportedNodes, supportedNodes = [] } = this.getType(credentialType);
		return !restrictToSupportedNodes || supportedNodes.includes(nodeType);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.getType(typeName);
		if (!authenticate) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);

		// Like n8n's helper, this writes into the very objects that the caller passed.
		const resolve = (value: string) => resolveValue(value, { $credentials: credentials }, workflow, node);
		requestOptions.headers ??= {};
		const target = requestOptions as IHttpRequestOptions & Record<string, IDataObject | undefined>;
		for (const [part, fields] of Object.entries(authenticate.properties)) {
			const into = (target[part] ??= {});
			for (const [key, value] of Object.entries(fields as Record<string, string>)) {
				into[resolve(key)] = resolve(value);
			}
		}
		return requestOptions;
	}

	async preAuthentication(
		_helpers: IHttpRequestHelper,
		_credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<undefined> {
		const expirable = this.getType(typeName).properties.some(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (expirable) throw new Error(`The harness cannot renew the credential "${typeName}"`);
	}

	async runPreAuthentication(): Promise<undefined> {}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const saved = this.data[type];
		if (!saved) throw new Error(`The test gave no credentials of the type "${type}"`);
		if (raw) return saved;

		const withDefaults = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			saved as Record<string, string>,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		return resolveFields(withDefaults, keys, mode, executeData, resolveValues);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents = [], properties } = this.getType(type);
		const combined: INodeProperties[] = [];
		for (const parent of parents) {
			NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(combined, properties);
		return combined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The harness keeps no encrypted credentials');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('The harness keeps no encrypted credentials');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('The harness keeps no encrypted credentials');
	}

	private getType(name: string): ICredentialType {
		const found = this.types.find((type) => type.name === name);
		if (!found) throw new UnrecognizedCredentialTypeError(name);
		return found;
	}
}
