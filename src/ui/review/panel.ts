import type {Card} from '../../core/card.ts'
import type {CardInfo} from '../panels/card-info.ts'
import type {PreviousAnswer} from '../panels/previous-answer.ts'
import type {Search} from '../panels/search.ts'

/** Something about cards, shown in the place of the present one. */
export type Panel =
  | {readonly kind: 'info'; readonly info: CardInfo}
  | {readonly kind: 'previous'; readonly previous: PreviousAnswer}
  /** A card that was found; closing it leads back to the search. */
  | {readonly kind: 'card'; readonly card: Card; readonly search: Search}
