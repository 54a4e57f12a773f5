import {
	chained,
	madeOf,
	parseArguments,
	parseList,
	parseSteps,
	readAll,
	type Code,
} from './chain';
import { FUNCTIONS } from './functions';
import { ODD, OPERATORS, isOrdinaryName, ordinary, primitive } from './ordinary';
import { parseRoot } from './roots';
import type { Sources } from './sources';
import { Cursor } from './tokens';

/** Operators, from the loosest to the tightest. */
const LEVELS = [['===', '!==', '==', '!='], ['<', '>', '<=', '>='], ['+']] as const;

const CONSTANTS = new Map<string, unknown>(
	Object.entries({ true: true, false: false, null: null, undefined }),
);

function literal(value: unknown): Code {
	return { read: () => value, isOnce: true };
}

/**
 * Parses the part of JavaScript that people write into fields: paths, `||`, `??`, `? :`, comparisons, `+`, methods of texts
 * and a table such as `{ a: 1 }[$json.b]`. Whatever it accepts means the same to every n8n from 1.99 on.
 */
class Parser {
	private readonly cursor: Cursor;

	/** @param isField whether the code does no more than read a field */
	constructor(
		code: string,
		private readonly sources: Sources,
		private readonly isField: boolean,
	) {
		this.cursor = new Cursor(code);
	}

	parseAll(): Code {
		const code = this.parse();
		this.cursor.take('end');
		return code;
	}

	private readonly parse = (): Code => {
		const test = this.parseLogical();
		if (!this.cursor.accept('?')) return test;
		const yes = this.parse();
		this.cursor.expect(':');
		const no = this.parse();
		return madeOf([test, yes, no], (item) => (test.read(item) ? yes : no).read(item));
	};

	/** JavaScript does not let `??` stand beside `||` or `&&` without parentheses. */
	private parseLogical(): Code {
		const first = this.parseOperators(0);
		if (this.cursor.isAt('??')) return this.parseDefaults(first);
		let left = this.parseAnds(first);
		while (this.cursor.accept('||')) {
			const [a, b] = [left, this.parseAnds(this.parseOperators(0))];
			left = madeOf([a, b], (item) => a.read(item) || b.read(item));
		}
		return left;
	}

	private parseDefaults(first: Code): Code {
		let left = first;
		while (this.cursor.accept('??')) {
			const [a, b] = [left, this.parseOperators(0)];
			left = madeOf([a, b], (item) => a.read(item) ?? b.read(item));
		}
		return left;
	}

	private parseAnds(first: Code): Code {
		let left = first;
		while (this.cursor.accept('&&')) {
			const [a, b] = [left, this.parseOperators(0)];
			left = madeOf([a, b], (item) => a.read(item) && b.read(item));
		}
		return left;
	}

	private parseOperators(level: number): Code {
		if (level === LEVELS.length) return this.parseUnary();
		let left = this.parseOperators(level + 1);
		for (;;) {
			const sign = this.cursor.accept(...LEVELS[level]);
			if (sign === undefined) return left;
			const apply = OPERATORS[sign];
			const [a, b] = [left, this.parseOperators(level + 1)];
			left = madeOf([a, b], (item) => apply(primitive(a.read(item)), primitive(b.read(item))));
		}
	}

	private parseUnary(): Code {
		if (this.cursor.accept('-')) return literal(-Number(this.cursor.take('number')));
		if (!this.cursor.accept('!')) return this.parseChain();
		const value = this.parseUnary();
		return madeOf([value], (item) => !value.read(item));
	}

	private parseChain(): Code {
		const { start, kind, value } = this.cursor.next;
		const isRoot = kind === 'name' && value.startsWith('$');
		if (!isRoot) return this.parseOnward(this.parseValue());
		const read = parseRoot(this.cursor, this.sources);
		if (read !== undefined) return this.parseOnward({ read, isOnce: false }, 1);
		const parts = parseSteps(this.cursor, this.parse, true).flatMap((step) => step.parts);
		if (!parts.every(({ isOnce }) => isOnce)) throw ODD;
		return { read: this.sources.once(this.cursor.since(start)), isOnce: true };
	}

	/** Parses the steps after a value. @param least how many there must be */
	private parseOnward(base: Code, least = 0): Code {
		const steps = parseSteps(this.cursor, this.parse, false);
		if (steps.length < least) throw ODD;
		if (steps.length === 0) return base;
		const parts = [base, ...steps.flatMap((step) => step.parts)];
		return madeOf(parts, chained(base.read, steps, this.isField));
	}

	private parseValue(): Code {
		const { kind } = this.cursor.next;
		if (kind === 'text') return literal(this.cursor.take('text'));
		if (kind === 'number') return literal(Number(this.cursor.take('number')));
		if (kind === 'name') return this.parseWord(this.cursor.take('name'));
		if (this.cursor.accept('{')) return this.parseTable();
		if (this.cursor.accept('[')) {
			const parts = parseList(this.cursor, this.parse, ']');
			return madeOf(parts, (item) => parts.map(({ read }) => ordinary(read(item))));
		}
		this.cursor.expect('(');
		const code = this.parse();
		this.cursor.expect(')');
		return code;
	}

	private parseWord(name: string): Code {
		if (CONSTANTS.has(name)) return literal(CONSTANTS.get(name));
		if (!Object.hasOwn(FUNCTIONS, name)) throw ODD;
		const given = parseArguments(this.cursor, this.parse);
		return madeOf(given, (item) => FUNCTIONS[name](readAll(given, item)));
	}

	/** Parses an object of constants. */
	private parseTable(): Code {
		const table = Object.create(null) as Record<string, unknown>;
		const entries = parseList(this.cursor, () => this.parseEntry(table), '}');
		return madeOf(entries, () => table);
	}

	private parseEntry(table: Record<string, unknown>): Code {
		const { kind } = this.cursor.next;
		if (kind !== 'text' && kind !== 'name') throw ODD;
		const key = this.cursor.take(kind);
		if (!isOrdinaryName(key)) throw ODD;
		this.cursor.expect(':');
		const value = this.parseUnary();
		if (!value.isOnce) throw ODD;
		table[key] = value.read(0);
		return value;
	}
}

/**
 * Compiles the code of one block.
 * @param isField whether it does no more than read a field
 * @throws ODD for anything but the accepted part of JavaScript
 */
export function parseCode(code: string, sources: Sources, isField: boolean): Code {
	return new Parser(code, sources, isField).parseAll();
}
