import { badField } from '../../failures/failure';
import { deadLink } from './deadLink';
import { isPrivateHost } from '../../trigger/publicAddress';
import { oneValue } from '../text';
import { clip } from '../../failures/clip';
import { isFile } from '../value';
import { parsedUrl } from '../../parsedUrl';

/** What to do with a file of the item where an address is wanted. */
const UPLOAD_FIRST =
	'A file of the workflow is first uploaded to a place with a public address, e.g. with the S3, Google Drive or FTP node.';

/**
 * Bytes as n8n writes them in a text, and what it keeps in their place: as an address, or in Base64 by how files begin.
 */
const BYTES =
	/^(data:[\w/+.;=-]*,|(filesystem|filesystem-v2|s3|database):\S*binary_data|(iVBORw0KGgo|\/9j\/|JVBERi0|R0lGOD|UklGR|UEsDB|SUQz|T2dnU)[\w+/=\s]{80})/;

/** As mail programs and Markdown write an address, and in quotes. */
const WRAPPED = /^[<"']\s*([^<>"']*?)\s*[>"']$/;

/** What an address leads to, for sentences. */
interface Wanted {
	example: string;
	/** What to do with a file of the item. */
	forFiles: string;
	/** Who opens it. */
	opener: string;
}

const PAGE: Wanted = {
	example: 'https://example.com',
	forFiles: 'A file has no place here.',
	opener: 'customers open it wherever they are.',
};

/** Like {@link link}, for a page that customers open. @throws Failure as it does */
export function pageLink(label: string, value: unknown, allowsPrivate: boolean): string {
	return read(label, value, allowsPrivate, PAGE);
}

/**
 * A public address of a file that the provider is to open. Blanks and letters beyond ASCII are percent-encoded;
 * what is an address already stays as it is.
 *
 * @param allowsPrivate for a provider of the user's own (environment Custom), which may know hosts of its network
 * @param forFiles what to do with a file of the item
 * @throws Failure when it is empty, a file, no whole address, several of them, wrongly encoded or filled in, not
 * http(s), carries a login, or is known to a private network only
 */
export function link(label: string, value: unknown, allowsPrivate: boolean, forFiles = UPLOAD_FIRST): string {
	const opener = "the provider's servers open it, not this n8n.";
	return read(label, value, allowsPrivate, { example: 'https://example.com/menu.pdf', forFiles, opener });
}

function read(label: string, value: unknown, allowsPrivate: boolean, wanted: Wanted): string {
	const { example, forFiles, opener } = wanted;
	if (isFile(value) || (typeof value === 'string' && isBytesAsText(value))) {
		throw badField(label, 'holds a file; it takes the address of one', forFiles);
	}
	const given = oneValue(label, value).replace(WRAPPED, '$1');
	if (given === '') {
		throw badField(label, 'is empty', `Give the whole address in '${label}', e.g. ${example}.`);
	}
	const url = parse(label, given, forFiles);
	if (/[\s,;|]https?:\/\//i.test(given)) {
		throw badField(label, 'holds several addresses', `Give one address in '${label}'.`);
	}
	const fault = deadLink(url, given);
	if (fault) throw badField(label, `holds ${fault.what(`"${clip(given)}"`)}`, fault.nextStep);
	if (url.username || url.password) {
		throw badField(
			label,
			'carries a user name or password',
			'Give an address that needs no login: the customer would see the password.',
		);
	}
	if (!allowsPrivate && isPrivateHost(url.hostname)) {
		throw badField(
			label,
			`is at ${url.hostname}, which is not reachable from the internet`,
			`Give a public address: ${opener}`,
		);
	}
	const isAddress = /^https?:[\x21-\x5B\x5D-\x7E]*$/.test(given);
	return encoded(isAddress ? given : url.href.replace(/%7B%7B(\w+)%7D%7D/gi, '{{$1}}'));
}

/** What is in no address (RFC 3986), percent-encoded; the double braces of a template's variables stay as they are. */
function encoded(address: string): string {
	return address.replace(/\{\{|\}\}|["<>^`{|}]/g, (found) => (found.length > 1 ? found : encodeURIComponent(found)));
}

/** Whether a text is a file in Base64, or n8n's own name of where it keeps one. */
export function isBytesAsText(given: string): boolean {
	return BYTES.test(given.trim());
}

/** Whether a text may be the name of a binary field. */
function isName(given: string): boolean {
	return /^[\w-]+$/.test(given);
}

/** Whether a text is meant as an address: with a scheme, or as people shorten one. */
export function looksLikeLink(given: string): boolean {
	return /^<?(https?:|\/\/)/i.test(given) || /^([a-z\d-]+\.)+[a-z]{2,}(:\d+)?[/?#]/i.test(given);
}

function parse(label: string, given: string, forFiles: string): URL {
	const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(given)?.[1]?.toLowerCase();
	if (scheme === undefined && looksLikeLink(given)) {
		throw badField(
			label,
			`lacks https:// in "${clip(given)}"`,
			`Give the whole address, e.g. https://${clip(given.replace(/^\/+/, ''))}.`,
		);
	}
	if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
		throw badField(
			label,
			`must begin with http:// or https://, not ${scheme}:`,
			'Give an address that can be opened from the internet.',
		);
	}
	const url = /^https?:\/\/[^/\\?#]/i.test(given) ? parsedUrl(given) : undefined;
	if (!url || /^\.|\.\./.test(url.hostname)) {
		throw badField(
			label,
			`holds "${clip(given)}", which is no complete URL`,
			`Give the whole address, beginning with https://.${isName(given) ? ` ${forFiles}` : ''}`,
		);
	}
	return url;
}
