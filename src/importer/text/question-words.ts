import {CLOSING_HEADING} from './label-words.ts'
import {plainOf} from './plain.ts'

/** How sure a text is a question, 0–1, judged by its words alone. */
export type Likeness = number

/** Words that open a question in languages that put them first. */
const INTERROGATIVES = [
  // English
  "what(?:'s|’s|s)?|which|who(?:se|m)?|where|how (?:do|does|did|can|could|would|will|is|are|was|were|should|many|much|long|often|have|has|to)|why|when (?:do|does|did|is|are|would|should|can)|can (?:you|we|i|a|an|the)|could you|do (?:you|we|i)|is (?:it|there|a|an|the)|are (?:there|the|you)|have you|should (?:we|you|i)|would you|true or false|what if|in (?:what|which)|for what|at what|to what",
  // Spanish, Portuguese, French, Italian, Catalan, Romanian
  "qu[eé]|cu[aá]l(?:es)?|c[oó]mo|por qu[eé]|para qu[eé]|cu[aá]ndo|d[oó]nde|qui[eé]n(?:es)?|cu[aá]nt[oa]s?|o que|qual|quais|por ?que|porque|quando|onde|quem|quant[oa]s?|qu[’']est-ce|quels?|quelles?|pourquoi|quand|o[uù]|combien|quoi|est-ce|(?:che )?cos[’']?[aeè]|che cosa|quali|perch[eé]|chi|ce (?:este|sunt|înseamnă)|de ce|c[aâ]nd",
  // German, Dutch, Scandinavian
  'was (?:ist|sind|bedeutet|versteht|passiert|macht)|wie|warum|wieso|wozu|welche[rsnm]?|wann|wo|wer|worin|wof[uü]r|wodurch|wat (?:is|zijn)|hoe|waarom|welke?|wanneer|wie|vad [aä]r|hur|varf[oö]r|vilken|vilka|n[aä]r|hva|hvordan|hvorfor|hvilken|hvilke|hvad|hvorn[aå]r|mik[aä]|mit[aä]|miten|miksi|milloin',
  // Slavic
  'что|как(?:ой|ая|ое|ие|ова|ов|им|ими)?|почему|зачем|когда|где|кто|чем|чему|сколько|для чего|в ч[её]м|можно ли|есть ли|що|як(?:ий|а|е|і)?|чому|навіщо|коли|де|хто|чим|co (?:to|jest|oznacza)|czym|jak(?:i|a|ie)?|dlaczego|kiedy|gdzie|co (?:je|jsou|znamen[aá])|pro[cč]|kdy|kde|kdo|[cč]o je|pre[cč]o|какво|защо|кога|къде|šta|što|kako|zašto|kada',
  // Turkish, Hungarian, Indonesian, Swahili, Greek
  'nedir|nas[ıi]l|neden|niçin|hangi|mi(?: a| az|ért|kor|lyen|k)|hogyan|apa(?:kah)?|bagaimana|mengapa|kenapa|kapan|di ?mana|siapa|τι|πώς|πως|γιατί|πότε|πού|ποι(?:ος|α|ο)',
  // Arabic, Persian, Hebrew, Hindi
  'ما(?: هو| هي| الفرق)?|ماذا|كيف|لماذا|متى|أين|هل|من|كم|چیست|چرا|چگونه|چه|מה|איך|למה|מדוע|מתי|איפה|क्या|कैसे|क्यों|कब|कौन',
]

/** Requests that only an examiner writes. */
const REQUESTS = [
  'explain|describe(?! the (?:bug|feature|solution|issue))|discuss|compare|contrast|differentiate|distinguish|difference[s]? between|(?:the )?difference|tell (?:me|us)|walk (?:me|us)|give (?:me|an example|some|a few)|name (?:some|the|an?|one|a few|two|three|four|five|\\d+)|list (?:some|the|out|a few|down|\\d+)|define|suppose|justify|elaborate|briefly|talk about|what|how would|pros and cons|advantages (?:and|of)|disadvantages of|types of|mention|illustrate|outline|enumerate|please explain|predict|identify|calculate|solve|prove|derive|find the|write a (?:function|program|query|method|script|code)|implement a|design an?',
  'expli(?:que|ca|cá|ces|quez|queaz[aă])|descri(?:ba|be|va|eva|eți)|diferen[cç](?:ia|a)s?|compar[ae]|defin[ae]|cite|nombra|mencion[ae]|quelle|diff[eé]rences?|d[eé]cri(?:s|vez)|d[eé]finissez|nommez|citez|spiega|descrivi|elenca|differenz[ae]|erkl[aä]re?n?|beschreibe?n?|nenne?n?|unterschiede?|leg uit|beschrijf|verschil',
  'объясните|опишите|расскажите|назовите|перечислите|сравните|дайте определение|разница|отличи[ея]|приведите|поясніть|опишіть|розкажіть|різниця|wyja[sś]nij|opisz|wymie[nń]|r[oó][zż]nic[ae]|vysv[eě]tlete?|popi[sš]te?|rozd[ií]l',
  'açıkla|fark|jelaskan|sebutkan|perbedaan|uraikan|magyar[aá]zd|sorolj|k[uü]l[oö]nbs[eé]g|اشرح|عرف|اذكر|الفرق|قارن|समझाइए|बताइए|अंतर',
]

/** Question words of languages in which they stand anywhere. */
const ANYWHERE =
  /什么|什麼|如何|怎么|怎麼|怎样|怎樣|为什么|為什麼|为何|為何|吗[？?]?$|嗎|哪些|哪个|哪個|哪种|是否|多少|区别|區別|简述|簡述|请说|請說|谈谈|談談|说说|說說|有何|何时|ですか|ますか|でしょうか|とは|説明|なぜ|どの|違い|について|述べ|答え(?:よ|なさい)|무엇|어떻|왜|인가|나요|까요|습니까|차이|설명|이란|란$|là gì|thế nào|tại sao|vì sao|như nào|khác (?:nhau|gì|biệt)|phân biệt|trình bày|giải thích|bao nhiêu|hay không|คืออะไร|อย่างไร|ทำไม|อะไร|nedir|nelerdir|nasıl|چیست|क्या (?:है|हैं)/iu

/** Without one of these a text holds none of them. */
const MAY_HOLD_ANYWHERE = /[^\x20-\x7e]|ne(?:ler)?dir/i

const opens = (groups: readonly string[]) =>
  new RegExp(`^(?:${groups.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

const OPENS_QUESTION = opens(INTERROGATIVES)
const OPENS_REQUEST = opens(REQUESTS)
/** “How to …” heads as many instructions as questions. */
const HOW_TO =
  /^(?:how to|how [a-z]+ works?|when to|where to|why (?:use|not|choose)|what(?:'s|’s| is) (?:new|next|included|this|inside|changed)|wie man|como (?:usar|instalar|contribuir)|c[oó]mo (?:usar|instalar|contribuir)|как (?:установить|использовать|внести)|如何(?:使用|安装|贡献))/iu

/**
 * How sure a text is a question: 1 where it ends with a question mark, less where only its words ask.
 * @param text of the question without its marks
 */
export function likenessOf(text: string): Likeness {
  const plain = text.slice(0, 2_000)
  if (/[:：]\s*[*_]*\s*$/.test(plain) && !/[?？؟]/.test(plain)) return labelLikeness(plain)
  if (asks(plain)) return 1
  // A Greek question mark is a semicolon.
  if (/;\s*$/.test(plain) && /\p{Script=Greek}/u.test(plain)) return 1
  const bare = plain.replace(/^[\s"'“”‘’«»*_`~([{¿\-–—]+/u, '')
  if (/[?？؟](?:\s|["”’*_])/u.test(bare) && bare.length > 12) return 0.9
  if (HOW_TO.test(bare)) return 0.5
  if (OPENS_REQUEST.test(bare)) return 0.8
  if (OPENS_QUESTION.test(bare)) return 0.75
  if (MAY_HOLD_ANYWHERE.test(bare) && ANYWHERE.test(bare)) return 0.8
  return 0
}

/** What ends with a colon leads in what follows, unless it asks for it. */
function labelLikeness(text: string): Likeness {
  const bare = text.replace(/^[\s"'“*_`]+/u, '')
  if (text.length < 25) return 0
  return OPENS_REQUEST.test(bare) || OPENS_QUESTION.test(bare) ? 0.5 : 0
}

/** Begins like a question, and names a thing or a step: “What you need”, “Why this matters”, “Write a program”. */
const HEADS_PROSE =
  /^(?:(?:what|when|where|who|which|why|how) (?:you|we|i|it|they|he|she|this|these|the|to)\b|what(?:[’']?s| is| are) (?:new|next|included|inside|changed)\b|(?:write|implement|design|define|identify|find|calculate|outline|list|compare) )/iu
/** A lone word of a language that writes more than one for a question. */
const LONE_WORD = /^[^\p{L}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+[^\p{L}]*$/u

/** How a text asks: beyond doubt, in one word that takes its sense from what stands around it, or not. */
export type Manner = 'clearly' | 'in a word' | 'not'

/**
 * How a text asks where nothing around it does: by a question mark, or by words that begin no prose.
 * @param text of the question without its marks
 */
export function mannerOf(text: string): Manner {
  const plain = plainOf(text)
  if (CLOSING_HEADING.test(plain) || /^what(?:[’']?s| is) (?:new|next)\b/iu.test(plain))
    return 'not'
  const likeness = likenessOf(text)
  if (likeness < 0.9 && (likeness < 0.75 || HEADS_PROSE.test(plain))) return 'not'
  return LONE_WORD.test(plain) ? 'in a word' : 'clearly'
}

/** What may stand behind a question mark: quotes, brackets, emphasis, emoji. */
const DECORATION =
  /^(?:[\s"'”’»」)\]}*_`~!！.。…:：<>/]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u

/** Whether a text ends by asking; remarks in brackets, a source or a grade may follow. */
export function asks(text: string): boolean {
  const end = text.slice(-400)
  const mark = Math.max(
    end.lastIndexOf('?'),
    end.lastIndexOf('？'),
    end.lastIndexOf('؟'),
    end.lastIndexOf('⸮'),
  )
  if (mark === -1) return false
  // A call with an optional argument, `open(path?)`, asks nothing.
  if (
    /^\s*\)/.test(end.slice(mark + 1)) &&
    /[\p{L}\p{N}_`]\([^()]*$/u.test(end.slice(Math.max(0, mark - 60), mark))
  )
    return false
  const tail = end
    .slice(mark + 1)
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[([（【{][^()[\]（）【】{}]*[)\]）】}]/g, '')
    .replace(/[([（【{][^()[\]（）【】{}]*[)\]）】}]/g, '')
  return DECORATION.test(tail.replaceAll('[', ''))
}
