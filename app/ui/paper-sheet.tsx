import type { Paper, PaperItem } from "#app/domain/papers/paper.ts";

/** A paper as it is printed, in the reader's own window: what its files say, in the same order. */
export function PaperSheet({ paper, label }: { paper: Paper; label: string }) {
  return (
    <article
      aria-label={label}
      lang={paper.language}
      className="mx-auto max-w-[46rem] rounded-sm border border-edge bg-white px-4 py-6 font-['Times_New_Roman',Tinos,serif] text-[1rem] leading-snug text-black wrap-anywhere sm:px-12 sm:py-10"
    >
      <div className="grid gap-4 text-center sm:grid-cols-[2fr_3fr]">
        <div>
          {paper.superior && <p className="uppercase">{paper.superior}</p>}
          <p className="font-bold uppercase">{paper.agency}</p>
          <Rule />
          <p>{paper.number}</p>
        </div>
        <div>
          {paper.nation.map((line) => (
            <p key={line} className="font-bold">
              {line}
            </p>
          ))}
          {paper.translatedNation.map((line) => (
            <p key={line} className="text-sm italic">
              {line}
            </p>
          ))}
          <Rule wide />
          <p className="italic">{paper.placeAndDay}</p>
        </div>
      </div>
      <p className="mt-6 text-center text-lg font-bold">{paper.heading}</p>
      <p className="text-center text-lg font-bold">{paper.about}</p>
      <Rule />
      <Addressees to={paper.to} all={paper.addressees} />
      <p className="mt-3 indent-8">{paper.lead}</p>
      {paper.items.map((item, i) => (
        <Item key={item.name} item={item} number={i + 1} />
      ))}
      <p className="mt-2 indent-8">{paper.closing}</p>
      <div className="mt-6 grid gap-6 sm:grid-cols-2">
        <div className="text-sm">
          <p className="font-bold italic">{paper.recipientsLabel}</p>
          {paper.recipients.map((line) => (
            <p key={line}>- {line}</p>
          ))}
        </div>
        <div className="text-center">
          {paper.signature.map((line) => (
            <p key={line} className="font-bold uppercase">
              {line}
            </p>
          ))}
          <p className="italic">{paper.signatureHint}</p>
          <p className="mt-12 font-bold">{paper.signer}</p>
        </div>
      </div>
      {paper.note && <p className="mt-6 text-center text-sm italic">{paper.note}</p>}
    </article>
  );
}

function Rule({ wide = false }: { wide?: boolean }) {
  return <hr className={`mx-auto my-1 border-black ${wide ? "w-44" : "w-24"}`} />;
}

function Addressees({ to, all }: { to: string; all: string[] }) {
  if (all.length < 2) {
    return (
      <p className="mt-4 text-center">
        {to} {all[0]}
      </p>
    );
  }
  return (
    <div className="mt-4 sm:ps-20">
      <p>{to}</p>
      <ul className="ps-6">
        {all.map((one) => (
          <li key={one}>- {one}</li>
        ))}
      </ul>
    </div>
  );
}

function Item({ item, number }: { item: PaperItem; number: number }) {
  return (
    <div className="mt-2">
      <p className="indent-8">
        <strong>
          {number}. {item.label}:
        </strong>{" "}
        {item.text}
      </p>
      {item.lines.map((line) => (
        <p key={line} className="indent-8">
          {line}
        </p>
      ))}
    </div>
  );
}
