import { Callbell } from '../../nodes/Callbell/Callbell.node';

const { properties } = new Callbell().description;

it('has few fields, because n8n walks through all of them for each item', () => {
	expect(properties.length).toBeLessThan(45);
});

it('loads fast into the editor', () => {
	expect(JSON.stringify(properties).length).toBeLessThan(80_000);
});
