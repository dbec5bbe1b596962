import { useLocation, useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Progress } from "#app/domain/spokespersons/import-entry.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { FORM } from "./checked-sheet.tsx";
import { useCounted } from "./counted.ts";

type Told = Progress | { done: string } | { refused: true };

const JUST_ENTERED = { justEntered: true };

/** Whether one comes from having just entered a list; known once scripts run, as the rest of the way was. */
export function useJustEntered(): boolean {
  const { state } = useLocation();
  const [is, setIs] = useState(false);
  useEffect(() => setIs(state?.justEntered === true), [state]);
  return is;
}

/**
 * Enters what was checked. Once scripts run, the entry is asked for by the stream of its progress, and a
 * bar tells how far it has come; without them the form is sent and the answer waited for.
 */
export function EnterWithProgress({ mark, children }: { mark: string; children: ReactNode }) {
  const words = useMessages().imports.progress;
  const [progress, setProgress] = useState<Progress | "lost">();
  const isPlain = useRef(false);
  const localised = useLocalised();
  const navigate = useNavigate();

  const enter = async (button: HTMLButtonElement) => {
    const form = button.form;
    if (!form) return;
    setProgress({ phase: "reading", done: 0, total: 0 });
    try {
      const body = new FormData(form, button);
      const response = await fetch(localised(paths.desk.spokespersonImportEntry()), {
        method: "POST",
        body,
      });
      for await (const told of eventsOf(response)) {
        if ("phase" in told) setProgress(told);
        else if ("refused" in told) {
          // Something is not as it was when it was checked: the page itself says what.
          isPlain.current = true;
          return button.form?.requestSubmit(button);
        } else return navigate(localised(told.done), { state: JUST_ENTERED });
      }
      setProgress("lost");
    } catch {
      setProgress("lost");
    }
  };

  if (progress === "lost") return <p role="alert">{words.lost}</p>;
  return (
    <>
      <Button
        form={FORM}
        name="checked"
        value={mark}
        aria-disabled={progress !== undefined}
        onClick={(event) => {
          if (isPlain.current) return;
          event.preventDefault();
          if (!progress) void enter(event.currentTarget);
        }}
      >
        {children}
      </Button>
      {progress ? <Bar {...progress} /> : <p className="mt-2 text-sm text-soft">{words.wait}</p>}
    </>
  );
}

/** The share of reading is small beside that of writing. */
const READING = 0.3;

function Bar({ phase, done, total }: Progress) {
  const words = useMessages().imports.progress;
  const counted = useCounted();
  const part = total ? done / total : 0;
  const share = phase === "reading" ? part * READING : READING + part * (1 - READING);
  const sentence = words[phase](counted(done), counted(total));
  const isFinishing = phase === "writing" && done === total;
  return (
    <div className="mt-3">
      <progress
        value={share}
        max={1}
        aria-label={words.label}
        className="block h-4 w-full max-w-md appearance-none overflow-hidden rounded-sm border border-edge bg-sheet forced-colors:appearance-auto [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sheet [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width] motion-reduce:[&::-webkit-progress-value]:transition-none"
      />
      <p className="mt-1 text-sm tabular-nums">
        {isFinishing ? words.finishing : total ? sentence : words.sending}
      </p>
      {/* Said once a phase: every step of the counting would drown whoever listens. */}
      <p className="sr-only" role="status">
        {isFinishing ? words.finishing : total ? words.phases[phase] : words.sending}
      </p>
    </div>
  );
}

/** What a stream of events says, one after the other. */
async function* eventsOf(response: Response): AsyncGenerator<Told> {
  const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream");
  if (!response.ok || !isStream || !response.body) throw new Error("no stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (heard + value).split("\n\n");
    heard = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace(/^data: /, "")) as Told;
  }
}
