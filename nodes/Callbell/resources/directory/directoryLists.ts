/** What an account has few of and does not make by the API. */
export interface DirectoryList {
	/** The resource, and the name of one in an answer. */
	one: string;
	/** The path of the list, and its name in an answer. */
	many: string;
	/** In the texts of the editor. */
	displayName: string;
	/** The field that names one. */
	param: string;
	/** What a rename changes. */
	title: 'title' | 'name';
}

/** https://docs.callbell.eu/api (templates, channels, teams) */
export const DIRECTORY_LISTS: DirectoryList[] = [
	{ one: 'channel', many: 'channels', displayName: 'Channel', param: 'channelId', title: 'title' },
	{ one: 'team', many: 'teams', displayName: 'Team', param: 'teamId', title: 'name' },
	{ one: 'template', many: 'templates', displayName: 'Template', param: 'templateId', title: 'title' },
];
