import type { Messages } from "../messages.ts";

export const documents: Messages["documents"] = {
  file: "Document file",
  fileHint: "PDF, Word (.docx), Excel (.xlsx) or a picture, 20 MB at most.",
  pressFileHint:
    "PDF, Word (.docx), Excel (.xlsx), PNG or JPEG pictures, plain text (.txt) or WebVTT (.vtt) in UTF-8, MP3 sound, MP4 video; no more than 20 MB.",
  problems: {
    "file-too-large":
      "The file is larger than 20 MB. Please compress it, or scan it at a lower resolution.",
    "file-empty": "This file is empty.",
    "file-unknown-type":
      "This file is not a PDF, Word (.docx) or Excel (.xlsx) file, nor a PNG or JPEG picture. Renaming a file does not change what it holds; please export it as a PDF.",
    "file-not-utf8": "This text file is not in UTF-8. Please save it as UTF-8 and send it again.",
    "file-bomb":
      "This compressed file would unpack to an unreasonable size and was not taken. Please export it as a PDF and send that.",
    "file-macro":
      "This file holds macros or an embedded program. Please save it without them, best as a PDF.",
  },
};
