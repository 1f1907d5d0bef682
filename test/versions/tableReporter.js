const Table = require('cli-table3');

/** What each n8n does, as a table: a line for each version, a column for each group of tests. */
module.exports = class TableReporter {
	onRunComplete(_contexts, { testResults }) {
		const versions = JSON.parse(process.env.N8N_VERSIONS).map(({ n8n }) => n8n);
		const tests = testResults.flatMap(({ displayName, testResults: results }) =>
			results.map(({ ancestorTitles: [what], status }) => ({ n8n: displayName?.name, what, status })),
		);
		const columns = [...new Set(tests.map(({ what }) => what))].sort((one, other) => one.localeCompare(other));
		const table = new Table({ head: ['n8n', ...columns], style: { head: [], border: [], compact: true } });
		for (const version of versions) table.push([version, ...columns.map((what) => word(tests, version, what))]);
		console.log(`\n${table.toString()}`);
	}
};

function word(tests, version, column) {
	const those = tests.filter(({ n8n, what, status }) => n8n === version && what === column && status !== 'pending');
	const failed = those.filter(({ status }) => status !== 'passed').length;
	if (those.length === 0) return '–';
	return failed === 0 ? 'yes' : `${failed} of ${those.length} not`;
}
