/** `2023-01-31 16:22:17.327878+00:00`: Partoo writes message dates with a space and microseconds. */
export const partooDate = (ms: number): string => {
	const micros = Math.floor((ms % 1) * 1000);
	return new Date(ms)
		.toISOString()
		.replace('T', ' ')
		.replace('Z', `${String(micros).padStart(3, '0')}+00:00`);
};

/** `2024-11-27T16:10:44.929678Z`: webhooks have their dates in yet another way. */
export const webhookDate = (ms = Date.now()): string => new Date(ms).toISOString().replace('Z', '000Z');

export const isoDate = (date: string): string => new Date(date).toISOString();
