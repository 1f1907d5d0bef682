import { textField } from '../../../fields/common';

/** One example for each variable of a body. */
export const examplesField = textField('Body Examples', 'bodyExamples', {
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Example' },
	default: [],
	placeholder: 'e.g. Ann',
	description: 'One example for each variable of the body, in order',
});
