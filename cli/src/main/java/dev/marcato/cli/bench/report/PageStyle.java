// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

/**
 * The style sheet of the page. Colours can be told apart by who is colour-blind (blue, orange, green, purple of different
 * lightness), and every line has its own stroke and marker besides.
 */
final class PageStyle {
    static final String CSS = """
            :root { color-scheme: light dark; --page: #fff; --card: #f6f7f9; --text: #1b1e23; --soft: #555c66;
              --grid: #d9dde3; --base: #8a919b; --a: #0b62b0; --b: #bf4f00; --c: #00755a; --d: #8a3f86;
              --ideal: #6b727c; --band: #dbe3ee; }
            @media (prefers-color-scheme: dark) { :root { --page: #14171b; --card: #1d2127; --text: #e9ebee;
              --soft: #aab1bb; --grid: #333a43; --base: #7b838e; --a: #6cb4f5; --b: #f7a35c; --c: #4fd1a8; --d: #dba3d5;
              --ideal: #a3abb6; --band: #2b3848; } }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body { margin: 0; background: var(--page); color: var(--text);
              font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
            header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
            header { padding-top: 1.5rem; }
            h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
            h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: .75rem;
              border-top: 1px solid var(--grid); }
            h3 { font-size: 1.05rem; line-height: 1.3; margin: 0 0 .5rem; }
            p { margin: .5rem 0; max-width: 44rem; }
            a { color: var(--a); }
            .soft, .note, figcaption { color: var(--soft); }
            nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .75rem 0; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); gap: .75rem;
              margin: 1.25rem 0 0; }
            .tiles div { background: var(--card); border-radius: .5rem; padding: .75rem 1rem; }
            .tiles dt { color: var(--soft); font-size: .9rem; }
            .tiles dd { margin: 0; font-size: 1.3rem; font-weight: 600; line-height: 1.3; }
            section h3:not(figure h3) { margin-top: 1.5rem; }
            .figures { columns: 2 26rem; column-gap: 1.25rem; }
            figure { margin: 0 0 1.25rem; break-inside: avoid; background: var(--card); border-radius: .5rem; padding: 1rem; min-width: 0; }
            figcaption, .note { font-size: .9rem; margin: .5rem 0 0; }
            svg { display: block; width: 100%; max-width: 36rem; height: auto; overflow: visible; }
            svg text { font-size: 14px; fill: var(--text); font-family: inherit; paint-order: stroke; stroke: var(--card);
              stroke-width: 3px; stroke-linejoin: round; }
            @media (min-width: 60rem) { svg text { font-size: 11px; } }
            svg .tick, svg .axis { fill: var(--soft); }
            svg .end { text-anchor: end; }
            svg .middle { text-anchor: middle; }
            svg .head { font-weight: 600; }
            .grid { stroke: var(--grid); }
            .base { stroke: var(--base); }
            .mark { stroke: var(--text); stroke-dasharray: 3 3; }
            .leader { stroke: var(--base); stroke-width: .6; }
            .first { --own: var(--a); } .second { --own: var(--b); } .third { --own: var(--c); }
            .fourth { --own: var(--d); } .ideal { --own: var(--ideal); } .bound { --own: var(--band); }
            .line { fill: none; stroke: var(--own); stroke-width: 2; stroke-linejoin: round; }
            .third .line { stroke-dasharray: 7 3; } .fourth .line { stroke-dasharray: 2 3; }
            .ideal .line { stroke-dasharray: 6 5; stroke-width: 1.5; }
            .bound .line { stroke-width: 11; stroke-linecap: round; }
            .point, .bar { fill: var(--own); }
            .pale { opacity: .28; }
            .error { fill: none; stroke: var(--own); stroke-width: 1; opacity: .8; }
            .spread { fill: none; stroke: var(--text); stroke-width: 1.2; }
            details { margin-top: .75rem; }
            summary { cursor: pointer; color: var(--a); }
            .scroll { overflow-x: auto; margin: .5rem 0; }
            table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
            caption { text-align: left; font-weight: 600; padding: .25rem 0; }
            caption span { display: inline-block; max-width: min(40rem, calc(100vw - 4.5rem)); position: sticky; left: 0; }
            th, td { padding: .3rem .6rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--grid);
              font-weight: 400; }
            thead th { color: var(--soft); vertical-align: bottom; }
            th:first-child { text-align: left; padding-left: 0; }
            .facts { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); gap: .25rem 1rem;
              margin: .5rem 0; font-size: .95rem; }
            .facts dt { color: var(--soft); }
            .facts dd { margin: 0; overflow-wrap: anywhere; }
            .files { font-size: .9rem; overflow-wrap: anywhere; padding-left: 1.25rem; }
            .choices { width: 100%; font-size: 1rem; }
            .choices th, .choices td { text-align: left; white-space: normal; vertical-align: top; padding: .6rem .75rem;
              overflow-wrap: anywhere; }
            .choices th:first-child { padding-left: 0; }
            .choices tbody th { font-weight: 400; color: var(--soft); width: 9rem; overflow-wrap: normal; }
            .choices .choice { font-weight: 600; width: 32%; }
            @media (max-width: 44rem) { .choices thead { position: absolute; left: -200rem; }
              .choices tr { display: block; border-bottom: 1px solid var(--grid); padding: .6rem 0; }
              .choices th, .choices td, .choices .choice { display: block; width: auto; border: 0; padding: .1rem 0; } }
            footer { margin: 3rem auto 2rem; color: var(--soft); font-size: .9rem; }
            :focus-visible { outline: 2px solid var(--a); outline-offset: 2px; }
            """;

    private PageStyle() {}
}
