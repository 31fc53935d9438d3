import { beforeAll, describe, expect, it } from 'vitest'
import { graphemesOf } from '#charts/chart-words.ts'
import type { FontBook } from '#charts/draw/font-book.ts'
import { HARD_NAMES } from './sample-boards.ts'

const SCRIPTS: Record<string, string> = {
  Latin: 'AZaz09ÅåÆØøßŁłŽžŐőĞğÇçñÞþẞȘțŒ',
  Vietnamese: 'ĐặốồưừởữỹạẫƯƠ',
  Cyrillic: 'ЖжЩщЫыЪъЭэЮюЯяЇїЄєҐґЋћЉљӘәҚқ',
  Greek: 'ΑαΩωΣσςΞξΨψήώΐἈ',
  Hebrew: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  Arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤپچگ',
  'simplified Han': '李王张刘陈杨赵黄周吴伟龙马东',
  'traditional Han': '陳張劉黃楊趙龍馬東鄧國鐘蘭',
  Japanese: '山田太郎髙橋渡邊たろうひらがなカタカナ々ー',
  Hangul: '김이박최정강조윤장임민준뷁힣',
  Thai: 'กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮ',
  Devanagari: 'अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह',
  Bengali: 'অআইকখগঘচছজ',
  Tamil: 'அஆஇகஙசஞடணத',
  Georgian: 'აბგდევზ',
  Armenian: 'ԱԲԳաբգ',
  emoji: '🏃🥇🔥❤️☕✨🎉👍🏾1️⃣👩‍👩‍👧🏃🏽‍♀️',
  flags: '🇳🇴🇯🇵🇧🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿🏳️‍🌈',
}

let fonts: FontBook
let check: typeof import('#charts/draw/font-check.ts')
let canvasLibrary: typeof import('@napi-rs/canvas')
const notes: string[] = []

beforeAll(async () => {
  // As the drawing thread is started: the library then knows no font of the machine.
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1'
  canvasLibrary = await import('@napi-rs/canvas')
  expect(canvasLibrary.GlobalFonts.families).toEqual([])
  const { createFontBook } = await import('#charts/draw/font-book.ts')
  check = await import('#charts/draw/font-check.ts')
  fonts = createFontBook(message => notes.push(message))
})

async function widthsOf(texts: readonly string[]): Promise<number[]> {
  const { drawTextWith } = await import('#charts/draw/text-canvas.ts')
  const context = canvasLibrary.createCanvas(10, 10).getContext('2d')
  drawTextWith(context, fonts)
  context.font = '400 100px sans-serif'
  return texts.map(text => context.measureText(text).width)
}

describe('the bundled fonts, with no font of the machine', () => {
  it('pass their own check', () => {
    expect(() => check.requireInk(fonts)).not.toThrow()
  })

  it.each(Object.entries(SCRIPTS))('draw every letter: %s', (_script, letters) => {
    expect(check.withoutGlyph(fonts, graphemesOf(letters))).toEqual([])
  })

  it('draw every letter of the names that are hard to draw, and note nothing missing', () => {
    const letters = HARD_NAMES.flatMap(graphemesOf).filter(letter => letter.trim() !== '')
    expect(check.withoutGlyph(fonts, letters)).toEqual([])
    expect(notes).toEqual([])
  })

  it('notice a letter that none of them has', () => {
    expect(check.withoutGlyph(fonts, ['𒀀', 'a', ' '])).toEqual(['𒀀', ' '])
    expect(notes).toEqual([expect.stringMatching(/none of the bundled fonts/)])
  })

  it('are refused when they draw nothing, which would send out a chart without words', () => {
    expect(() => check.requireInk({ familiesFor: () => '"no such family"' })).toThrow(
      /the bundled fonts draw nothing for/,
    )
  })

  it('do without the optional East Asian ones, and say so', async () => {
    const { createFontBook } = await import('#charts/draw/font-book.ts')
    const { fontsourceFiles } = await import('#charts/draw/font-files.ts')
    const heard: string[] = []
    const few = createFontBook(
      message => heard.push(message),
      name => (/-(sc|jp|kr)$/.test(name) ? [] : fontsourceFiles(name)),
    )
    expect(() => check.requireInk(few)).not.toThrow()
    expect(few.familiesFor('Zoë Иван')).toBe('"google-sans-latin", "google-sans-cyrillic"')
    expect(heard).toEqual([])
    expect(few.familiesFor('Zoë 李')).toBe('"google-sans-latin"')
    expect(heard).toEqual([expect.stringMatching(/Chinese, Japanese and Korean are optional packages/)])
  })

  it('draw a joined emoji or a flag as one picture', async () => {
    const [runner, ...joined] = await widthsOf(['🏃', '🏃🏽‍♀️', '👩‍👩‍👧', '🇳🇴', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏳️‍🌈'])
    expect(joined).toEqual(joined.map(() => runner))
  })

  it('take Japanese letters beside kana, Korean beside Hangul, else Chinese', () => {
    expect(fonts.familiesFor('直')).toContain('noto-sans-sc')
    expect(fonts.familiesFor('直たろう')).toContain('noto-sans-jp')
    expect(fonts.familiesFor('直김')).not.toContain('noto-sans-sc')
  })

  it('load only what a text needs', () => {
    expect(fonts.familiesFor('Jo 42')).toBe('"google-sans-latin"')
  })

  it('give a name and a title their weight in every script', async () => {
    const { drawTextWith } = await import('#charts/draw/text-canvas.ts')
    const canvas = canvasLibrary.createCanvas(200, 60)
    const context = canvas.getContext('2d')
    drawTextWith(context, fonts)
    const inkOf = (text: string, weight: number) => {
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, 200, 60)
      context.fillStyle = '#000000'
      context.font = `${weight} 40px sans-serif`
      context.fillText(text, 10, 45)
      return canvas.data().reduce((ink, byte) => ink + 255 - byte, 0)
    }
    for (const text of ['Zoë', '李小龙', '김민준', 'Иван', 'محمد', 'अनिल']) {
      const [regular, strong] = [inkOf(text, 400), inkOf(text, 600)]
      expect(strong / regular, text).toBeGreaterThan(1.12)
      expect(strong / regular, text).toBeLessThan(1.8)
    }
  })
})
