import { limitedLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { identifier } from '../../../../shared/input/identifier';
import { jsonObject } from '../../../../shared/input/json/json';
import { asObject } from '../../../../shared/json';
import { optionalChoice, optionalText, text } from '../../../../shared/input/text';
import { FLOW_BUTTON_MAX } from '../../../provider/limits';
import { bodyField } from '../content/text';
import type { Form } from '../itemForm';
import type { MessageType } from '../messageType';
import { flowOptions, MESSAGE_VERSION } from './flowOptions';
import { buttonTextField, footerOption, interactive } from './frame';
import { headerOptions } from './header';

const flowField: INodeProperties = {
	displayName: 'Flow',
	name: 'flow',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '' },
	description: 'The flow, as the WhatsApp Manager shows it',
	modes: [
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234567890' },
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. appointment_booking' },
	],
};

/** A form inside of WhatsApp (https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow). */
export const flow: MessageType = {
	option: { name: 'Flow', value: 'flow', description: 'A button that opens a form inside WhatsApp' },
	fields: [bodyField, buttonTextField, flowField],
	options: [...headerOptions, footerOption, ...flowOptions],
	content(form) {
		const { options } = form;
		const flowMode = optionalChoice('Flow Mode', options.flowMode, ['draft', 'published']);
		const { mode, value } = asObject(form.param('flow', {}));
		const nextStep = 'Give the ID or the name of the flow, as the WhatsApp Manager shows it.';
		const which = identifier('Flow', value, nextStep);
		const action = actionOf(form);
		const payload = payloadOf(form);
		const parameters = {
			flow_message_version: text('Flow Message Version', options.flowMessageVersion).trim() || MESSAGE_VERSION,
			...optionalText('flow_token', 'Flow Token', options.flowToken),
			...(mode === 'name' ? { flow_name: which } : { flow_id: which }),
			flow_cta: limitedLine('Button Text', form.param('buttonText', ''), FLOW_BUTTON_MAX),
			...(flowMode && { mode: flowMode }),
			...(action && { flow_action: action }),
			...(payload && { flow_action_payload: payload }),
		};
		return interactive(form, 'flow', { name: 'flow', parameters }, { header: 'any' });
	},
};

function actionOf({ options }: Form): string {
	return optionalChoice('Flow Action', options.flowAction, ['data_exchange', 'navigate']);
}

function payloadOf(form: Form): IDataObject | undefined {
	const { options } = form;
	const data = jsonObject('Flow Data', options.flowData);
	const hasData = Object.keys(data).length > 0;
	const screen = text('Flow Screen', options.flowScreen).trim();
	if (!screen && !hasData) return undefined;
	if (actionOf(form) === 'data_exchange') {
		throw badField(
			screen ? 'Flow Screen' : 'Flow Data',
			'has no place in a flow whose action is Data Exchange',
			"Set 'Flow Action' to Navigate, or remove it.",
		);
	}
	return { ...(screen && { screen }), ...(hasData && { data: data as IDataObject }) };
}
