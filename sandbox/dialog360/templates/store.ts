/** A component of a template's definition. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components */
export interface Component {
	type: string;
	format?: string;
	text?: string;
	buttons?: Button[];
	cards?: Array<{ components: Component[] }>;
	limited_time_offer?: { text: string; has_expiration?: boolean };
	example?: object;
	[field: string]: unknown;
}

export interface Button {
	type: string;
	text?: string;
	url?: string;
	[field: string]: unknown;
}

export interface Template {
	id: string;
	name: string;
	language: string;
	category: string;
	/** As the newer list has it: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`. */
	status: string;
	components: Component[];
}

const FIRST_ID = 1_689_556_908_129_800;

/** The templates of the account. */
export class Templates {
	private templates: Template[] = [];
	private nextId = FIRST_ID;

	all = (): readonly Template[] => this.templates;

	find = (name: string, language: string): Template | undefined =>
		this.templates.find((template) => template.name === name && template.language === language);

	add(wanted: Omit<Template, 'id'>): Template {
		const template = { id: String(this.nextId++), ...wanted };
		this.templates.push(template);
		return template;
	}

	/** Takes out all languages of a name, or the one with the ID. Answers whether there was one. */
	delete(name: string, id?: string): boolean {
		const before = this.templates.length;
		this.templates = this.templates.filter(
			(template) => template.name !== name || (id !== undefined && template.id !== id),
		);
		return this.templates.length < before;
	}

	clear(): void {
		this.templates = [];
		this.nextId = FIRST_ID;
	}
}
