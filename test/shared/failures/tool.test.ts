import { adviceForModel } from '../../../nodes/shared/failures/tool';

describe('what a model is told to do', () => {
	it.each([
		'Write a variable with its number between two braces, e.g. {{1}}.',
		'Write it as {{name}}.',
		'Write it e.g. as https://example.com/orders/{{1}}.',
	])('keeps what it can do itself: %s', (advice) => expect(adviceForModel(advice)).toBe(advice));

	it.each(['Switch it to Expression.', 'Name the field, e.g. {{ $json.name }}.', "Add the option 'Split Long Texts'."])(
		'leaves out what is done in the editor: %s',
		(advice) =>
			expect(adviceForModel(`Shorten it. ${advice}`)).toBe(
				'Shorten it. Correct the value if you gave it; otherwise tell the person who set up this tool.',
			),
	);
});
