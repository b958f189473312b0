/** What a course's staff can answer once for all: each with its name for people and the words by which it is asked for. */
export const courseMatters = [
  { id: "collaboration", name: "Working together", words: /\b(?:collaborat\w*|work(?:ing)? (?:together|with)|with (?:a |my )?(?:friend|classmate|partner)s?|together|in (?:a )?(?:group|team|pair)s?|group ?work|share (?:my )?(?:code|answers?)|plagiari\w*|chat ?gpt|use (?:of )?ai|honou?r code)\b/u },
  { id: "late-work", name: "Late work", words: /\b(?:late|extensions?|overdue|miss(?:ed|ing)? (?:the |a )?(?:deadline|check|class|quiz|homework)|make ?-?up|sick|excused?)\b/u },
  { id: "office-hours", name: "Office hours", words: /\b(?:office hours?|(?:talk|speak|meet|reach|contact|e-?mail|find) (?:to |with )?(?:the |my |our )?(?:prof\w*|instructor|teacher|ta|tas|staff|lecturer)|ta (?:hours?|session)|tutorials?|help session)\b/u },
  { id: "grading", name: "Grading", words: /\b(?:grad(?:e|es|ed|ing)|points?|curve[ds]?|weight(?:s|ed)?|percent of|pass(?:ing)?|count(?:s|ed)? (?:for|toward))\b/u },
  { id: "exam", name: "Exam", words: /\b(?:exams?|midterms?|mid-term|finals?|test dates?|quiz(?:zes)?|cheat ?sheet|open[- ]book)\b/u },
  { id: "deadlines", name: "Deadlines", words: /\b(?:due|deadlines?|when (?:is|are|do|does) .*\b(?:homework|assignment|problem set|pset|project|check)s?\b|hand(?:ed)? in|submit\w*|submission)\b/u },
  { id: "syllabus", name: "Syllabus", words: /\b(?:syllabus|schedule|reading list|textbook|book do|office|room|where is (?:the )?(?:class|lecture)|lectures?|recordings?|slides|what time)\b/u },
  { id: "crisis", name: "Help in a crisis", words: /(?!)/u },
] as const;

export type CourseMatter = (typeof courseMatters)[number]["id"];

/** The matter that a question about the course is of, by its words; null for none of them. */
export const matterOf = (text: string): CourseMatter | null => courseMatters.find(({ words }) => words.test(text))?.id ?? null;
