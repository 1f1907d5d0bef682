import { parsedUrl } from './parsedUrl';

/** Whether a URL leads to this machine: `http://127.0.0.1:5678/x`, `localhost`, `[::1]`. */
export function isLoopback(url: string): boolean {
	const { hostname = '' } = parsedUrl(url) ?? {};
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127\.\d+\.\d+\.\d+$/.test(hostname)
	);
}
