/** What is said of answers that are no place: departments, and people on the public list. */
export const search = {
  headSpeaks: (department: string) =>
    `Theo quy định, người đứng đầu cơ quan là người phát ngôn: người đứng đầu ${department}.`,
};
