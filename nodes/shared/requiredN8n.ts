import { ApplicationError, NodeConnectionTypes } from 'n8n-workflow';

// Older ones have this and other parts missing, and would say so in words that help nobody.
if (!NodeConnectionTypes) {
	throw new ApplicationError('n8n-nodes-partoo needs n8n 1.85 or newer. Update n8n, then start it again.');
}
