import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Damage } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { XML_DEPTH_LIMIT } from '../file-limits.ts'
import type { XmlContent } from './xml-content.ts'

/**
 * Reads well-formed XML into the tree `xml-content.ts` walks. Entities stay as they are written and a document type is
 * refused, so that nothing expands and nothing outside the file is asked for.
 */
export function parseXml(text: string): Result<XmlContent, Damage> {
  if (/<!doctype/i.test(text)) return refuse('doctype')
  try {
    // The parser forgives what is missing at the end, and a half-sent run would pass as a short one: the validator comes first.
    if (XMLValidator.validate(text) !== true) return refuse('structure')
    const parser = new XMLParser({
      preserveOrder: true,
      jPath: false,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: false,
      maxNestedTags: XML_DEPTH_LIMIT,
    })
    return ok(parser.parse(text) as XmlContent)
  } catch (error) {
    return refuse(error instanceof Error && error.message.includes('nested tags') ? 'too-deep' : 'structure')
  }
}
