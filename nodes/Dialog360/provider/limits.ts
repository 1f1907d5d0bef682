/**
 * What WhatsApp takes at most, in characters unless marked otherwise
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages and its pages per kind of message).
 */
export const TEXT_MAX = 4096;
export const CAPTION_MAX = 1024;
export const TRACKING_TEXT_MAX = 512;
/** Contacts in one message. */
export const CONTACTS_MAX = 257;

export const BODY_MAX = 1024;
export const LIST_BODY_MAX = 4096;
export const HEADER_TEXT_MAX = 60;
export const FOOTER_MAX = 60;

/** Reply buttons in one message. */
export const BUTTONS_MAX = 3;
export const BUTTON_TITLE_MAX = 20;
export const BUTTON_ID_MAX = 256;

export const LIST_BUTTON_MAX = 20;
/** Sections of a list, and of a product list. */
export const SECTIONS_MAX = 10;
export const SECTION_TITLE_MAX = 24;
/** Rows of all sections together. */
export const ROWS_MAX = 10;
export const ROW_ID_MAX = 200;
export const ROW_TITLE_MAX = 24;
export const ROW_DESCRIPTION_MAX = 72;

export const URL_BUTTON_MAX = 20;
/** Meta's pages name 20 to 30; what the shorter one refuses, the longer one may take. */
export const FLOW_BUTTON_MAX = 30;
/** Products of all sections together. */
export const PRODUCTS_MAX = 30;
export const ORDER_DESCRIPTION_MAX = 120;

/**
 * Of templates (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 */
export const TEMPLATE_NAME_MAX = 512;
export const TEMPLATE_HEADER_MAX = 60;
export const TEMPLATE_BODY_MAX = 1024;
export const TEMPLATE_FOOTER_MAX = 60;
/** Buttons of one template. */
export const TEMPLATE_BUTTONS_MAX = 10;
export const TEMPLATE_BUTTON_TEXT_MAX = 25;
export const TEMPLATE_BUTTON_URL_MAX = 2000;
export const COUPON_CODE_MAX = 20;
/** URLs, phone numbers and codes to copy among the buttons of one template. */
export const TEMPLATE_URL_BUTTONS_MAX = 2;
/** Of a carousel (page "Media card carousel templates", beside that of the components). */
export const CARDS_MIN = 2;
export const CARDS_MAX = 10;
export const CARD_BODY_MAX = 160;
export const CARD_BUTTONS_MAX = 2;
/** Of an offer for a limited time (page "Limited-time offer templates"). */
export const OFFER_BODY_MAX = 600;
export const OFFER_TEXT_MAX = 16;
/** Minutes for which a code for one time may be valid. */
export const CODE_MINUTES_MAX = 90;
export const OTP_MAX = 15;
