import type { Business, User } from '../types';

export const ORG_ID = 42;

const person = (id: string, firstName: string, lastName: string, role: User['role']): User => ({
	id,
	org_id: ORG_ID,
	first_name: firstName,
	last_name: lastName,
	email: `${firstName}.${lastName}@corner-shop.example`.toLowerCase(),
	lang: 'en',
	phone: null,
	role,
	provider: 'Corner Shop',
	status: 'active',
	disabled: false,
});

export const ADMIN_USER = person('62d80fae74e8b11d700302b8', 'Jane', 'Doe', 'ORG_ADMIN');
export const MANAGER_USER = person('62d80fae74e8b11d700302b9', 'Paul', 'Martin', 'BUSINESS_MANAGER');
export const PROVIDER_USER: User = {
	...person('62d80fae74e8b11d700302c0', 'Rita', 'Reseller', 'PROVIDER'),
	org_id: null,
};

/** The users of the organisation; the last one has left and can be assigned nothing. */
export const USERS: readonly User[] = [
	ADMIN_USER,
	MANAGER_USER,
	{ ...person('62d80fae74e8b11d700302ba', 'Lena', 'Weber', 'BUSINESS_MANAGER'), disabled: true },
];

export const PARIS = '5409c35a97bbc544d8e26737';
export const LYON = '5409c35a97bbc544d8e26738';

const CITIES: ReadonlyArray<[city: string, zipcode: string]> = [
	['Paris', '75019'],
	['Lyon', '69002'],
	['Lille', '59000'],
	['Marseille', '13006'],
	['Toulouse', '31000'],
	['Nice', '06000'],
	['Nantes', '44000'],
	['Montpellier', '34000'],
	['Strasbourg', '67000'],
	['Bordeaux', '33000'],
	['Rennes', '35000'],
	['Reims', '51100'],
	['Toulon', '83000'],
	['Grenoble', '38000'],
	['Dijon', '21000'],
	['Angers', '49000'],
	['Villeurbanne', '69100'],
	['Le Mans', '72000'],
	['Brest', '29200'],
	['Tours', '37000'],
	['Amiens', '80000'],
	['Limoges', '87000'],
	['Annecy', '74000'],
	['Perpignan', '66000'],
	['Metz', '57000'],
	['Orléans', '45000'],
	['Rouen', '76000'],
	['Mulhouse', '68100'],
	['Caen', '14000'],
	['Nancy', '54000'],
	['Avignon', '84000'],
	['Poitiers', '86000'],
	['La Rochelle', '17000'],
	['Pau', '64000'],
	['Calais', '62100'],
	['Cannes', '06400'],
	['Colmar', '68000'],
	['Quimper', '29000'],
	['Valence', '26000'],
	['Troyes', '10000'],
];

const FIRST_BUSINESS_ID = BigInt(`0x${PARIS}`);
const LILLE_INDEX = 2;
const CREATED = 1409925979.5;

/** Forty shops, two pages at Partoo's default of 30; all but Lille have messaging. */
export const BUSINESSES: readonly Business[] = CITIES.map(([city, zipcode], index) => {
	const messages = index !== LILLE_INDEX;
	return {
		id: (FIRST_BUSINESS_ID + BigInt(index)).toString(16),
		code: `CS-${zipcode}`,
		status: 'open',
		org_id: ORG_ID,
		name: `Corner Shop ${city}`,
		address_full: `${12 + index} rue du Coquelicot`,
		city,
		zipcode,
		country: 'FR',
		created: CREATED,
		modified: CREATED + index,
		subscriptions: { messages: { active: messages } },
		features: ['diffusion', 'feedback_management', ...(messages ? ['messages'] : [])],
	};
});

export const businessById = (id: string): Business | undefined => BUSINESSES.find((business) => business.id === id);

export const hasMessaging = (business: Business): boolean => business.features.includes('messages');
