/** Words that name a question, in the languages that the layouts were seen in. */
const QUESTION_WORDS = [
  'q|que|ques|quest|question|interview question|q\\s*&\\s*a',
  'pregunta|pergunta|quest[aã]o|frage|domanda|vraag|[îi]ntrebarea?|fr[aå]ga|sp[oø]rsm[aå]l|kysymys|k[eé]rd[eé]s|pytanie|ot[aá]zka|soru|pertanyaan|soalan?|swali|pitanje|ερώτηση',
  'вопрос|питання|запитання|въпрос',
  'câu hỏi|câu|hỏi|คำถาม(?:ที่)?|सवाल|प्रश्न|سؤال|السؤال|سوال|שאלה',
  '问题|問題|题目|題目|面试题|提问|问|問|题|題|質問|設問|질문|문제|문항',
] as const

/** Words that name a question only where a number follows. */
const NUMBERED_QUESTION_WORDS =
  'problem|exercise|scenario|faq|quiz|task|puzzle|riddle|задача|ejercicio|problema|exerc[ií]cio|[uü]bung|aufgabe'

/** Words that name an answer. */
const ANSWER_WORDS = [
  'a|ans|answer|answers|solution',
  'respuesta|soluci[oó]n|resposta|solu[cç][aã]o|r[eé]ponse|solution|antwort|l[oö]sung|risposta|soluzione|antwoord|oplossing|r[aă]spuns|svar|vastaus|v[aá]lasz|megold[aá]s|odpowied[zź]|odpov[eě][dď]|řešení|cevap|yan[ıi]t|jawaban|jawab|jibu|odgovor|απάντηση',
  'ответ|решение|відповідь|рішення|отговор',
  'đáp án|trả lời|đáp|lời giải|คำตอบ|ตอบ|उत्तर|जवाब|جواب|الجواب|الإجابة|إجابة|پاسخ|תשובה',
  '答案|正确答案|正確答案|参考答案|參考答案|解答|回答|答|解|答え|正解|解説|解释|解析|详解|詳解|답변|정답|답|해설|풀이',
] as const

/** Words that name what goes with an answer and never stands before it. */
export const EXPLANATION = /^(?:解析|解释|詳解|详解|解説|해설|풀이)$/u

/** Words of a summary or link that opens an answer. */
const REVEALS =
  /^(?:\W*)(?:(?:click|tap|press|show|see|view|check|reveal|open|expand|toggle|display|read|spoiler|hint|details?|more|ver|mostrar|voir|afficher|anzeigen|zeigen|показать|посмотреть|раскрыть|xem|hiện|点击|點擊|查看|展开|展開|显示|顯示|見る|表示|보기|정답|펼치기|göster|lihat|tampilkan|عرض)(?![\p{L}]{4}))/iu

/** Headings under which a document’s questions never stand, whatever its level says. */
export const CLOSING_HEADING =
  /^(?:[\W_]|\d+[.)])*(?:table of contents?|contents?|toc|index|introduction|intro|overview|preface|foreword|about(?: (?:me|us|this.*|the author.*))?|contribut(?:e|ing|ors?|ions?).*|how to (?:contribute|use this.*)|licen[cs]e|references?|resources?|further reading|additional resources|useful (?:links|resources)|links?|sources?|bibliography|credits?|acknowledge?ments?|support(?: (?:me|us|this.*))?|donat(?:e|ions?)|sponsors?|backers|contact(?: (?:me|us))?|author|maintainers?|stargazers?|star history|disclaimer|changelog|todo|to do|roadmap|conclusion|summary|wrap[- ]?up|next steps?|what[’']?s next|final (?:thoughts|words|notes?|tips?)|good luck|thank(?:s| you).*|follow me.*|connect with me.*|you (?:would|might|may) also like.*|related (?:posts?|articles?|projects?|links?)|see also|prerequisites|translations?|available languages|目录|目錄|前言|引言|参考(?:资料|文献|链接)?|參考(?:資料)?|贡献(?:指南)?|许可证|授權|总结|結語|目次|はじめに|参考文献|ライセンス|おわりに|목차|참고(?:자료)?|기여|라이선스|mục lục|tài liệu tham khảo|оглавление|содержание|введение|заключение|ссылки|лицензия|источники|índice|contenidos?|tabla de contenidos?|introducci[oó]n|referencias|recursos|licencia|contribuir|conte[uú]do|introdu[cç][aã]o|refer[eê]ncias|licen[cç]a|contribui[cç](?:ão|ões)|sommaire|table des mati[eè]res|r[eé]f[eé]rences|licence|inhalt(?:sverzeichnis)?|einleitung|lizenz|quellen|spis tre[sś]ci|[iİ]çindekiler|kaynaklar|daftar isi|فهرس|المراجع)[\s:：.!?？。*_]*$/iu

/** A heading or title that announces questions. */
export const ANNOUNCES_QUESTIONS =
  /\bfaqs?\b|frequently asked|\bquestions?\b|\bq\s*(?:&|and|\/|\+)\s*a\b|\bquiz(?:z?es)?\b|\bmcqs?\b|preguntas|perguntas|fragen|domande|vragen|întreb[aă]ri|frågor|spørsmål|kérdések|pytania|otázky|sorular|pertanyaan|вопрос|запитан|питання|въпроси|câu hỏi|คำถาม|प्रश्न|أسئلة|سوالات|שאלות|面试题|面試題|问题|問題|题目|題目|题库|題庫|問答|问答|質問|질문|문제/iu

/** A title under which questions are likely, and study plans and advice as well. */
export const HINTS_AT_QUESTIONS =
  /\binterviews?\b|\btrivia\b|\bexam(?:s|ination)?\b|\btests?\b|flash ?cards?|entrevista|entretien|vorstellungsgespr|colloquio|interviu|mülakat|wawancara|собеседован|співбесід|phỏng vấn|面试|面試|面接|면접|题$|題$/iu

/** Whether one of the words is a question’s or an answer’s name: `✏️ KÉRDÉS (…)`, `Interview question`. */
export function namesQuestion(text: string): boolean {
  return wordsIn(text).some(word => QUESTION_WORD.test(word))
}

export function namesAnswer(text: string): boolean {
  return wordsIn(text).some(word => ANSWER_WORD.test(word))
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

const alternatives = (words: readonly string[]) => words.join('|')

const QUESTION_WORD = new RegExp(
  `^(?:${alternatives(QUESTION_WORDS)}|questions|preguntas|perguntas|fragen|questões|вопросы|kérdések|pytania)$|^(?:问题|問題|题目|題目|質問)`,
  'iu',
)
const ANSWER_WORD = new RegExp(
  `^(?:${alternatives(ANSWER_WORDS)}|response|respuestas|respostas|antworten|ответы)$|^(?:答案|回答|解答)`,
  'iu',
)

/** A label that names a question, number and all: `Q1:`, `Question 3 -`, `Câu 5.`, `第 3 题`. */
export const QUESTION_LABEL = new RegExp(
  `^(?:(?<word>${alternatives(QUESTION_WORDS)})(?![\\p{L}\\p{M}])[\\s.]{0,3}(?:no\\.?|nr\\.?|n[º°]|number|#|№)?[\\s-]{0,2}(?<number>\\d{1,4}(?:\\.\\d{1,3}){0,2})?|(?:${NUMBERED_QUESTION_WORDS})[\\s#-]{0,3}(?<count>\\d{1,4})|第\\s*(?<ordinal>[\\d〇零一二三四五六七八九十百]{1,5})\\s*(?:道?题|道?題|问|問|문제))`,
  'iu',
)

const INITIALS = new Set(
  [...QUESTION_WORDS, NUMBERED_QUESTION_WORDS]
    .flatMap(words => words.split('|'))
    .flatMap(word =>
      word.startsWith('[') ? [...word.slice(1, word.indexOf(']'))] : [word[0] as string],
    )
    .concat('第'),
)

/** Whether a text can begin with a label that names a question, judged by its first letter. */
export function mayNameQuestion(text: string): boolean {
  const letter = /^[\s*_[(【（<>]*(.)/u.exec(text)?.[1]
  return letter !== undefined && (letter === '<' || INITIALS.has(letter.toLowerCase()))
}

/** A label that names an answer: `Answer:`, `Example answer (b)`, `正确答案`. */
export const ANSWER_LABEL = new RegExp(
  `^(?:(?:the|my|sample|example|strong|good|great|best|model|short|long|quick|brief|simple|detailed|possible|suggested|expected|correct|right|ideal|full|final|official|your|show|view|see|click (?:here )?(?:to|for)(?: (?:see|show|view|reveal))?(?: the)?|reveal|toggle|check|查看|点击查看|显示|respuesta|resposta)\\s+){0,3}(?<word>${alternatives(ANSWER_WORDS)})(?![\\p{L}\\p{M}])(?:\\s+(?:structure|key|here|below|outline|points|guide|framework|example))?`,
  'iu',
)

/** Whether a summary says that an answer is behind it. */
export function isAnswerSummary(summary: string): boolean {
  const words = wordsOf(summary)
  const label = ANSWER_LABEL.exec(words)
  return words.length <= 60 && label !== null && words.length - label[0].length <= 25
}

/** Whether a summary only invites to open it. */
export function isReveal(summary: string): boolean {
  const words = wordsOf(summary)
  return (
    words === '' || (words.length <= 60 && REVEALS.test(words) && words.split(/\s+/).length <= 6)
  )
}

const wordsOf = (summary: string): string =>
  summary.replace(/<[^>]*>|[*_`~#]/g, '').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
