import { type PDFContext, type PDFDocument, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { escapeHtml } from '../escape.ts'
import type { Document } from '../model.ts'

/** Title, author, language and date, in the file's dictionary and as XMP; no standard is claimed. */
export function writeMetadata(pdf: PDFDocument, document: Document): void {
  const { context, catalog } = pdf
  const { title, author, description, date, lang } = document
  pdf.setTitle(title)
  pdf.setAuthor(author)
  if (description) pdf.setSubject(description)
  const day = new Date(`${date.slice(0, 10)}T12:00:00Z`)
  pdf.setCreationDate(day)
  pdf.setModificationDate(day)
  catalog.set(PDFName.of('Lang'), PDFString.of(lang))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), xmp(context, document, day))
}

function xmp(context: PDFContext, { title, author, description, lang }: Document, day: Date): PDFRef {
  const alt = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title>${alt(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
${description ? `<dc:description>${alt(description)}</dc:description>\n` : ''}<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${day.toISOString()}</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
  return context.register(
    context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' }),
  )
}
