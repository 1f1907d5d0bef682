import type {
	DeclarativeRestApiSettings,
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Expected } from '../transport/answer';
import type { ItemContext } from './itemContext';

/** The fields of an operation, in the order in which its panel asks for them. */
export interface OperationFields {
	/** What decides about the rest, e.g. the kind of message. */
	decides?: INodeProperties[];
	/** Whom or what it is about, e.g. a recipient or a conversation. */
	whom?: INodeProperties[];
	/** What is to be sent, changed or looked for. */
	what?: INodeProperties[];
	/** Collections of what may be left out. */
	options?: INodeProperties[];
}

/** All that there is to say of an operation. Where its fields are shown is computed: see `resource`. */
export interface OperationDefinition {
	/** As the engine knows it, e.g. `getAll`. */
	value: string;
	/** Its name in the list of operations, in title case. */
	name: string;
	/** What the node creator shows, in sentence case. */
	action: string;
	description: string;
	/** The request that `run` sends as `item.routed`; left out where `run` composes its own. */
	request?: Pick<DeclarativeRestApiSettings.HttpRequestOptions, 'method' | 'url' | 'qs'>;
	/**
	 * Whether carrying its request out twice does no harm: it only reads, it sets what was set already, or it carries a
	 * key of its own by which the provider knows a repetition.
	 */
	repeatable: boolean;
	/**
	 * What the answer to its request holds, e.g. `{ status: 'success' }`; without that nobody knows what became of it.
	 * Left out where the provider documents no such thing, or where `run` itself takes out of the answer what it needs: a
	 * text or a web page is no answer in any case (see `isGood`).
	 */
	expects?: Expected;
	/** A field's own `displayOptions` say on what else it depends, besides the operation. */
	fields?: OperationFields;
	/**
	 * Answers the item's output; the door links each of them to the item.
	 *
	 * @throws Failure for everything that a user can mend
	 */
	run(item: ItemContext): Promise<INodeExecutionData[]>;
}

/** An operation as the door and the form know it. */
export interface Operation extends Pick<OperationDefinition, 'value' | 'repeatable' | 'expects' | 'run'> {
	option: INodePropertyOptions;
	fields: Required<OperationFields>;
}

/** Makes an operation of its definition. */
export function defineOperation(definition: OperationDefinition): Operation {
	const { value, name, action, description, request, repeatable, expects, fields, run } = definition;
	return {
		value,
		repeatable,
		expects,
		run,
		option: { name, value, action, description, ...(request && { routing: { request } }) },
		fields: { decides: [], whom: [], what: [], options: [], ...fields },
	};
}

/** One output item per object. */
export function toItems(objects: IDataObject[]): INodeExecutionData[] {
	return objects.map((json) => ({ json }));
}
