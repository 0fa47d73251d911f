/** How the page looks: light or dark as the reader’s system says, narrow or wide, on the screen or on paper. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --soft: #59636e; --line: #d8dee4; --panel: #f6f8fa;
  --new: #0072b2; --learning: #e69f00; --young: #56b4a8; --mature: #00614f; --again: #c4432b; --hard: #d98a00; --good: #2a8a57;
  --easy: #3b78c4; --plain: #3b78c4; --heat-0: #ebedf0; --heat-1: #b9e0cf; --heat-2: #6fbf9f; --heat-3: #2f9470; --heat-4: #0b5c42; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1318; --text: #e4e9ee; --soft: #9aa5b1; --line: #303841; --panel: #171c22;
  --new: #58a6e8; --learning: #f0b541; --young: #7fd1c6; --mature: #2fa58d; --again: #f0776a; --hard: #f0b541; --good: #56c28a;
  --easy: #7ab2f0; --plain: #7ab2f0; --heat-0: #232a32; --heat-1: #12503c; --heat-2: #1f7a5a; --heat-3: #35a87d; --heat-4: #7fe0b8; } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 66rem; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word }
h1 { margin: 0; font-size: 1.6rem } h2 { margin: 0 0 .25rem; font-size: 1.05rem }
.scope, .note { margin: 0 0 .75rem; color: var(--soft); font-size: .9rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none }
.figures li { padding: .6rem .8rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel) }
.figures b { display: block; font-size: 1.35rem; line-height: 1.2; font-variant-numeric: tabular-nums }
.figures span { color: var(--soft); font-size: .85rem }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1.75rem 2rem }
section { min-width: 0; break-inside: avoid } section.wide { grid-column: 1 / -1 }
.chart { overflow-x: auto } .wide .chart { direction: rtl } .wide .chart svg { min-width: 40rem; direction: ltr }
svg { display: block; width: 100%; height: auto } svg text { fill: var(--soft); font: 12px system-ui, sans-serif }
.wide svg text { font-size: 9px }
.grid { stroke: var(--line); stroke-width: 1 } .ground { fill: transparent } .bar:hover .ground, rect.ground:hover { fill: var(--soft); fill-opacity: .15 }
polyline { fill: none; stroke-width: 2 }
${['new', 'learning', 'young', 'mature', 'again', 'hard', 'good', 'easy', 'plain', 'soft']
  .map(
    tone =>
      `rect.${tone}, circle.${tone} { fill: var(--${tone}) } polyline.${tone} { stroke: var(--${tone}) } .key.${tone} { background: var(--${tone}) }`,
  )
  .join('\n')}
${[0, 1, 2, 3, 4].map(level => `.heat-${level} { fill: var(--heat-${level}) }`).join(' ')}
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .25rem 0; padding: 0; list-style: none; font-size: .85rem; color: var(--soft) }
.key { display: inline-block; width: .75em; height: .75em; margin-right: .4em; border-radius: 2px }
summary { color: var(--soft); font-size: .85rem; cursor: pointer }
.table { max-height: 22rem; overflow: auto }
table { width: 100%; border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top }
th:first-child, .text { text-align: left } th:first-child { font-weight: normal } thead th { position: sticky; top: 0; background: var(--page); font-weight: 600 }
footer { margin-top: 2rem; color: var(--soft); font-size: .85rem }
@media print { body { max-width: none; padding: 0 } .table { max-height: none; overflow: visible } thead th { position: static }
  details::details-content { content-visibility: visible; block-size: auto } summary { display: none } }
`
