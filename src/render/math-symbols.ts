/** How an atom of a formula is spaced from its neighbours, as TeX classes them. */
export type AtomClass =
  | 'ordinary'
  | 'operator'
  | 'binary'
  | 'relation'
  | 'open'
  | 'close'
  | 'punctuation'

/** TeX commands that stand for one sign each. */
export const SYMBOLS: ReadonlyMap<string, readonly [sign: string, kind: AtomClass]> = new Map([
  ...table(
    'ordinary',
    `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
    xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ hbar ℏ
    ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ prime ′ degree ° circ ∘ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ square □ Box □ blacksquare ■
    triangle △ checkmark ✓ dagger † ddagger ‡ S § P ¶ pounds £ % % $ $ & & # # _ _ | ‖ vert | Vert ‖ backslash \\ imath ı jmath ȷ`,
  ),
  ...table(
    'operator',
    'sum Σ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂',
  ),
  ...table(
    'binary',
    `pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ bullet • cup ∪ cap ∩ setminus ∖ vee ∨ lor ∨ wedge ∧ land ∧ oplus ⊕ ominus ⊖
    otimes ⊗ odot ⊙ sqcup ⊔ sqcap ⊓ bowtie ⋈ ltimes ⋉ rtimes ⋊ bmod mod`,
  ),
  ...table(
    'relation',
    `le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝
    in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ mid ∣ nmid ∤ parallel ∥ perp ⊥ models ⊨ vdash ⊢ dashv ⊣
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
    mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ hookrightarrow ↪ uparrow ↑ downarrow ↓ rightsquigarrow ⇝
    prec ≺ succ ≻ preceq ⪯ succeq ⪰ triangleq ≜ doteq ≐ colon : coloneqq ≔ asymp ≍ therefore ∴ because ∵`,
  ),
  ...table('open', '{ { lbrace { lfloor ⌊ lceil ⌈ langle ⟨ lbrack [ lvert | lVert ‖'),
  ...table('close', '} } rbrace } rfloor ⌋ rceil ⌉ rangle ⟩ rbrack ] rvert | rVert ‖'),
])

/** Functions that TeX sets upright, with a space before what they are applied to. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  `sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim limsup liminf max min sup inf arg argmax argmin
  det dim ker deg gcd hom Pr`.split(/\s+/),
)

/** Commands that change size, place or spacing only. */
export const INVISIBLE: ReadonlySet<string> = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits
  nolimits nonumber notag ! hfill`.split(/\s+/),
)

/** Commands that are white space. */
export const SPACES: ReadonlySet<string> = new Set([
  ',',
  ':',
  ';',
  ' ',
  '>',
  'quad',
  'qquad',
  'enspace',
  'thinspace',
])

/** Commands whose argument is set in another typeface, which plain text has to do without. */
export const TYPEFACES: ReadonlySet<string> = new Set(
  `mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm operatorname operatorname* rm bf it`.split(
    /\s+/,
  ),
)

/** Commands whose argument is prose. */
export const PROSE: ReadonlySet<string> = new Set(
  `text textrm textbf textit textsf texttt textnormal mbox hbox`.split(/\s+/),
)

/** Combining marks that a command puts over one letter. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hat: '\u0302',
    widehat: '\u0302',
    bar: '\u0304',
    overline: '\u0304',
    tilde: '\u0303',
    widetilde: '\u0303',
    vec: '\u20d7',
    dot: '\u0307',
    ddot: '\u0308',
    check: '\u030c',
    acute: '\u0301',
    grave: '\u0300',
  }),
)

const DOUBLE_STRUCK = new Map(
  [...'CHNPQRZ'].map((letter, index) => [letter, [...'ℂℍℕℙℚℝℤ'][index]]),
)
const SCRIPT = new Map(
  [...'BEFHILMRego'].map((letter, index) => [letter, [...'ℬℰℱℋℐℒℳℛℯℊℴ'][index]]),
)

/** A letter of blackboard bold; undefined where there is none. */
export function doubleStruck(letter: string): string | undefined {
  return DOUBLE_STRUCK.get(letter) ?? shifted(letter, 0x1d538, 0x1d552)
}

/** A letter of calligraphic type; undefined where there is none. */
export function script(letter: string): string | undefined {
  return SCRIPT.get(letter) ?? shifted(letter, 0x1d49c, 0x1d4b6)
}

function shifted(letter: string, capitals: number, small: number): string | undefined {
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(capitals + letter.charCodeAt(0) - 0x41)
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(small + letter.charCodeAt(0) - 0x61)
  return undefined
}

function table(
  kind: AtomClass,
  words: string,
): (readonly [string, readonly [string, AtomClass]])[] {
  const list = words.trim().split(/\s+/)
  return list.flatMap((name, index) =>
    index % 2 === 0 ? [[name, [list[index + 1] ?? '', kind] as const] as const] : [],
  )
}
