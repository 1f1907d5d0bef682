/** What spreadsheets write for a value that is not there, in the languages of Excel and Google Sheets. */
const WORDS = [
	// English, and what all others share
	'#REF! #N/A #VALUE! #NAME? #DIV/0! #NULL! #NUM! #ERROR! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #BUSY!',
	'#GETTING_DATA',
	// German, Dutch
	'#NV #WERT! #BEZUG! #ZAHL! #ÜBERLAUF! #KALK! #FELD! #N/B #WAARDE! #VERW! #NAAM? #DEEL/0! #LEEG! #GETAL! #OVERLOPEN!',
	// French
	'#VALEUR! #NOM? #NUL! #NOMBRE! #EPARS! #ÉPARS! #PROPAGATION! #CHAMP!',
	// Spanish
	'#N/D #¡VALOR! #¡REF! #¿NOMBRE? #NOMBRE? #¡DIV/0! #¡NULO! #¡NUM! #¡ERROR! #¡DESBORDAMIENTO! #¡CALC!',
	// Italian, Portuguese
	'#VALORE! #RIF! #NOME? #NULLO! #ESPANSIONE! #VALOR! #NULO! #NÚM! #DESPEJAR! #DESPEJO!',
	// Polish, Czech, Hungarian
	'#N/D! #ARG! #ADR! #NAZWA? #DZIEL/0! #ZERO! #LICZBA! #HODNOTA! #ODKAZ! #NÁZEV? #DĚLENÍ_NULOU! #ČÍSLO!',
	'#HIÁNYZIK #ÉRTÉK! #HIV! #NÉV? #ZÉRÓOSZTÓ! #NULLA! #SZÁM!',
	// Danish, Norwegian, Swedish, Finnish
	'#I/T #VÆRDI! #REFERENCE! #NAVN? #VERDI! #SAKNAS! #VÄRDEFEL! #REFERENS! #NAMN? #DIVISION/0! #SKÄRNING! #OGILTIGT!',
	'#PUUTTUU! #ARVO! #VIITTAUS! #NIMI? #JAKO/0! #TYHJÄ! #LUKU!',
	// Turkish, Russian
	'#YOK #DEĞER! #BAŞV! #AD? #SAYI/0! #BOŞ! #SAYI! #Н/Д #ЗНАЧ! #ССЫЛКА! #ИМЯ? #ДЕЛ/0! #ПУСТО! #ЧИСЛО!',
];
const FAULTS = new Set(WORDS.flatMap((line) => line.split(' ')));

/** LibreOffice counts them. */
const NUMBERED = /^Err:5\d\d$/;

/** Whether a text is what a spreadsheet writes where a formula failed. */
export function isSheetFault(words: string): boolean {
	return FAULTS.has(words) || NUMBERED.test(words);
}
