import { ODD } from './ordinary';

/** A piece of JavaScript, and where it stands in the code. */
interface Token {
	readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
	/** As written; of a text, what it says. */
	readonly value: string;
	readonly start: number;
	readonly end: number;
}

/** A name, without the letters that parsers disagree on. */
export const NAME = '[A-Za-z_$][A-Za-z0-9_$]*';

/** Only escapes that mean the same everywhere, and no character that parsers disagree on. */
const CHARACTER = '[^"\'\\\\\\p{Cc}\\p{Cs}\\u2028\\u2029]|\\\\["\'\\\\nrt]';

export const QUOTED = `"(?:${CHARACTER}|')*"|'(?:${CHARACTER}|")*'`;

export const SPACE = '[ \\t\\r\\n]*';

/** Whole numbers are exact up to 15 digits. */
const NUMBER = '(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?(?![\\w$.])';

const SIGN = '[=!]==?|[<>]=?|\\?\\.(?!\\d)|\\?\\?|\\|\\||&&|[-+!?:.,()[\\]{}]';

const TOKEN = new RegExp(`${SPACE}(?:(${NAME})|(${NUMBER})|(${QUOTED})|(${SIGN})|$)`, 'uy');

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Splits code into tokens, the last of which is the end. @throws ODD for anything else, such as a comment */
function tokensIn(code: string): Token[] {
	const tokens: Token[] = [];
	const pattern = new RegExp(TOKEN);
	for (;;) {
		const match = pattern.exec(code);
		if (match === null) throw ODD;
		const [, name, number, quoted, sign] = match;
		const end = pattern.lastIndex;
		const add = (kind: Token['kind'], value: string, written = value) =>
			tokens.push({ kind, value, start: end - written.length, end });
		if (name !== undefined) add('name', name);
		else if (number !== undefined) add('number', number);
		else if (quoted !== undefined) add('text', unquote(quoted), quoted);
		else if (sign !== undefined) add('sign', sign);
		else {
			add('end', '');
			return tokens;
		}
	}
}

function unquote(quoted: string): string {
	return quoted
		.slice(1, -1)
		.replace(/\\(.)/gu, (_, character: string) => ESCAPED[character] ?? character);
}

/** Goes through the tokens of code. Throws ODD where an expected token is missing. */
export class Cursor {
	private readonly tokens: readonly Token[];
	private position = 0;

	constructor(private readonly code: string) {
		this.tokens = tokensIn(code);
	}

	get next(): Token {
		return this.tokens[this.position];
	}

	take(kind: Token['kind']): string {
		const { next } = this;
		if (next.kind !== kind) throw ODD;
		this.position++;
		return next.value;
	}

	isAt(...signs: string[]): boolean {
		return this.next.kind === 'sign' && signs.includes(this.next.value);
	}

	/** Takes the next sign if it is one of these. */
	accept(...signs: string[]): string | undefined {
		return this.isAt(...signs) ? this.take('sign') : undefined;
	}

	expect(sign: string): void {
		if (this.accept(sign) === undefined) throw ODD;
	}

	/** Takes one of these names. */
	expectName(...names: string[]): string {
		const name = this.take('name');
		if (!names.includes(name)) throw ODD;
		return name;
	}

	/** Takes a text or a number that stands alone in brackets. */
	acceptKey(): string | undefined {
		const key = this.next;
		const isKey = key.kind === 'text' || (key.kind === 'number' && !key.value.includes('.'));
		if (!isKey || this.tokens[this.position + 1].value !== ']') return undefined;
		this.position += 2;
		return key.value;
	}

	/** Returns the code from a token on, as far as it has been taken. */
	since(start: number): string {
		return this.code.slice(start, this.tokens[this.position - 1].end);
	}
}
