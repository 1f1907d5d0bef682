/** What an expression writes for a field that is not there, as a part of a path, of a name or as a value behind it. */
const NOTHING = /(?:[/=](?:null|NaN)|(?<![a-z])undefined)(?=[/?#&.]|$)/;

/** What makes an address lead nowhere. */
interface Fault {
	isIn(url: URL, given: string): boolean;
	/** @param shown the address, in quotes */
	what(shown: string): string;
	nextStep: string;
}

const FAULTS: Fault[] = [
	{
		isIn: (_, given) => /[\t\n\r]/.test(given),
		what: (shown) => `a line break or a tab in ${shown}`,
		nextStep: 'Give one address on one line, e.g. with .trim() behind each part of it in the expression.',
	},
	{
		isIn: ({ hostname }) => /^https?$/.test(hostname),
		what: (shown) => `https:// twice in ${shown}`,
		nextStep: 'Write https:// once: mostly the expression in it answers a whole address.',
	},
	{
		isIn: (_, given) => /\{\{.*\$/.test(given),
		what: (shown) => `an expression that n8n did not evaluate in ${shown}`,
		nextStep: 'Switch the field from Fixed to Expression.',
	},
	{
		isIn: (_, given) => /&(amp|quot|lt|gt|#\d+|#x[\da-f]+);/i.test(given),
		what: (shown) => `what HTML writes for a character in ${shown}`,
		nextStep: "Write the character itself, e.g. with .replaceAll('&amp;', '&') behind the address in the expression.",
	},
	{
		isIn: (_, given) => NOTHING.test(given) || /%5Bobject(%20|\+)Object%5D/i.test(given),
		what: (shown) => `what an expression writes for a field that is not there in ${shown}`,
		nextStep: 'Check the name of the field in the expression.',
	},
	{
		isIn: ({ pathname, search }) => /%(?![\da-f]{2})/i.test(pathname + search),
		what: (shown) => `a % in ${shown} that encodes nothing`,
		nextStep: 'Write a real % as %25, or encode the part of the address with encodeURIComponent in the expression.',
	},
];

/** Why an address surely leads nowhere, and how it came there; undefined where nothing is to be seen of it. */
export function deadLink(url: URL, given: string): Fault | undefined {
	return FAULTS.find(({ isIn }) => isIn(url, given));
}
