import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';
import type { MediaKind } from '../media/fileRules';

/** One value that a template wants or takes. */
export interface Slot {
	/** e.g. `header_image`, `body_1`, `body_order_id`, `button_0_url`, `card_0_body_1`. */
	id: string;
	/** e.g. `Body {{1}}`. */
	label: string;
	/** The name or number of the variable whose value it is. */
	variable?: string;
	/** The words around the variable, for the form. */
	words?: string;
	isRequired?: boolean;
	/** Offered, but not shown at first. */
	isExtra?: boolean;
	options?: INodePropertyOptions[];
}

/** What the user gave for the slots. */
export interface Values {
	/** A value; undefined where the field is empty. */
	get(slotId: string): unknown;
	/** The `{ link }` or `{ id }` of a file. */
	media(label: string, kind: MediaKind, value: unknown): IDataObject;
	/** The workflow's time zone, e.g. `Europe/Paris`. */
	zone: string;
	/** Whether line breaks in values become blanks. */
	flattens: boolean;
}

/** A part of a template with its values. */
export interface Part {
	/** What it is called in sentences, e.g. `Body`, `Button 1 (URL)`. */
	name: string;
	slots: Slot[];
	/** How many parameters its component must have; undefined where the component may be missing. */
	count?: number;
	/** Whether a component given as JSON is the one of this part. */
	isFor(component: IDataObject): boolean;
	/**
	 * The component of the message; undefined when nothing has to be sent for it.
	 *
	 * @throws Failure when a value is not what WhatsApp takes
	 */
	build(values: Values): IDataObject | undefined;
}

/** A part of a template that the form cannot fill in: sent without it, WhatsApp would refuse the message. */
export function unknownPart(name: string, what: string, isFor: (component: IDataObject) => boolean): Part {
	return {
		name,
		slots: [],
		isFor,
		build() {
			throw badField(
				'Template',
				`has ${what}, which this form does not know`,
				"Set 'Values' to Components (JSON) and give the components as WhatsApp's documentation writes them.",
			);
		},
	};
}
