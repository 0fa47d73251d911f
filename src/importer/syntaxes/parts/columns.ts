import type {Columns} from './table-notes.ts'

const FRONT =
  /^(?:front|fronts|question|questions|term|terms|prompt|word|words|q|frage|vorderseite|begriff|wort|pregunta|anverso|término|palabra|recto|mot|terme|fronte|domanda|termine|parola|pergunta|frente|termo|palavra|вопрос|слово|термин|问题|問題|单词|正面|質問|単語|表|질문|단어|앞면|expression|text|vraag|otázka|pytanie|spørgsmål|kanji|hanzi|vocab|vocabulary|concept|cloze|english|spanish|french|german|italian|portuguese|russian|chinese|japanese|korean|latin|greek|danish|swedish|norwegian|dutch|polish|czech|finnish|turkish|arabic|hebrew|hindi|vietnamese|indonesian|englisch|deutsch|französisch|spanisch|español|inglés|français|anglais)$/iu
const BACK =
  /^(?:back|backs|answer|answers|definition|definitions|meaning|meanings|translation|a|antwort|rückseite|bedeutung|definition|übersetzung|respuesta|reverso|definición|significado|traducción|réponse|verso|définition|traduction|risposta|retro|definizione|significato|resposta|definição|tradução|ответ|перевод|определение|значение|答案|背面|意思|答え|解答|意味|裏|답|답변|뜻|뒷면|response|solution|explanation|antwoord|odpověď|odpowiedź|svar|description|back extra|english|spanish|french|german|italian|portuguese|russian|chinese|japanese|korean|latin|greek|danish|swedish|norwegian|dutch|polish|czech|finnish|turkish|arabic|hebrew|hindi|vietnamese|indonesian|englisch|deutsch|französisch|spanisch|español|inglés|français|anglais)$/iu
const TAGS = /^(?:tags?|labels?|categor(?:y|ies)|topics?|subject|chapter|schlagwörter|etiquetas)$/iu
const DECK = /^(?:decks?|stapel|mazo)$/iu
const GUID = /^(?:guid|id|uuid|note ?id)$/iu
const TYPE = /^(?:note ?type|type|notetype|model)$/iu

/** A longer row is no header. */
const MOST_COLUMNS = 60

/** The columns that a header row names; undefined where it does not name a front and a back. */
export function namedColumns(header: readonly string[]): Columns | undefined {
  if (header.length > MOST_COLUMNS) return undefined
  const names = header.map(name => name.trim().replace(/^[#*_\s]+|[*_:\s]+$/g, ''))
  const find = (pattern: RegExp): number | undefined => {
    const index = names.findIndex(name => pattern.test(name))
    return index < 0 ? undefined : index
  }
  const options = optionColumns(names)
  const front = find(FRONT)
  const back = names.findIndex((name, i) => i !== front && !options.includes(i) && BACK.test(name))
  if (front === undefined || back < 0) return undefined
  const meta = {tags: find(TAGS), deck: find(DECK), guid: find(GUID), noteType: find(TYPE)}
  const special = new Set<number | undefined>([front, back, ...options, ...Object.values(meta)])
  const others = names.flatMap((name, i) =>
    special.has(i) ||
    !/^(?:extra|notes?|hint|example|examples|explanation|details?|comment|reading|pinyin|sentence|beispiel|ejemplo|exemple)$/i.test(
      name,
    )
      ? []
      : [i],
  )
  return {front, back, others, options, ...meta}
}

/** Columns of choices: `Option A`, `choice 2`, or the bare letters A, B, C. */
function optionColumns(names: readonly string[]): readonly number[] {
  const named = names.flatMap((name, i) =>
    /^(?:option|choice|distractor|opción|wahl)[ _-]?[a-f1-6]$/i.test(name) ? [i] : [],
  )
  if (named.length > 1) return named
  const letters = names.flatMap((name, i) => (/^[a-f]$/i.test(name) ? [i] : []))
  return letters.length > 2 ? letters : []
}

/** The first columns that have no other meaning are front and back; those after them are shown with the answer. */
export function columnsInOrder(count: number, special: Partial<Columns>): Columns {
  const taken = new Set<number | undefined>([
    special.tags,
    special.deck,
    special.noteType,
    special.guid,
  ])
  const free = Array.from({length: count}, (_, i) => i).filter(i => !taken.has(i))
  const [front = 0, back = 1, ...others] = free
  return {...special, front, back, others}
}
