// One script for the pages of lessons and for the pages of cases with a video of ours.

Array.from(document.querySelectorAll("[data-learning]")).forEach(followAll);
Array.from(document.querySelectorAll(".lessons")).forEach(startCourse);
