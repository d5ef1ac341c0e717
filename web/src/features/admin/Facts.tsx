/** Numbers with what they count. */
export function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-soft">{term}</dt>
          <dd className="text-end sm:text-start">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
