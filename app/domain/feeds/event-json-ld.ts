import { DateTime } from "luxon";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { publicPage } from "../agencies/agency.ts";
import { phaseOf } from "../meetings/meeting.ts";
import type { PublicMeeting } from "../meetings/meeting-lists.server.ts";

interface Shown {
  origin: string;
  language: Language;
  words: Messages;
}

const STATUS = {
  cancelled: "EventCancelled",
  postponed: "EventPostponed",
  rescheduled: "EventRescheduled",
};

/**
 * A meeting as search engines read it (schema.org `Event`). That one can join online is said, and the page named where
 * an invited journalist learns how: the way in itself is nobody else's.
 */
export function eventJsonLd(meeting: PublicMeeting, { origin, language, words }: Shown) {
  const url = origin + localised(language, paths.meeting(meeting));
  const phase = phaseOf(meeting);
  const status = STATUS[phase as keyof typeof STATUS] ?? "EventScheduled";
  const { spokespersonName, spokespersonPosition, rescheduledFrom, zone } = meeting;
  const agency = { ...meeting, id: meeting.agencyId, kind: meeting.agencyKind };
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": url,
    name: words.invitations.letters.title(words.meetings.kinds[meeting.kind], meeting.subject),
    url,
    inLanguage: "vi",
    startDate: withOffset(meeting.startsAt, zone),
    endDate: withOffset(meeting.endsAt, zone),
    eventStatus: `https://schema.org/${status}`,
    ...(phase === "rescheduled" &&
      rescheduledFrom && { previousStartDate: withOffset(rescheduledFrom, zone) }),
    eventAttendanceMode: `https://schema.org/${attendanceMode(meeting)}`,
    location: locationsOf(meeting, url),
    organizer: {
      "@type": "GovernmentOrganization",
      name: language === "en" ? meeting.agencyNameEn : meeting.agencyName,
      url: origin + localised(language, publicPage(agency)),
    },
    ...(spokespersonName && {
      performer: {
        "@type": "Person",
        name: spokespersonName,
        ...(spokespersonPosition && { jobTitle: spokespersonPosition }),
      },
    }),
    ...(meeting.description && { description: meeting.description }),
    ...(meeting.venueCapacity !== null && { maximumAttendeeCapacity: meeting.venueCapacity }),
  };
}

function attendanceMode({ venue, isOnline }: PublicMeeting): string {
  if (!isOnline) return "OfflineEventAttendanceMode";
  return venue ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
}

function locationsOf(meeting: PublicMeeting, url: string) {
  const { venue, isOnline, mapUrl, provinceName, provinceType } = meeting;
  const region = provinceName && `${provinceType} ${provinceName}`;
  const place = venue && {
    "@type": "Place",
    name: venue,
    address: {
      "@type": "PostalAddress",
      streetAddress: venue,
      ...(region && { addressRegion: region }),
      addressCountry: "VN",
    },
    ...(mapUrl && { hasMap: mapUrl }),
  };
  const online = isOnline && { "@type": "VirtualLocation", url };
  const both = [place, online].filter(Boolean);
  return both.length === 1 ? both[0] : both;
}

/** 2026-11-25T08:30:00+07:00 */
function withOffset(moment: Moment, zone: string): string {
  const time = DateTime.fromISO(moment, { zone });
  return time.toISO({ suppressMilliseconds: true }) as string;
}
