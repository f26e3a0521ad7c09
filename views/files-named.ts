import type { ReceiptFile } from '../documents/receipts/receipt.js';
import type { Json } from '../domain/model/json.js';

/** Every file that something names, wherever in it. */
export function filesIn(brings: Json): ReceiptFile[] {
  if (Array.isArray(brings)) return (brings as readonly Json[]).flatMap(filesIn);
  if (typeof brings !== 'object' || brings === null) return [];
  const { name, sha256, size } = brings as { readonly name?: Json; readonly sha256?: Json; readonly size?: Json };
  if (typeof name === 'string' && typeof sha256 === 'string')
    return [{ name, sha256, ...(typeof size === 'number' ? { size } : {}) }];
  return Object.values(brings as Readonly<Record<string, Json>>).flatMap(filesIn);
}
