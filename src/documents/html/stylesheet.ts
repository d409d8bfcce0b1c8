/**
 * The look of a document on the page and on paper, every rule under `.doc`. The stand-alone file carries
 * it; the portal and the desk serve it as a file of its own.
 */
export const DOCUMENT_CSS = `
.doc{--ink:#1d2b36;--muted:#51606e;--accent:#0f5675;--rule:#cfd7dd;--tint:#eef4f7;
color:var(--ink);font-family:"Noto Sans",Inter,system-ui,-apple-system,"Segoe UI",sans-serif;
font-size:1.0625rem;line-height:1.6;overflow-wrap:break-word}
.doc h1,.doc h2,.doc h3,.doc h4,.doc h5{line-height:1.25;font-weight:700;text-wrap:balance;max-width:44rem}
.doc h1{font-size:clamp(1.5rem,7vw,2.25rem);margin:0 0 .5rem;color:var(--accent)}
.doc h2{font-size:1.625rem;margin:3.5rem 0 1rem;color:var(--accent)}
.doc h3{font-size:1.25rem;margin:2.5rem 0 .75rem}
.doc h4{font-size:1.0625rem;margin:2rem 0 .5rem}
.doc h5{font-size:1rem;margin:1.5rem 0 .5rem;color:var(--muted)}
.doc p,.doc ul,.doc ol,.doc blockquote{max-width:42rem;margin:0 0 1rem}
.doc li{margin-bottom:.35rem}
.doc a{color:var(--accent);text-underline-offset:.15em}
.doc a:focus-visible,.doc [tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.doc hr{border:0;border-top:1px solid var(--rule);margin:2.5rem 0}
.doc-lead{font-size:1.1875rem}
.doc .doc-small{font-size:.875rem;color:var(--muted);margin:.5rem 0 0}
.doc-subtitle{font-size:1.25rem;color:var(--muted)}
.doc-meta{color:var(--muted)}
.doc-letter>header{display:grid;grid-template-columns:1fr auto;column-gap:1.5rem}
.doc-letter>header>:nth-child(n+3){grid-column:1/-1}
.doc-letter h1{font-size:1.5rem;margin:1.5rem 0 .25rem;color:inherit}
.doc-letter h2{font-size:1.125rem;margin:1.75rem 0 .5rem;color:inherit}
.doc-letter .doc-subtitle{font-size:1rem;margin-bottom:1.25rem}
.doc .doc-signature{max-width:16rem;margin-top:4.5rem;padding-top:.25rem;border-top:1px solid currentcolor}
.doc-contents ol{list-style:none;padding:0}
.doc-contents ol ol{padding-left:1.5rem;margin:.35rem 0}
.doc-table{overflow-x:auto;margin:2rem 0 0;position:relative}
.doc table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
.doc caption,.doc figcaption{text-align:left;font-weight:700;margin-bottom:.75rem;padding:0;line-height:1.35}
.doc th,.doc td{padding:.45rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
.doc th:first-child{padding-left:0}
.doc th:last-child,.doc td:last-child{padding-right:0}
.doc thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
.doc tbody th{font-weight:400}
.doc .doc-number{text-align:right}
.doc th.doc-level-1{padding-left:1.25rem}
.doc th.doc-level-2{padding-left:2.5rem}
.doc th.doc-level-3{padding-left:3.75rem}
.doc .doc-total th,.doc .doc-total td{font-weight:700;border-top:1px solid var(--ink);border-bottom-color:var(--ink)}
.doc figure{margin:2rem 0 0}
.doc .chart{display:block;width:100%;max-width:45rem;height:auto;overflow:visible;font-family:inherit}
.doc-key-figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem;margin:1.5rem 0}
.doc-key-figures>div{background:var(--tint);border-top:3px solid var(--accent);padding:.9rem 1rem}
.doc-key-figures dt{font-size:.9375rem;line-height:1.35}
.doc-key-figures dd{margin:0}
.doc-value{font-size:2rem;font-weight:700;line-height:1.3;color:var(--accent);font-variant-numeric:tabular-nums}
.doc-unit{font-size:1rem;font-weight:400;color:var(--ink)}
.doc-callout{background:var(--tint);border-left:4px solid var(--accent);padding:1rem 1.25rem;margin:1.5rem 0;max-width:42rem}
.doc-callout p:last-child{margin:0}
.doc-callout .doc-callout-title{font-weight:700;margin:0 0 .25rem}
.doc blockquote{border-left:4px solid var(--rule);padding-left:1.25rem;font-style:italic}
.doc blockquote footer{font-style:normal;color:var(--muted)}
.doc-spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{
.doc{font-size:10pt;line-height:1.45}
.doc h2,.doc h3,.doc h4,.doc h5,.doc caption,.doc figcaption{break-after:avoid}
.doc tr,.doc figure,.doc-callout,.doc-key-figures>div{break-inside:avoid}
.doc thead{display:table-header-group}
.doc-table{overflow:visible}
.doc-page-break{break-after:page}
.doc a{color:inherit}
}`.trim()

/** What only the stand-alone file needs: the page around the document. */
export const PAGE_CSS = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff}
main{max-width:60rem;margin:0 auto;padding:3rem 1.25rem 5rem}
.skip{position:absolute;left:-100vw;top:0;background:#0f5675;color:#fff;padding:.75rem 1.25rem;z-index:1;font-family:sans-serif}
.skip:focus{left:0}
@media print{main{padding:0;max-width:none}.skip{display:none}@page{size:A4;margin:20mm 18mm}}
`.trim()
