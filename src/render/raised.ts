const RAISED: ReadonlyMap<string, string> = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδφχ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵠᵡ',
)

const LOWERED: ReadonlyMap<string, string> = pairs(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
)

/** The text in superscript characters; undefined where Unicode lacks one of them. */
export function raise(text: string): string | undefined {
  return translate(text, RAISED)
}

/** The text in subscript characters; undefined where Unicode lacks one of them. */
export function lower(text: string): string | undefined {
  return translate(text, LOWERED)
}

function translate(text: string, table: ReadonlyMap<string, string>): string | undefined {
  let result = ''
  for (const character of text) {
    const translated = table.get(character)
    if (translated === undefined) return undefined
    result += translated
  }
  return result
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to]
  return new Map([...from].map((character, index) => [character, targets[index] ?? '']))
}
