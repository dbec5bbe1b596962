import { Globe, Link2, MessageCircle, Share2, Video } from "lucide-react";
import type { ChannelKind } from "#app/domain/agencies/channel.ts";
import { useMessages } from "#app/i18n/use-messages.ts";

interface Shown {
  id: string;
  kind: ChannelKind;
  url: string;
  name: string;
}

const ICONS = {
  website: Globe,
  facebook: Share2,
  zalo: MessageCircle,
  youtube: Video,
  tiktok: Video,
  other: Link2,
};

/** Official channels as links that lead away; their address is shown, so that a false one can be told. */
export function ChannelList({ channels }: { channels: Shown[] }) {
  const { kinds } = useMessages().agencies.channels;
  return (
    <ul className="grid gap-3">
      {channels.map(({ id, kind, url, name }) => {
        const Icon = ICONS[kind];
        return (
          <li key={id} className="flex gap-3">
            <Icon aria-hidden="true" className="mt-1 size-5 shrink-0 text-soft" />
            <div className="min-w-0">
              <a href={url} rel="noreferrer nofollow" className="font-semibold">
                {name}
              </a>
              <p className="text-sm wrap-anywhere text-soft">
                {kinds[kind]} · {url.replace(/^https:\/\//, "").replace(/\/$/, "")}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
