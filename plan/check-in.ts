/** What a group is asked around its meeting: which items, the card that shows them, the form that asks. */
export { type AskedItem, askedItems, isCheckInOpen } from './check-in/asked-items.ts';
export { buildCheckIn } from './check-in/build-check-in.ts';
export { buildQuestions } from './check-in/questions.ts';
