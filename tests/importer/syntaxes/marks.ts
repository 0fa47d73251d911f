const TICK = '`'
const FENCE = '```'
/** Marks of all notations, one a line; some blank, as lines of a document are. */
export const MARKS = `


 
text
What is it?
---
***
%
?
??
# h
## h
### h #card
## h :fc:
* h :drill:
Q: a
A: b
C: a [b] c
C: none
a :: b
a ::: b
key:: value
- a #card
	- b
		- c {{cloze d}} #card
- a >> b
- a >>>
- {{a}} b
a ==b== c
{{c1::a::b}}
{a} {2:b}
${FENCE}
~~~
${FENCE}js
<!-- x -->
<!--
-->
<!--SR:!2031-02-11,1,250-->
<!--ID: 16-->
^1600000000000
START
Basic
Cloze
Back: b
Tags: x
END
STARTI [Basic] a Back: b ENDI
TARGET DECK: x
a #card
#card
#flashcard
#flashcards/x
a : b 🧠
1. a
2. b
> a
Deck: x
[#a](b)
<!-- notecardId: 1 -->
<!-- md2apkg split -->
## Question
## Answer
$$
:PROPERTIES:
:END:
#separator:tab
a	b
a,"b
"c",d
[*] x
* a
_gap_
tags: flashcards
+++
{{
}}
[[
${TICK}
`.split('\n')
