import type { Words } from './words.ts'

const review =
  'Hello, and thank you for writing. You can ask for a review within 30 days of the day you received the decision. That time cannot be extended, so let us start there. Say which part you disagree with, why, and what you want instead. I cannot change the decision, but I am glad to read your text before you send it.'
const complain =
  'Hello, and thank you for telling me. You have the right to be treated well, and you may make an objection. It goes to the person in charge of the unit, who has to answer with reasons within a reasonable time, usually about a month. If you like, we write it together on the phone, with an interpreter.'

export const ENGLISH_WORDS: Words = {
  answer: {
    delay: complain,
    decision: review,
    income:
      'Hello. The most important thing first: if you have no money for food or medicine today, call the adult social work duty line of the county and ask for preventive social assistance. An urgent application has to be dealt with on the same or the next working day. Being sent from one office to the next is not your fault. I have written down who decides what, so that you can show it at the counter.',
    treatment: complain,
    child: complain,
    housing: complain,
    fees: review,
    information:
      'Hello, and thank you for your question. The authority arranges the interpreter, and it costs you nothing. Below I have written whom to ask, what to ask for in writing and how soon you should get an answer.',
  },
  draft: {
    treatment:
      'Draft objection:\n\nI was not spoken to during my own appointment and my questions were not answered. I left without knowing what had been decided.\n\nPlease tell me what was recorded, and what you will do so that this does not happen again.\n\nChange anything you would say differently. The objection is yours.',
  },
  askClient: [
    'Thank you for getting in touch. Could you send a picture of the decision, or tell me when it came? Then I can see how much time we have.',
  ],
  toClient: [
    'Hello. I called the unit and asked in general terms, without your name. They confirmed that your application is being dealt with.',
  ],
  fromClient: ['Thank you, this helped. I now have an appointment on Thursday.'],
  afterEnd: [
    'Hello again. I thought this was settled, but a new letter came yesterday. Could you look at it?',
  ],
  plan: [
    '1. Write the request for a review; three sentences are enough. 2. Send it to the address in the decision so that it arrives in time. 3. Keep a copy. Tell me when it is sent.',
  ],
  changes: ['Good, but please leave my neighbour out of it.'],
  agreed: [
    'This is what we agreed: you get a named contact person, and an interpreter is booked for every meeting. We look at it again in a month.',
  ],
  handOver: [
    'Your matter belongs to another authority. With your permission I called them; they expect your call tomorrow at nine.',
  ],
  close: [
    'Thank you. I am closing the case now. Write here if anything else comes up and I will open it again.',
  ],
  nextRemedy: [
    'The next step is a complaint to the supervisory authority. Let us go through it on the phone.',
  ],
  toComplaint: ['The answer is overdue. You may complain to the supervisory authority; it costs nothing.'],
  feedback: ['Somebody listened.'],
}
