import type {
	IDataObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { Failure } from '../../../../shared/failures/failure';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { deadlineOf } from './deadline';
import type { Deadline } from './deadline';
import type { Form } from '../itemForm';
import { writeWayBack } from './wayBack';

/** One of the answers that a question offers. */
export interface Answer extends IDataObject {
	/** As the user named it; the title where they did not. */
	id: string;
	title: string;
	/** Only where the question asks for an approval. */
	isApproved?: boolean;
}

/** What a node keeps of the question that it waits for. n8n saves it with the execution. */
export interface Question extends IDataObject {
	run: number;
	answers: Answer[];
	deadline: Deadline | null;
}

const KEY = 'question';

/**
 * Notes what is asked.
 *
 * @returns the way back of each answer
 * @throws Failure where an answer could not come back: in an n8n that is too old, or in one that cannot wait here
 */
export function noteQuestion(form: Form, { context, memory }: ItemContext, answers: Answer[]): string[] {
	checkWaiting(context);
	const { run } = memory;
	const ids = answers.map((_, answer) => writeWayBack(context, run, answer));
	const question: Question = { run, answers, deadline: deadlineOf(form) };
	context.getContext('node')[KEY] = question;
	return ids;
}

/** The question that the node has asked last. */
export function notedQuestion(context: IExecuteFunctions): Question {
	return context.getContext('node')[KEY] as Question;
}

/** What a node that waits was given to go on with when nobody answers, and what it asked. */
export interface Waiting {
	item: INodeExecutionData;
	question: Question;
}

/** The same for the node's webhook, which n8n hands neither: one expression, since each costs time. */
export function waitingWith(context: IWebhookFunctions): Waiting {
	const ofNode = `$node[${JSON.stringify(context.getNode().name)}].context`;
	return context.evaluateExpression(
		`{{ ({ item: $input.item, question: ${ofNode}.${KEY} }) }}`,
		0,
	) as object as Waiting;
}

function checkWaiting(context: IExecuteSingleFunctions): void {
	if (!context.getSignedResumeUrl) {
		throw new Failure({
			message: 'Send and Wait for Answer needs n8n 1.113 or newer; this one cannot sign the way back of an answer',
			nextStep: 'Update n8n. Until then ask with Send Interactive, and take the answer with the 360dialog Trigger.',
			code: 'N8N_VERSION',
		});
	}
	if ('putExecutionToWait' in context) return;
	throw new Failure({
		message: 'Send and Wait for Answer cannot wait here: an AI agent runs this node as a tool, outside of an execution',
		nextStep: 'Connect the node as Human Review of a tool instead, with an AI Agent of version 3 or newer.',
		code: 'CANNOT_WAIT',
	});
}
