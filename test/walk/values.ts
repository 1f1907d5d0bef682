/** What expressions hand over, each with its JSON type; as n8n's expression language writes them. */
export const VALUES = {
	object: '({ name: "Ann", city: "Lyon" })',
	list: '["Red", "Blue"]',
	number: '4711',
	zero: '0',
	false: 'false',
	null: 'null',
	date: 'new Date(97445006)',
	dateTime: 'DateTime.fromMillis(97445007, { zone: "utc" })',
	notANumber: 'NaN',
	rounded: '17841405822304915',
	trueAsText: '"true"',
	objectAsText: '"[object Object]"',
} as const;

export type Value = keyof typeof VALUES;

/** Texts that nobody means: whatever comes of them, what is said has to help. */
const ODD_TEXTS = {
	tooLong: '"x".repeat(5_000)',
	/** `{{name}}`: braces that close would end the expression. */
	notFilledIn: '"{ {name} }".replaceAll(" ", "")',
	inLines: '"Red\\nBlue\\t x"',
} as const;

export type OddText = keyof typeof ODD_TEXTS;

export const EXPRESSIONS = { ...VALUES, ...ODD_TEXTS };

/** Several of them for one field: item k has the k-th. */
export const eachOf = (values: Array<Value | OddText>) =>
	`={{ [${values.map((value) => EXPRESSIONS[value]).join(', ')}][$itemIndex] }}`;

const DATE = '1970-01-02T03:04:05.006Z';
const DATE_TIME = '1970-01-02T03:04:05.007Z';

/**
 * What comes of a value: `refused` before anything is sent, `unknown` where it may be the provider who does not know it,
 * `empty` as if nothing was given (refused where the field
 * must be filled in), `taken` where it decides about something that the requests do not show; or the value at the server.
 */
export type Outcome = 'refused' | 'unknown' | 'empty' | 'taken' | { sent: unknown };

const sent = (value: unknown): Outcome => ({ sent: value });

const TEXT: Record<Value, Outcome> = {
	object: 'refused',
	list: 'refused',
	number: sent('4711'),
	zero: sent('0'),
	false: sent('false'),
	null: 'empty',
	date: sent(DATE),
	dateTime: sent(DATE_TIME),
	notANumber: 'refused',
	rounded: 'refused',
	trueAsText: sent('true'),
	objectAsText: 'refused',
};

const REFUSED = Object.fromEntries(Object.keys(VALUES).map((value) => [value, 'refused'])) as Record<Value, Outcome>;

const OPTIONAL = { ...REFUSED, null: 'empty' } as Record<Value, Outcome>;

/** What the requests do not show: a name here, or what the provider's answers are compared with. */
const TAKEN: Record<Value, Outcome> = {
	...OPTIONAL,
	number: 'taken',
	zero: 'taken',
	false: 'taken',
	date: 'taken',
	dateTime: 'taken',
	trueAsText: 'taken',
};

/** Words and dates that are nobody's ID: what an expression writes for a field that is not there. */
const NO_ID = { false: 'refused', trueAsText: 'refused', date: 'refused', dateTime: 'refused' } as const;

/** What comes of each value in a field of each kind. */
export const KINDS = {
	text: TEXT,
	/** Too short for a date in ISO 8601, which has 24 characters. */
	short: { ...TEXT, date: 'refused', dateTime: 'refused' },
	word: TAKEN,
	/** None of these is there, so the provider may say that it does not know it. */
	identifier: { ...TEXT, ...NO_ID },
	comparedIdentifier: { ...TAKEN, ...NO_ID },
	identifierList: { ...TEXT, ...NO_ID, list: sent('Red') },
	/** IDs in which a digit is: a word is a name. */
	businessList: { ...TEXT, ...NO_ID, list: 'refused' },
	/** An ID of digits. */
	count: { ...OPTIONAL, number: sent(4711), zero: sent(0) },
	comparedCount: { ...OPTIONAL, number: 'taken', zero: 'taken' },
	phone: OPTIONAL,
	/** As it is written: short ones, too. */
	cardPhone: { ...OPTIONAL, number: sent('4711') },
	countryCode: OPTIONAL,
	link: OPTIONAL,
	limit: { ...OPTIONAL, number: 'taken' },
	/** Of which nothing is a good answer too. */
	duration: { ...OPTIONAL, number: 'taken', zero: 'taken' },
	day: { ...OPTIONAL, date: sent('1970-01-02'), dateTime: sent('1970-01-02') },
	degrees: { ...OPTIONAL, zero: sent(0) },
	switch: { ...OPTIONAL, zero: 'taken', false: 'taken', trueAsText: 'taken' },
	mustBeTrue: { ...OPTIONAL, trueAsText: 'taken' },
	/** Words that a provider keeps; it may not know these. */
	openList: { ...TEXT, list: sent('Red') },
	/** Goes to the provider as it is, who may not know such fields. */
	json: { ...OPTIONAL, object: sent('Lyon') },
	/** JSON that is compared with a template: none of these fits. */
	templateJson: OPTIONAL,
	/** What decides about what is done is not guessed where it is empty. */
	choice: REFUSED,
	/** A provider's word of which it may know more than the form. */
	openChoice: TEXT,
	/** A file's name in the item; none of these is there. */
	file: OPTIONAL,
	/** Name and language, with a colon between them as a date has. */
	template: {
		...OPTIONAL,
		number: 'unknown',
		zero: 'unknown',
		date: 'unknown',
		dateTime: 'unknown',
		false: 'unknown',
		trueAsText: 'unknown',
	},
	/** A text of which none of these is one, e.g. a language, an email address, the address of a page. */
	narrow: OPTIONAL,
	/** A JSON object of which the requests show nothing. */
	takenJson: { ...OPTIONAL, object: 'taken' },
} satisfies Record<string, Record<Value, Outcome>>;

export type Kind = keyof typeof KINDS;

/** Kinds of which the provider may refuse what is no fault of the form. */
export const MAY_BE_UNKNOWN: Kind[] = [
	'identifier',
	'identifierList',
	'businessList',
	'count',
	'comparedCount',
	'json',
	'openChoice',
	'openList',
	'template',
];
