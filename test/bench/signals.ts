import { measureRules, rulesInWords } from '../domain/signal/measure-rules.ts'
import { plantedClub } from '../domain/signal/planted-club.ts'

process.stdout.write(`${rulesInWords(measureRules(plantedClub(200, 'autumn')))}\n`)
