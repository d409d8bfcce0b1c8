/** A page's heading in which the number of a case stays whole on a phone, wherever the title has it. */
export function CaseTitle({ title }: { title: string }) {
  const [before, number, after] = title.split(/(AV-\d{4}-\d{6}-\d)/)
  return (
    <h1>
      {before}
      {number && <span class="av-number">{number}</span>}
      {after}
    </h1>
  )
}
