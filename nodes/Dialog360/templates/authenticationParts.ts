import { limitedText } from '../../shared/input/text';
import { OTP_MAX } from '../provider/limits';
import { isSameWord } from './definition';
import type { Component } from './definition';
import type { Part } from './slots';

/**
 * A code for one time: the body and the button carry the same one
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates).
 */
export function authenticationParts(components: Component[]): Part[] {
	const id = 'body_1';
	const label = 'Code';
	const buttons = components.find(({ type }) => isSameWord(type, 'BUTTONS'))?.buttons ?? [];
	const code = (value: unknown) => [{ type: 'text', text: limitedText(label, value, OTP_MAX) }];
	return [
		{
			name: 'Body',
			slots: [{ id, label, isRequired: true }],
			count: 1,
			isFor: ({ type }) => type === 'body',
			build: ({ get }) => ({ type: 'body', parameters: code(get(id)) }),
		},
		...buttons.map((_button, index): Part => ({
			name: `Button ${index + 1}`,
			slots: [],
			count: 1,
			isFor: (component) => component.type === 'button' && Number(component.index) === index,
			build: ({ get }) => ({ type: 'button', sub_type: 'url', index, parameters: code(get(id)) }),
		})),
	];
}
