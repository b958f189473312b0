import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const read = questionReader(courseKnowledge());

test.each(`
can somebody lend me a charger
what's the wifi password in the library
who's coming to the party on friday
did anyone see my umbrella
i missed the bus again
is the cafeteria open on sundays
happy birthday maria
anyone want to grab coffee
my internet keeps dropping
how do I reset my email account
what should I name my puppy
where do I pay tuition
is there class on thanksgiving
how many pages should the essay be
which dorm is the quietest
who is teaching organic chemistry
how do vaccines work
what causes earthquakes
when did the roman empire collapse
name all planets
convert 12 miles to kilometres
what's the square root of a banana
how do I peel a mango
best noodles in town?
can dogs eat grapes
what year was the telephone invented
sing me a song
write a haiku about autumn
tell me a bedtime story
what's your favourite colour
do you sleep
do you have feelings
roses are red
knock knock
brb
haha nice one
see you tomorrow
congrats to the basketball team
how do I delete my facebook
which phone has the best camera
my roommate snores
is it raining outside
how do I get to the airport
flights to lisbon in june
what's the tallest building in dubai
who painted the mona lisa
who wrote hamlet
what does the fox say
how long do turtles live
can you order me a pizza
what's the plot of inception
how do I tie a tie
how to remove a coffee stain
write a javascript function that reverses a string
fix my printer
what is the population of brazil
how do I renew my passport
where can I buy concert tickets
is there life on mars
how do I learn to swim
`.trim().split("\n"))("general chat is not read confidently: %s", (chat) => {
  expect(read(chat).kind).not.toBe("confident");
});
