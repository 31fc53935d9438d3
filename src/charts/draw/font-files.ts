import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** A file of a font package, and the code points it is for, as pairs of first and last. */
export type FontFile = { family: string; path: string; ranges: readonly (readonly [number, number])[] }

/** The subset files of a variable Fontsource package in its own order; none where the package is not installed. */
export function fontsourceFiles(packageName: string): FontFile[] {
  const folder = packageFolder(`@fontsource-variable/${packageName}/LICENSE`)
  if (folder === undefined) return []
  const subsets: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))
  return Object.entries(subsets).map(([subset, ranges]) => {
    // Subsets that are numbered stand in brackets in the table, and without them in the file's name.
    const family = `${packageName}-${subset.replace(/[[\]]/g, '')}`
    return { family, path: join(folder, 'files', `${family}-wght-normal.woff2`), ranges: rangesOf(ranges) }
  })
}

/** The path of a file inside a package, or undefined where the package is not installed. */
export function packageFile(specifier: string): string | undefined {
  try {
    const path = resolve(specifier)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function packageFolder(specifier: string): string | undefined {
  const path = packageFile(specifier)
  return path && dirname(path)
}

/** Reads a CSS `unicode-range` such as `U+0900-097F,U+20B9`. */
function rangesOf(list: string): [number, number][] {
  return list.split(',').map(range => {
    const [first = '', last = first] = range.trim().slice(2).split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

export function covers(file: FontFile, codePoint: number): boolean {
  return file.ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}
