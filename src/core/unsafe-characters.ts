/**
 * What a terminal would obey or what would reorder the text around it: C0 but for tab and line feed, DEL, C1, the controls of
 * bidirectional text, separators that some terminals take for line breaks, invisible marks, lone surrogates. The inside of a
 * character class of a regular expression with the flag `u`.
 */
export const UNSAFE_CHARACTERS = String.raw`\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff`
