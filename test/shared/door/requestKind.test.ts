import { requestKind } from '../../../nodes/shared/door/requestKind';

it.each([
	['POST /messages', { method: 'POST' as const, url: '/messages' }],
	['GET /conversations/*', { url: '/conversations/1001?page=2' }],
	['POST /conversations/*/read', { method: 'POST' as const, url: '/conversations/1001/read' }],
	['GET /*/contacts/*', { url: '/v1/contacts/a1b2c3d4' }],
	['GET /businesses', { url: '/businesses' }],
])('requests are of one kind whatever the ID: %s', (kind, request) => {
	expect(requestKind(request)).toBe(kind);
});
