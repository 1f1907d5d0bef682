import { PackageDirectoryLoader } from 'n8n-core';

/** What `jest.config.js` says of the n8n that a test runs in. */
declare const tried: { nodes: string };

describe('says what it needs', () => {
	it('n8n loads no node, and its log says which version is needed', async () => {
		await expect(new PackageDirectoryLoader(tried.nodes).loadAll()).rejects.toThrow('needs n8n 1.85 or newer');
	});
});
