/** The points of a letter of which no text of ours exists, in the client's own words. */
export const OwnPoints = (props: { note: string; points: readonly { n: number; words: string }[] }) => (
  <div class="av-flow">
    <p class="av-hush">{props.note}</p>
    <ol class="av-list">
      {props.points.map(({ words }) => (
        <li class="av-typed">{words}</li>
      ))}
    </ol>
  </div>
)
