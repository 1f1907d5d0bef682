import type { N8nClient } from '../../../demo/n8nClient';

const PAGE = 250;

interface Listed {
	id: string;
	projectId: string;
	name: string;
}

/** All rows of a data table of n8n, as the page that shows it reads them; none where there is no such table. */
export async function rowsOf<Row>(n8n: N8nClient, name: string): Promise<Row[]> {
	const { data: tables } = await n8n.request<{ data: Listed[] }>('GET', '/data-tables-global');
	const table = tables.find((one) => one.name === name);
	if (table === undefined) return [];
	const rows: Row[] = [];
	for (;;) {
		const path = `/projects/${table.projectId}/data-tables/${table.id}/rows?skip=${rows.length}&take=${PAGE}`;
		const { data } = await n8n.request<{ data: Row[] }>('GET', path);
		rows.push(...data);
		if (data.length < PAGE) return rows;
	}
}
