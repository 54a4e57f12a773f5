/** A picture in an animation. */
export interface Frame {
	/** A WebP file. */
	image: Buffer;
	milliseconds: number;
}

export interface Size {
	width: number;
	height: number;
}

/** The chunks of a still picture that hold its pixels; an animation says the rest once for all. */
const PIXEL_CHUNKS = ['ALPH', 'VP8 ', 'VP8L'];

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const HAS_ANIMATION = 0x02;

/** Each frame replaces all of the one before. */
const DO_NOT_BLEND = 0x02;

/**
 * Joins still WebP pictures of one size to an animated one that repeats without end.
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function animatedWebp(frames: readonly Frame[], size: Size): Buffer {
	const content = Buffer.concat([
		Buffer.from('WEBP'),
		chunk('VP8X', Buffer.concat([number(HAS_ANIMATION, 4), measures(size)])),
		// The background, which no frame lets through, and how often to repeat: 0 is for ever.
		chunk('ANIM', Buffer.concat([number(0, 4), number(0, 2)])),
		...frames.map((frame) => animationFrame(frame, size)),
	]);
	return chunk('RIFF', content);
}

function animationFrame({ image, milliseconds }: Frame, size: Size): Buffer {
	const position = number(0, 6);
	const header = [position, measures(size), number(milliseconds, 3), number(DO_NOT_BLEND, 1)];
	return chunk('ANMF', Buffer.concat([...header, ...pixelChunks(image)]));
}

function* pixelChunks(image: Buffer): Generator<Buffer> {
	let start = HEADER_BYTES;
	while (start < image.length) {
		const end = start + CHUNK_HEADER_BYTES + padded(image.readUInt32LE(start + 4));
		if (PIXEL_CHUNKS.includes(image.toString('latin1', start, start + 4))) {
			yield image.subarray(start, end);
		}
		start = end;
	}
}

function measures({ width, height }: Size): Buffer {
	return Buffer.concat([number(width - 1, 3), number(height - 1, 3)]);
}

/** A chunk has an even length; its header says the length without the padding. */
function chunk(name: string, content: Buffer): Buffer {
	const padding = Buffer.alloc(padded(content.length) - content.length);
	return Buffer.concat([Buffer.from(name), number(content.length, 4), content, padding]);
}

function padded(length: number): number {
	return length + (length % 2);
}

function number(value: number, bytes: number): Buffer {
	const buffer = Buffer.alloc(bytes);
	buffer.writeUIntLE(value, 0, bytes);
	return buffer;
}
