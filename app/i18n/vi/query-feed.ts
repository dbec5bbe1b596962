/** The feed of an agency's questions on public record. */
export const queryFeed = {
  title: (agency: string) => `Báo chí hỏi, cơ quan trả lời: ${agency}`,
  link: "Nguồn tin Atom",
};
