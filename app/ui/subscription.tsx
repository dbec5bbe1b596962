import type { ReactNode } from "react";
import { fullNameInEnglish } from "#app/domain/areas/area.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Language, Moment } from "#db/tables.ts";
import { Button } from "./button.tsx";
import { Card, Facts } from "./card.tsx";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page-title.tsx";

interface Shown {
  token: string;
  name: string;
  email: string;
  language: Language;
  unsubscribedAt: Moment | null;
  province: { type: string; name: string; nameEn: string };
}

/** Whether one gets invitations, and the button for the other: in the journalist's language, in English under /en. */
export function Subscription({
  subscription,
  refused,
  cameBack,
}: {
  subscription: Shown | undefined;
  refused?: boolean;
  cameBack?: boolean;
}) {
  const read = useLanguage();
  const to = useLocalised();
  const language = read === "en" ? "en" : (subscription?.language ?? read);
  const words = messagesIn(language).press.subscription;
  if (!subscription)
    return (
      <Page language={language} title={words.unknownTitle}>
        <p>{words.unknown}</p>
      </Page>
    );

  const { token, name, email, unsubscribedAt, province } = subscription;
  const place =
    language === "en" ? fullNameInEnglish(province) : `${province.type} ${province.name}`;
  const action = unsubscribedAt ? paths.resubscription({ token }) : paths.unsubscribe({ token });
  const title = unsubscribedAt ? words.stoppedTitle : cameBack ? words.backTitle : words.title;
  return (
    <Page language={language} title={title}>
      {refused && <Notice tone="problem">{words.tooMany}</Notice>}
      {unsubscribedAt && <Notice tone="success">{words.stopped}</Notice>}
      {!unsubscribedAt && cameBack && <Notice tone="success">{words.back}</Notice>}
      <Card>
        <Facts
          facts={[
            [
              words.who,
              <>
                {name} <span className="break-all text-soft">{`(${email})`}</span>
              </>,
            ],
            [words.from, words.office(place)],
            [words.what, words.letters(place)],
          ]}
        />
      </Card>
      <p className="mb-6">{words.stillSent}</p>
      <form method="post" action={to(action)}>
        <Button tone={unsubscribedAt || cameBack ? "plain" : "primary"}>
          {unsubscribedAt ? words.again : words.stop}
        </Button>
      </form>
    </Page>
  );
}

function Page({
  language,
  title,
  children,
}: {
  language: Language;
  title: string;
  children: ReactNode;
}) {
  return (
    <div lang={language} className="max-w-2xl">
      <PageTitle>{title}</PageTitle>
      {children}
    </div>
  );
}
