// The client asks its server by `fetch`, and says failures in English to the console. This stands
// between: what the server says is made harmless, and every failure is told to the reader.

const PATIENCE = 15000; // milliseconds that a list may take

function inTime(asking) {
  return Promise.race([asking, new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), PATIENCE);
  })]);
}

// The text of a comment that is on its way, as it was typed; any other body as it is.
function outgoing(options) {
  try {
    const body = JSON.parse(options.body);
    if (typeof body.comment !== "string") return options;
    return Object.assign({}, options, { body: JSON.stringify(Object.assign(body, { comment: asTyped(body.comment) })) });
  } catch (malformed) {
    return options;
  }
}

function isList(asked) {
  return /\/api\/comment\?path=/.test(asked);
}

// Raises an error for an answer that the client would stumble over.
function checked(asked, answer) {
  if (!answer || typeof answer !== "object") throw new Error("malformed");
  if (!isList(asked)) return answer;
  if (answer.errno || !answer.data || !Array.isArray(answer.data.data)) throw new Error("malformed");
  return answer;
}

// `tell` hears "listed", "failed", "sent" or "waiting". What an error says, the client shows.
function guard(server, words, tell) {
  const ask = window.fetch.bind(window);
  const writing = (asked, options) => ask(asked, outgoing(options)).then((answer) => {
    if (answer.status === 401) throw new TypeError(words.login);
    if (!answer.ok) throw new TypeError(words.unsent);
    return answer.json();
  }, () => {
    throw new TypeError(words.unsent);
  }).then((answer) => {
    if (!answer.errno && options.method === "POST") tell(answer.data && answer.data.status === "waiting" ? "waiting" : "sent");
    return answer;
  });
  const reading = (asked, options) => inTime(ask(asked, options)).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then((answer) => {
    checked(asked, answer);
    if (isList(asked)) tell("listed");
    return answer;
  }).catch((error) => {
    if (error.name !== "AbortError" && isList(asked)) tell("failed");
    throw error;
  });
  window.fetch = (asked, options) => {
    if (!String(asked).startsWith(`${server}/`)) return ask(asked, options);
    const isWriting = options && options.method && options.method !== "GET";
    return (isWriting ? writing : reading)(asked, options)
      .then((answer) => new Response(JSON.stringify(harmless(answer, words.picture))));
  };
}
