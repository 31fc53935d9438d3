import { blocks, type Rule } from './rule.ts'
import { input, number, typing } from './samples.ts'

const on = 'modal'

export const RULES_OF_INPUTS: readonly Rule[] = [
  {
    rule: 'a number input says whether decimals are allowed',
    on,
    legal: blocks(input(number())),
    illegal: blocks(input({ type: 'number_input' })),
    says: 'missing required field: is_decimal_allowed',
  },
  {
    rule: 'the bounds of a number input are strings',
    on,
    legal: blocks(input(number({ min_value: '1' }))),
    illegal: blocks(input(number({ min_value: 1 }))),
    says: 'a number as a string',
  },
  {
    rule: 'the greatest number is a string',
    on,
    legal: blocks(input(number({ max_value: '10' }))),
    illegal: blocks(input(number({ max_value: 10 }))),
    says: '/max_value',
  },
  {
    rule: 'the first number is a string',
    on,
    legal: blocks(input(number({ initial_value: '5' }))),
    illegal: blocks(input(number({ initial_value: 5 }))),
    says: '/initial_value',
  },
  {
    rule: 'the first number lies between the bounds',
    on,
    legal: blocks(input(number({ min_value: '1', max_value: '9', initial_value: '9' }))),
    illegal: blocks(input(number({ min_value: '1', max_value: '9', initial_value: '10' }))),
    says: 'between min_value and max_value',
  },
  {
    rule: 'the least number is not above the greatest',
    on,
    legal: blocks(input(number({ min_value: '1', max_value: '1' }))),
    illegal: blocks(input(number({ min_value: '2', max_value: '1' }))),
    says: 'min_value must not be greater',
  },
  {
    rule: 'whole numbers have no decimals',
    on,
    legal: blocks(input(number({ is_decimal_allowed: false, initial_value: '2' }))),
    illegal: blocks(input(number({ is_decimal_allowed: false, initial_value: '2.5' }))),
    says: 'whole number',
  },
  {
    rule: 'the least length is not above the greatest',
    on,
    legal: blocks(input(typing({ min_length: 2, max_length: 2 }))),
    illegal: blocks(input(typing({ min_length: 3, max_length: 2 }))),
    says: 'min_length must not be greater',
  },
  {
    rule: 'what is written at first fits',
    on,
    legal: blocks(input(typing({ max_length: 3, initial_value: 'abc' }))),
    illegal: blocks(input(typing({ max_length: 3, initial_value: 'abcd' }))),
    says: '/initial_value',
  },
  {
    rule: 'a date is a date',
    on,
    legal: blocks(input({ type: 'datepicker', initial_date: '2026-11-16' })),
    illegal: blocks(input({ type: 'datepicker', initial_date: '16.11.2026' })),
    says: 'YYYY-MM-DD',
  },
  {
    rule: 'a time is a time',
    on,
    legal: blocks(input({ type: 'timepicker', initial_time: '07:30' })),
    illegal: blocks(input({ type: 'timepicker', initial_time: '7.30' })),
    says: 'HH:mm',
  },
  {
    rule: 'a date with time is a Unix time',
    on,
    legal: blocks(input({ type: 'datetimepicker', initial_date_time: 1_763_280_000 })),
    illegal: blocks(input({ type: 'datetimepicker', initial_date_time: 1_763_280_000_000 })),
    says: '/initial_date_time',
  },
  {
    rule: 'a person is named by id',
    on,
    legal: blocks(input({ type: 'users_select', initial_user: 'U012345678' })),
    illegal: blocks(input({ type: 'users_select', initial_user: '@ana' })),
    says: 'a valid user id',
  },
  {
    rule: 'a filter of conversations filters something',
    on,
    legal: blocks(input({ type: 'conversations_select', filter: { include: ['public'] } })),
    illegal: blocks(input({ type: 'conversations_select', filter: {} })),
    says: 'at least one property',
  },
  {
    rule: 'response_url_enabled works only in modals',
    on: 'home',
    legal: blocks(input({ type: 'conversations_select' })),
    illegal: blocks(input({ type: 'conversations_select', response_url_enabled: true })),
    says: 'only in modals',
  },
  {
    rule: 'a file input dispatches nothing',
    on,
    legal: blocks(input({ type: 'file_input' })),
    illegal: blocks(input({ type: 'file_input' }, { dispatch_action: true })),
    says: 'dispatch_action',
  },
]
