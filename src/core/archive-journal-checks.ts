import {ARCHIVE_TABLES} from './archive-columns.ts'
import {isBetween, isObject, isOfKind, isStored} from './archive-values.ts'
import type {CardAction} from './marks.ts'

type Fields = Readonly<Record<string, unknown>>

const CARD_ID = /^[0-9a-z]{12}\.(?:1|2|c[1-9]\d{0,8})$/

/** What keeps a row from being a step that ebb writes. */
export function stepProblemOf({kind, action, cards, number, voids}: Fields): string | undefined {
  if (voids !== undefined && (voids as number) >= (number as number)) {
    return 'A step takes back only what was done before it.'
  }
  const isAction = kind !== 'import' && kind !== 'edit' && kind !== 'undo'
  if (isAction ? !isActionOf(kind, action) : action !== undefined) {
    return '`action` is not the one of such a step.'
  }
  const ids = (cards ?? []) as readonly string[]
  const isWithCards = isAction || kind === 'edit'
  return isWithCards === ids.length > 0 && ids.every(id => CARD_ID.test(id))
    ? undefined
    : '`cards` are not those of such a step.'
}

/** Whether a value is an action that is kept as a step of such a kind. */
function isActionOf(kind: unknown, action: unknown): boolean {
  if (!isObject(action)) return false
  switch (action['kind'] as CardAction['kind']) {
    case 'suspend':
      return kind === 'suspend' && typeof action['isSuspended'] === 'boolean'
    case 'bury':
      return kind === 'bury' && (action['scope'] === 'card' || action['scope'] === 'note')
    case 'flag':
      return kind === 'flag' && (action['flag'] === undefined || isBetween(action['flag'], 1, 7))
    case 'fix':
      return kind === 'flag' && typeof action['needsFixing'] === 'boolean'
    case 'tag':
      return kind === 'tag' && isOfKind('texts', action['ownTags'])
    default:
      return false
  }
}

const TABLES: Readonly<Record<string, string>> = {source: 'sources', note: 'notes', card: 'cards'}

/** Schedules follow from the log, which steps have nothing to do with; all else of a card never changes. */
const CHANGEABLE_OF_CARDS = [
  'deck',
  'position',
  'absent_since',
  'suspended_at',
  'buried_until',
  'flag',
]

/**
 * What keeps a row from being a change by a step. What is taken back becomes a part of a statement: nothing but columns, and nothing but
 * their values.
 */
export function changeProblemOf({entity, before}: Fields): string | undefined {
  const table = ARCHIVE_TABLES.find(({name}) => name === TABLES[entity as string])
  if (!table) return 'This is nothing that a step changes.'
  if (before === undefined) return undefined
  const changeable = table.columns.filter(
    ({name}) => name !== 'id' && (entity !== 'card' || CHANGEABLE_OF_CARDS.includes(name)),
  )
  const isRow =
    isObject(before) &&
    Object.keys(before).length > 0 &&
    Object.entries(before).every(([key, value]) => {
      const column = changeable.find(({name}) => name === key)
      return column && (value === null ? column.isOptional : isStored(column.kind, value))
    })
  return isRow ? undefined : '`before` does not hold the columns of a row.'
}
