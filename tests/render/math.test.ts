import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatMath} from '../../src/render/math.ts'

describe('a formula', () => {
  it.each([
    ['E = mc^2', 'E = mc²'],
    ['a+b', 'a + b'],
    ['x=-1', 'x = −1'],
    ['O(n \\log n)', 'O(n log n)'],
    ['O(n^2)', 'O(n²)'],
    ['\\log(n)', 'log(n)'],
    ['2^{n-1}', '2ⁿ⁻¹'],
    ['x_i^2 + x_{i+1}', 'xᵢ² + xᵢ₊₁'],
    ['\\alpha x \\leq \\beta', 'αx ≤ β'],
    ['\\frac{1}{2}', '1/2'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['\\frac{a}{bc+1}', 'a/(bc + 1)'],
    ['e^{-\\lambda t}', 'e^(−λt)'],
    ['\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}', 'Σᵢ₌₁ⁿ i = n(n + 1)/2'],
    ['\\frac{1}{2}mv^2', '1/2 mv²'],
    ['\\sqrt{2}', '√2'],
    ['\\sqrt{x+1}', '√(x + 1)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\hat{y} - \\bar x', 'y\u0302 − x\u0304'],
    ['x \\in \\mathbb{R}^n', 'x ∈ ℝⁿ'],
    ['\\mathcal{O}(1)', '𝒪(1)'],
    ['\\left( \\frac{a}{b} \\right)^2', '(a/b)²'],
    ['P(A \\mid B)', 'P(A ∣ B)'],
    ['\\text{if } x > 0', 'if x > 0'],
    ['90^\\circ', '90°'],
    ["f'(x)", 'f′(x)'],
    ['a \\not= b', 'a ≠ b'],
    ['\\{1, 2\\}', '{1, 2}'],
    ['\\binom{n}{k}', '(n choose k)'],
    ['a \\equiv b \\pmod{n}', 'a ≡ b (mod n)'],
    ['\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}', 'a = 1\nb = 2'],
    ['n!', 'n!'],
    ['\\max_{x} f(x)', 'maxₓ f(x)'],
    ['R_{t}', 'Rₜ'],
    ['W_q', 'W_q'],
    ['W_{QK}', 'W_(QK)'],
    ['(a+b)^2', '(a + b)²'],
  ])('%s is shown as %s', (source, text) => {
    expect(formatMath(source)).toBe(text)
  })

  it.each([
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
    '\\unknown{x}',
    '\\frac{a}',
    '{a',
    'a}',
    '\\overline{AB}',
    '\\text{a \\emph{b}}',
    '',
    '{'.repeat(100),
  ])('%j has no plain form', source => {
    expect(formatMath(source)).toBeUndefined()
  })

  it('of any kind is shown or not, and never throws', () => {
    const piece = fc.constantFrom(
      ...[
        '\\frac',
        '{',
        '}',
        '^',
        '_',
        'x',
        '+',
        ' ',
        '\\\\',
        '\\sqrt',
        '[',
        ']',
        '\\left',
        '.',
        '&',
        '\\begin',
        '\\end',
        '{aligned}',
        '\\text',
        "'",
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), pieces => {
        expect(formatMath(pieces.join(''))).toSatisfy(
          text => text === undefined || text.trim() === text,
        )
      }),
      {numRuns: 3000},
    )
  })
})
