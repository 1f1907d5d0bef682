import { summaryOf } from '../../../nodes/shared/trigger/summary';

it.each([
	['Are you open?', 'text', 'Are you open?'],
	['two lines on one', 'Text', 'two lines\non one'],
	['[image] Our menu', 'image', null, 'Our menu'],
	['[document] invoice.pdf', 'Document', null, '', 'invoice.pdf'],
	['[location]', 'location', null],
	['[text]', 'text', null],
	['[Unhandled content: poll]', 'poll', '[Unhandled content: poll]'],
	['[message]', null],
])('a message is summed up as %j', (line, kind, ...words) => {
	expect(summaryOf(kind, ...words)).toBe(line);
});

it('is short, however long the message is', () => {
	expect(summaryOf('text', 'word '.repeat(200)).length).toBeLessThanOrEqual(202);
});
