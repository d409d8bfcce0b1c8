/** What a browser would send of the last form of the page's content as it stands: hidden fields, texts, choices. */
export function formOn(html: string): Record<string, string> {
  const main = /<main.*?<\/main>/s.exec(html)?.[0] ?? ''
  const form = main.slice(main.lastIndexOf('<form'))
  const sent: Record<string, string> = {}
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type')
    const ticked = /\schecked(=|\s|\/|>)/.test(tag)
    if (name && ((type !== 'radio' && type !== 'checkbox') || ticked))
      sent[name] = plain(attribute(tag, 'value') ?? '')
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    sent[attribute(tag!, 'name')!] = plain(text!)
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...options!.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const one = chosen.find((option) => /\sselected/.test(option)) ?? chosen[0]
    sent[attribute(tag!, 'name')!] = plain(attribute(one ?? '', 'value') ?? '')
  }
  return sent
}

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
