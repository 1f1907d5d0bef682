import type {
	DeclarativeRestApiSettings,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { parsedUrl } from '../parsedUrl';
import type { door } from '../door/door';

/** What n8n's own Request Options hold beside the timeout, which an item reads itself. */
interface TransportOptions {
	/** A URL. */
	proxy?: string;
	allowUnauthorizedCerts?: boolean;
}

/**
 * Sends the first item of an execution through the door. An operation that needs the whole execution, e.g. to put it to
 * wait, is handed that by n8n in the place of a request for each item.
 */
export async function firstItemThrough(
	through: ReturnType<typeof door>,
	context: IExecuteFunctions,
): Promise<INodeExecutionData[]> {
	const options = transportOf(context.getNodeParameter('requestOptions', 0, {}) as TransportOptions);
	return await through.call(firstItemOf(context), { options } as DeclarativeRestApiSettings.ResultOptions);
}

/** The context as n8n hands it to the door for one item. */
function firstItemOf(context: IExecuteFunctions): IExecutePaginationFunctions {
	const ofItem: Partial<IExecutePaginationFunctions> = {
		getItemIndex: () => 0,
		getInputData: () => context.getInputData()[0]!,
		getNodeParameter: (name: string, fallback?: unknown) => context.getNodeParameter(name, 0, fallback) as never,
		evaluateExpression: (expression, itemIndex = 0) => context.evaluateExpression(expression, itemIndex),
		getCredentials: async (type) => await context.getCredentials(type, 0),
		getWorkflowDataProxy: () => context.getWorkflowDataProxy(0),
	};
	return Object.assign(Object.create(context), ofItem) as IExecutePaginationFunctions;
}

/** As n8n's routing makes them of the same options. */
function transportOf({ proxy, allowUnauthorizedCerts }: TransportOptions): IHttpRequestOptions {
	const { hostname, port, protocol, username, password } = (proxy ? parsedUrl(proxy) : undefined) ?? {};
	return {
		url: '',
		...(hostname && {
			proxy: {
				host: hostname,
				port: Number(port),
				protocol: protocol!.replace(/:$/, ''),
				...(username && { auth: { username, password: password! } }),
			},
		}),
		...(allowUnauthorizedCerts && { skipSslCertificateValidation: true }),
	};
}
