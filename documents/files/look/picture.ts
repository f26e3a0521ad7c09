import { open, type FileHandle } from 'node:fs/promises';
import { unsafe } from '../kinds.js';
import type { FileError } from '../refused.js';

/** A sheet scanned at 600 dots an inch has 35 million; what a few kB can claim to unfold to has no end. */
const MOST_DOTS = 150_000_000;
const PNG_TAIL = Buffer.from('49454e44ae426082', 'hex');

const damaged = (): FileError =>
  unsafe('图片不完整或已损坏，请重新保存后上传', 'the picture is damaged or not whole: save it again and send it');

const notTooLarge = (width: number, height: number): void => {
  if (width === 0 || height === 0) throw damaged();
  if (width * height > MOST_DOTS)
    throw unsafe(
      `图片为 ${String(width)}×${String(height)}，过大；请缩小后上传`,
      `the picture has ${String(width)} by ${String(height)} dots: make it smaller`,
    );
};

const at = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw damaged();
  return buffer;
};

async function lookAtPng(file: FileHandle, size: number): Promise<void> {
  const head = await at(file, 8, 16);
  if (head.toString('latin1', 4, 8) !== 'IHDR') throw damaged();
  notTooLarge(head.readUInt32BE(8), head.readUInt32BE(12));
  if (size < 45 || !(await at(file, size - 8, 8)).equals(PNG_TAIL)) throw damaged();
}

/** Markers that stand for a frame with its size; the four others of their range stand for tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const MOST_SEGMENTS = 2_000;

const JPG_END = Buffer.from('ffd9', 'hex');
const PIECE = 65_536;

/** After its frame nothing of a picture but its end is written so: one that was cut off has none. */
async function hasEnd(file: FileHandle, from: number): Promise<boolean> {
  const piece = Buffer.alloc(PIECE);
  for (let position = from; ; position += PIECE - 1) {
    const { bytesRead } = await file.read(piece, 0, PIECE, position);
    if (piece.subarray(0, bytesRead).includes(JPG_END)) return true;
    if (bytesRead < PIECE) return false;
  }
}

async function lookAtJpg(file: FileHandle): Promise<void> {
  let position = 2;
  for (let n = 0; n < MOST_SEGMENTS; n += 1) {
    const head = await at(file, position, 9);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff || marker === 0xd9 || marker === 0xda) throw damaged();
    if (isFrame(marker)) {
      notTooLarge(head.readUInt16BE(7), head.readUInt16BE(5));
      if (!(await hasEnd(file, position + 2 + head.readUInt16BE(2)))) throw damaged();
      return;
    }
    position += marker === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  throw damaged();
}

/** Looks at how large a picture says to be. Throws a FileError where it would fill a reader's memory, or is not whole. */
export async function lookAtPicture(path: string, { kind, size }: { kind: 'png' | 'jpg'; size: number }): Promise<void> {
  const file = await open(path, 'r');
  try {
    if (kind === 'png') await lookAtPng(file, size);
    else await lookAtJpg(file);
  } finally {
    await file.close();
  }
}
