import type { HttpAnswer } from '../../shared/transport/answer';
import { entryOf } from '../provider/answers';

/** https://docs.callbell.eu/api/reference/templates_api/get_template */
export interface Template {
	uuid: string;
	text: string;
	/** `text`, or the kind of file that goes with it; what Callbell adds later is sent on as it is. */
	kind: 'text' | 'image' | 'document' | 'video' | (string & {});
}

/** The template that an answer holds. @throws Failure when there is none */
export function templateIn(answer: HttpAnswer): Template {
	const { uuid, text, templateType } = entryOf(answer, 'template', 'templates');
	return { uuid: String(uuid), text: String(text ?? ''), kind: String(templateType || 'text') };
}

/** Whether a template goes with a file. */
export function hasMedia({ kind }: Template): boolean {
	return kind !== 'text';
}

/** The numbers of the variables `{{1}}`, `{{2}}` … in a template's text, each once and in order. */
export function variablesOf({ text }: Template): number[] {
	const numbers = [...text.matchAll(/\{\{\s*(\d+)\s*\}\}/g)].map(([, number]) => Number(number));
	return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The text with its values, as the customer reads it. */
export function render(template: Template, values: string[]): string {
	const numbers = variablesOf(template);
	return template.text.replace(
		/\{\{\s*(\d+)\s*\}\}/g,
		(_, number: string) => values[numbers.indexOf(Number(number))] ?? '',
	);
}
