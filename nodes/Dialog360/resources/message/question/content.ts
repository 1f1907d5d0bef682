import { limitedLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { badField } from '../../../../shared/failures/failure';
import { chosen } from '../../../../shared/failures/values/valueFault';
import { jsonObject } from '../../../../shared/input/json/json';
import { choice } from '../../../../shared/input/text';
import { asObject, merge, objectsIn } from '../../../../shared/json';
import { LIST_BODY_MAX, LIST_BUTTON_MAX } from '../../../provider/limits';
import { templateChoice } from '../../../templates/definition';
import { findTemplate } from '../../../templates/findTemplate';
import { interactive } from '../interactive/frame';
import { replyAction } from '../interactive/replyButtons';
import type { Form } from '../itemForm';
import { ADDITIONAL } from '../messageBody';
import { templateContent } from '../sendTemplate';
import { approvals, buttons, quickReplies, rows, withPayloads } from './answers';
import { checkTrigger } from './checkTrigger';
import { noteQuestion } from './question';

const MESSAGE = ['Message', 'message'] as const;

/**
 * What makes a question: a message or template whose buttons hold the way back of their answers.
 *
 * @throws Failure when a field is wrong, or when an answer could not come back
 */
export async function questionContent(form: Form, item: ItemContext): Promise<IDataObject> {
	const content = await contentOf(form, item);
	checkAdded(form, content);
	await checkTrigger(form, item);
	return content;
}

/** What holds the way back of the answers, and what would put something else in its place. */
const KEPT = ['type', 'interactive.type', 'interactive.action', 'template.name', 'template.components'];

/** @throws Failure when additional fields would take the way back out of the message */
function checkAdded({ options }: Form, content: IDataObject): void {
	const added = jsonObject(ADDITIONAL, options.additionalBodyFields);
	const merged = merge(content, added);
	const lost = KEPT.find((path) => JSON.stringify(at(merged, path)) !== JSON.stringify(at(content, path)));
	if (lost === undefined) return;
	throw badField(
		ADDITIONAL,
		`changes "${lost}", and the answers could not come back then`,
		'Take it out, and set what is asked in the fields above. For a message of your own use Send Interactive.',
	);
}

/** What stands at a path, e.g. `interactive.action`. */
function at(body: IDataObject, path: string): unknown {
	return path.split('.').reduce<unknown>((inner, name) => asObject(inner)[name], body);
}

async function contentOf(form: Form, item: ItemContext): Promise<IDataObject> {
	const type = choice('Answer By', chosen('Answer By', form.param('responseType')), ['approval', 'buttons', 'list'], {
		fallback: 'approval',
	});
	if (type === 'list') return listQuestion(form, item);
	const isApproval = type === 'approval';
	const sendAs = choice('Send As', chosen('Send As', form.param('sendAs', 'message')), ['message', 'template']);
	if (sendAs === 'template') return await templateQuestion(form, item, isApproval);
	const answers = isApproval ? approvals(form) : buttons(form);
	const ids = noteQuestion(form, item, answers);
	const action = replyAction(answers.map(({ title }, index) => ({ id: ids[index]!, title })));
	return interactive(form, 'button', action, { header: 'any', bodyField: MESSAGE });
}

function listQuestion(form: Form, item: ItemContext): IDataObject {
	const answers = rows(form);
	const button = limitedLine('Button Text', form.param('buttonText', ''), LIST_BUTTON_MAX);
	const ids = noteQuestion(form, item, answers);
	const action = { button, sections: [{ rows: answers.map((row, index) => ({ ...row, id: ids[index]! })) }] };
	return interactive(form, 'list', action, { header: 'text', bodyMax: LIST_BODY_MAX, bodyField: MESSAGE });
}

async function templateQuestion(form: Form, item: ItemContext, isApproval: boolean): Promise<IDataObject> {
	const content = await templateContent(form, item);
	const template = asObject(content.template);
	const given = objectsIn(template.components ?? []);
	const definition = await findTemplate(item, templateChoice(item.param('template', '')));
	const { indexes, answers } = quickReplies(definition.components, given, isApproval);
	const payloads = noteQuestion(form, item, answers);
	return { ...content, template: { ...template, components: withPayloads(given, indexes, payloads) } };
}
