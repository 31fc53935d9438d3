/**
 * The key under which two names are the same name: compatibility forms unified (NFKC), letter case folded, invisible
 * characters dropped, white space trimmed and collapsed. After Unicode's NFKC_Casefold (UAX 31), with one addition: the
 * two Greek small sigmas are one. The empty text has the empty key; idempotent.
 */
export function nameKey(name: string): string {
  return folded(folded(name)).replace(/\s+/gu, ' ').trim()
}

/** Upper before lower case, because only so `ß` meets `SS`; twice, because composing can make a capital again. */
function folded(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
}
