/**
 * The versions of a trigger. From 1.2 on one shares its registration with others of its n8n; the rest is the same. To
 * read the body of a call for a node of version 1, n8n 2.41 evaluates an expression first (`parseRequestBody` in its
 * webhook-helpers.ts), for which it starts an expression engine; with `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true` a later
 * version spares it that.
 */
export const TRIGGER_VERSIONS = [1, 1.1, 1.2];
