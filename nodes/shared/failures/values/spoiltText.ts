import type { Failure } from '../failure';

/**
 * In the place of a text that was spoilt by an expression in it: whoever reads the field refuses it by the field's
 * label.
 */
export class SpoiltText {
	/** @param failure why it is refused; `label` is the field's name in the editor */
	constructor(readonly failure: (label: string) => Failure) {}
}
