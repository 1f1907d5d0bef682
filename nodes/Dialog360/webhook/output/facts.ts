import type { IDataObject } from 'n8n-workflow';
import { idText, isObject } from '../../../shared/json';
import { isoOf } from '../calls/timestamp';

/**
 * What updates of accounts, numbers, templates and the like say, and where: the first place that has it counts
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference and its pages by
 * field).
 */
const PLACES: Record<string, string[]> = {
	change: ['event', 'decision', 'status', 'type'],
	reason: ['reason', 'rejection_info.reason', 'rejection_reason', 'disconnection_info.reason'],
	rejectionReason: ['rejection_info.reason'],
	recommendation: ['rejection_info.recommendation'],
	detail: ['detail', 'message'],
	alertType: ['alert_type', 'alert_info.alert_type'],
	alertSeverity: ['alert_severity', 'alert_info.alert_severity'],
	alertStatus: ['alert_status', 'alert_info.alert_status'],
	alertDescription: ['alert_description', 'alert_info.alert_description'],
	entityType: ['entity_type'],
	entityId: ['entity_id'],
	violationType: ['violation_info.violation_type'],
	banState: ['ban_info.waba_ban_state'],
	banDate: ['ban_info.waba_ban_date'],
	restrictionType: ['restriction_info.0.restriction_type', 'restriction_info.restriction_type'],
	restrictionExpires: ['restriction_info.0.expiration', 'restriction_info.expiration'],
	restrictions: ['restriction_info'],
	country: ['country'],
	wabaId: ['waba_info.waba_id'],
	ownerBusinessId: ['waba_info.owner_business_id'],
	partnerAppId: ['waba_info.partner_app_id'],
	solutionId: ['waba_info.solution_id'],
	partnerBusinessIds: ['waba_info.solution_partner_business_ids'],
	adAccountId: ['waba_info.ad_account_linked'],
	disconnectedBy: ['disconnection_info.initiated_by'],
	verificationStatus: ['partner_client_certification_info.status'],
	rejectionReasons: ['partner_client_certification_info.rejection_reasons'],
	clientBusinessId: ['partner_client_certification_info.client_business_id'],
	pricingTier: ['volume_tier_info.tier'],
	pricingCategory: ['volume_tier_info.pricing_category'],
	pricingRegion: ['volume_tier_info.region'],
	pricingMonth: ['volume_tier_info.effective_month'],
	ratesFrom: ['auth_international_rate_eligibility.start_time', 'volume_tier_info.tier_update_time'],
	exceptionCountries: ['auth_international_rate_eligibility.exception_countries'],
	limit: ['current_limit'],
	previousLimit: ['old_limit'],
	maxDailyConversations: ['max_daily_conversation_per_phone', 'max_daily_conversations_per_business'],
	maxPhoneNumbers: ['max_phone_numbers_per_business'],
	maxPhoneNumbersPerAccount: ['max_phone_numbers_per_waba'],
	verifiedName: ['requested_verified_name'],
	username: ['username'],
	requester: ['requester'],
	templateId: ['message_template_id'],
	templateName: ['message_template_name'],
	templateLanguage: ['message_template_language'],
	templateText: ['message_template_element'],
	templateHeader: ['message_template_title'],
	templateFooter: ['message_template_footer'],
	templateButtons: ['message_template_buttons'],
	category: ['new_category', 'message_template_category'],
	previousCategory: ['previous_category'],
	correctCategory: ['correct_category'],
	quality: ['new_quality_score'],
	previousQuality: ['previous_quality_score'],
	disabledAt: ['disable_info.disable_date'],
	title: ['other_info.title'],
	description: ['other_info.description'],
	flowId: ['flow_id'],
	previousStatus: ['old_status'],
	newStatus: ['new_status'],
	configurationName: ['configuration_name'],
	progress: ['metadata.progress'],
};

/** Seconds since the epoch there, or a date in words, which stays. */
const TIMES = ['disabledAt', 'ratesFrom', 'restrictionExpires'];

/** The facts of an update; fields that it does not have are left out. */
export function factsOf(value: IDataObject): IDataObject {
	const found = Object.entries(PLACES).flatMap(([name, places]) => {
		const fact = places.map((place) => at(value, place)).find((one) => one !== undefined && one !== '');
		return fact === undefined ? [] : [[name, written(name, fact)] as const];
	});
	return Object.fromEntries(found);
}

function written(name: string, fact: IDataObject[string]): IDataObject[string] {
	if (TIMES.includes(name)) return isoOf(fact) ?? fact;
	return name.endsWith('Id') ? idText(fact) : fact;
}

function at(value: IDataObject, place: string): IDataObject[string] | undefined {
	let found: unknown = value;
	for (const key of place.split('.')) {
		found = isObject(found) || Array.isArray(found) ? (found as IDataObject)[key] : undefined;
	}
	return found as IDataObject[string] | undefined;
}
