import type { Messages } from "../messages.ts";

export const common: Messages["common"] = {
  product: "Phát Ngôn",
  tagline: "Spokespersons and press meetings of Vietnamese local government",
  demoLabel: "Sample data",
  demoNotice: "Sample data: no person, newsroom or meeting shown here is real.",
  skipToContent: "Skip to content",
  language: { other: "Tiếng Việt" },
  display: {
    label: "Display",
    smaller: "Smaller text",
    normal: "Normal text",
    larger: "Larger text",
    contrast: "High contrast",
  },
  required: "required",
  optional: "optional",
  save: "Save",
  cancel: "Cancel",
  back: "Back",
  search: "Search",
  filter: "Filter",
  copy: "Copy",
  copied: "Copied",
  pager: {
    label: "Pages",
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: "Previous page",
    next: "Next page",
  },
  problems: {
    "not-after-first": "The last one must be nearer to the start than the first.",
    required: "Please fill this in.",
    "too-long": (limit) =>
      `Too long: ${limit.toLocaleString("en-GB")} characters at most. What you typed is still here.`,
    "not-an-email": "This is not an e-mail address (such as name@office.gov.vn) on one line.",
    "not-a-day": "There is no such day. Please write it like 25/11/2026.",
    "not-a-count": "Please write a whole number above 0, such as 120.",
    "not-a-time": "There is no such time. Please write it like 08:30 25/11/2026.",
    "not-a-url": "This is not a web address (it begins with https://).",
    "not-a-choice": "Please choose one of the options.",
    "not-a-phone": "A telephone number has digits, spaces, dots, brackets and a plus sign only.",
    "line-break": "This takes one line only.",
    form: "Not saved yet. Please look at the marked fields; what you typed is still here.",
  },
  errors: {
    400: { title: "Not understood", text: "The address or what was sent is malformed." },
    403: {
      title: "Not allowed",
      text: "This account may not do that, or the request came from another site's page.",
    },
    404: {
      title: "Not found",
      text: "This page does not exist, has moved, or is not yours to see.",
    },
    405: { title: "Not possible", text: "This address does not take that kind of request." },
    409: {
      title: "No longer possible",
      text: "Things have changed. Please reload the page and look again.",
    },
    413: {
      title: "Too large",
      text: "Nothing was saved. Press Back in the browser: what you typed is still there; shorten it and send it again.",
    },
    429: { title: "Too many requests", text: "Please wait a minute and try again." },
    500: {
      title: "Something went wrong on our side",
      text: "It has been recorded. What you just did was not saved; please try again in a few minutes.",
    },
    503: { title: "Not ready", text: "The system is starting. Please try again in a few seconds." },
    home: "Back to search",
  },
};
