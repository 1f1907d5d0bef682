import type { IDataObject } from 'n8n-workflow';
import { toggle } from '../../../shared/input/toggle';
import { bodiesOf } from '../../../shared/input/words/wordsFields';
import { asObject } from '../../../shared/json';
import { TEXT_MAX } from '../../provider/limits';
import { marksOf } from '../../../shared/delivery/mark';
import { prepare } from '../../../shared/delivery/prepare';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { Operation } from '../../../shared/door/operation';
import { recipient } from '../../fields/recipient';
import { ItemForm } from './itemForm';
import type { Form } from './itemForm';
import { messageBody } from './messageBody';
import { postOnce } from './postOnce';

const WHATSAPP = { max: TEXT_MAX, unit: 'characters' } as const;

/**
 * What an operation does that sends one message: its content is checked before anything is sent, then files are
 * uploaded.
 */
export function sending(makeContent: (form: Form, item: ItemContext) => Promise<IDataObject>): Operation['run'] {
	return async (item) => {
		const form = new ItemForm(item);
		const isMarked = toggle('Mark Messages', form.options.markMessages, true);
		const to = recipient(form.param('to'), form.options);
		const body = await prepare(async () => {
			const content = await makeContent(form, item);
			const build = () => messageBody(to, content, form.options);
			// Whatever is wrong with the input is said before the first request.
			build();
			await form.upload();
			return build();
		});
		const { text } = body;
		const words = { words: asObject(text).body, limit: WHATSAPP, options: form.options };
		const bodies = bodiesOf(body, words, (part, index) =>
			// The first one stands for all as the answer to another message.
			({ ...body, ...(index > 0 && { context: undefined }), text: { ...asObject(text), body: part } }),
		);
		const marks = isMarked ? marksOf(item, bodies.length) : [];
		// What the user gave stands over the mark.
		const marked = bodies.map((one, index) =>
			marks[index] === undefined ? one : { biz_opaque_callback_data: marks[index], ...one },
		);
		return await postOnce(item, marked);
	};
}
