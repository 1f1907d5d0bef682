import { templateLanguage } from '../../../../nodes/Dialog360/resources/template/nameAndLanguage';
import {
	checkBody,
	checkHeaderText,
	checkVariables,
} from '../../../../nodes/Dialog360/resources/template/templateRules';

describe('a new template', () => {
	it.each(['en', 'en_US', 'pt_BR', 'fil', 'zh_CN', 'es_SPA'])('may have the language %s', (language) => {
		expect(templateLanguage(language)).toBe(language);
	});

	it.each([
		['en-US', 'en_US'],
		['EN_us', 'en_US'],
		['English', 'en_US'],
	])('has no language %s', (language, meant) => {
		expect(() => templateLanguage(language)).toThrow(
			expect.objectContaining({
				message: `'Language' holds "${language}", which is no language of WhatsApp`,
				facts: expect.objectContaining({ nextStep: `Give its code, e.g. ${meant}.` }),
			}),
		);
	});

	it.each([
		['Hi {{Name}}!', 'holds {{Name}}; names of variables have lower-case letters'],
		['Hi {{1}} and {{3}}!', 'has the variables {{1}}, {{3}}; numbers begin with 1'],
		['Hi {{2}}!', 'has the variables {{2}}; numbers begin with 1'],
		['Hi {{1}}, {{name}}!', 'has variables with numbers and with names'],
	])('has no variables as in %s', (text, message) => expect(() => checkVariables('Body', text)).toThrow(message));

	it.each([['Hi {{1}} and {{2}}!'], ['Hi {{name}}, {{order_id}}!'], ['Hi {{1}} and {{1}}!'], ['Hi']])(
		'may have variables as in %s',
		(text) => expect(() => checkVariables('Body', text)).not.toThrow(),
	);

	it.each([
		['Hi {{1}, welcome', 'has braces that make no variable, in "Hi {{1}, welcom"'],
		['Hi { {1}}, welcome', 'in "Hi { {1}}, welcome"'],
		['Hi {{ }}, welcome', 'in "Hi {{ }}, welco"'],
		['Hi {{}}, welcome', 'has braces that make no variable'],
		['Hi {{{1}}}, welcome', 'has braces that make no variable'],
		['Hi {{1}}}, welcome', 'has braces that make no variable'],
		['Hi {{1}}, your {{2}, thanks', 'has braces that make no variable'],
		['Hi {1}}, welcome', 'has braces that make no variable, in "Hi {1}}, welcome"'],
		['Hi { name }}, welcome', 'has braces that make no variable'],
		['Hi {{1} and }}, welcome', 'has braces that make no variable'],
	])('has no braces as in %s', (text, message) => expect(() => checkVariables('Body', text)).toThrow(message));

	it.each([
		['Hi {you} and {1}'],
		['Hi {{ name }}!'],
		['{{1}}{{2}} and {x}'],
		['Send {"order": {"id": 1}} to us, {{1}}'],
		['Hi :}} and {{1}} }} too'],
	])('may have braces as in %s', (text) => expect(() => checkVariables('Body', text)).not.toThrow());

	it.each([
		['{{1}}, hello', 'begins with a variable'],
		['Hello {{1}} ', 'ends with a variable'],
	])('has no body %s', (text, message) => expect(() => checkBody('Body', text)).toThrow(message));

	it('may have a body that ends with braces of its own', () =>
		expect(() => checkBody('Body', 'Send {"order": {"id": 1}}')).not.toThrow());

	it.each([['a\n\n\nb'], ['a     b'], ['a\tb']])('has no gaps as in %j', (text) =>
		expect(() => checkBody('Body', text)).toThrow('in a row, which WhatsApp refuses'),
	);

	it.each([['a\n\nb'], ['a    b']])('may have lines and blanks as in %j', (text) =>
		expect(() => checkBody('Body', text)).not.toThrow(),
	);

	it.each([
		['Big *news*', 'an asterisk'],
		['Big\nnews', 'a line break'],
		['News 🎉', 'an emoji'],
	])('has no header %j', (text, what) => expect(() => checkHeaderText('Header Text', text)).toThrow(what));

	it('may have a header with signs', () =>
		expect(() => checkHeaderText('Header Text', 'ACME™ & Söhne #1')).not.toThrow());
});
