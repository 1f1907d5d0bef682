/**
 * The languages in which WhatsApp takes templates
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages).
 */
const CODES = `
	af ar ar_AE ar_EG ar_LB ar_MA ar_QA az be_BY bg bn bn_IN ca cs da de de_AT de_CH el en en_AE en_AU en_CA en_GB en_GH
	en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_US en_ZA es es_AR es_ES es_MX
	et fa fi fil fr fr_BE fr_CA fr_CH fr_CI fr_MA ga gu ha he hi hr hu id it ja ka kk kn ko ky_KG lo lt
	lv mk ml mr ms nb nl nl_BE pa pl prs_AF pt_BR pt_PT ro ru rw_RW sk sl sq sr sv sw ta te th tr uk ur uz vi
	zh_CN zh_HK zh_TW zu`;

/** What Unicode calls otherwise. */
const NAMES: Record<string, string> = { bn: 'Bengali', bn_IN: 'Bengali (India)', prs_AF: 'Dari' };

/** The languages in the order of their English names, e.g. `{ name: 'German (Austria)', code: 'de_AT' }`. */
export function templateLanguages(): Array<{ name: string; code: string }> {
	const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
	const languages = CODES.trim()
		.split(/\s+/)
		.map((code) => ({ name: NAMES[code] ?? names.of(code.replace('_', '-')) ?? code, code }));
	return languages.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
