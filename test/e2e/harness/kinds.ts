/** All kinds in turn, until so many events come of them. The first kind, which fills up the rest, is to be one event. */
export function kindsOf<Kind extends { events: number }>(kinds: readonly Kind[], events: number): Kind[] {
	const wanted: Kind[] = [];
	for (let number = 0, made = 0; made < events; number++) {
		const next = kinds[number % kinds.length]!;
		const kind = made + next.events > events ? kinds[0]! : next;
		made += kind.events;
		wanted.push(kind);
	}
	return wanted;
}
