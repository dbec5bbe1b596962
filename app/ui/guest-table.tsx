import type { InvitationListed } from "#app/domain/invitations/invitations.server.ts";
import { answerStateOf } from "#app/domain/invitations/reply-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AddressBadge } from "./address-trouble.tsx";
import { useSaid } from "./answer-said.ts";
import { AnswerBadge } from "./answer-state.tsx";
import { EmailText } from "./email.tsx";
import { LinkTo } from "./link.tsx";
import { MailTrouble, StageBadge } from "./mail-state.tsx";
import { Table } from "./table.tsx";
import { TimeText } from "./time.tsx";

/** Everybody invited: where their letter is, what they answered. */
export function GuestTable({ guests, open }: { guests: InvitationListed[]; open: boolean }) {
  const words = useMessages().invitations.pages;
  return (
    <Table
      caption={words.guests.caption}
      rows={guests}
      keyOf={({ id }) => id}
      columns={[
        { head: words.guests.who, names: true, cell: (guest) => <Who {...guest} /> },
        { head: words.guests.letter, cell: (guest) => <LetterOf {...guest} /> },
        { head: words.guests.answer, cell: (guest) => <AnswerOf {...guest} /> },
        {
          head: words.guests.act,
          cell: (guest) =>
            open && (
              <LinkTo to={paths.desk.invitationAnswer(guest)}>
                {words.guests.record}
                <span className="sr-only">: {guest.name}</span>
              </LinkTo>
            ),
        },
      ]}
    />
  );
}

function Who({ name, outletName, email, phone, bouncedAt }: InvitationListed) {
  return (
    <>
      <span className="font-semibold">{name}</span>
      {outletName && <span> · {outletName}</span>}
      <span className="block text-sm break-words text-soft">
        <EmailText email={email} />
        {phone && (
          <>
            {" · "}
            <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="whitespace-nowrap">
              {phone}
            </a>
          </>
        )}
      </span>
      <AddressBadge bouncedAt={bouncedAt} />
    </>
  );
}

function LetterOf({ mail }: InvitationListed) {
  const words = useMessages().mail;
  if (!mail) return words.noLetter;
  return (
    <>
      <StageBadge stage={mail.progress} />
      {mail.kind !== "invitation" && (
        <span className="ms-2 text-sm text-soft">{words.kinds[mail.kind]}</span>
      )}
      <MailTrouble {...mail} />
    </>
  );
}

function AnswerOf(guest: InvitationListed) {
  const { answers } = useMessages();
  const said = useSaid()(guest);
  const { substituteName, note, repliedAt, repliedVia, replyTrust, reply } = guest;
  const how = [repliedVia && answers.via[repliedVia], replyTrust && answers.trust[replyTrust]];
  return (
    <>
      <AnswerBadge answer={answerStateOf(guest)} />
      {substituteName && <span className="block">{substituteName}</span>}
      {reply && reply !== "declined" && said.length > 0 && (
        <span className="block text-sm">{said.join(" · ")}</span>
      )}
      {note && <span className="block text-sm">“{note}”</span>}
      {reply && repliedAt && (
        <span className="block text-sm text-soft">
          <TimeText at={repliedAt} /> · {how.filter(Boolean).join(", ")}
        </span>
      )}
    </>
  );
}
