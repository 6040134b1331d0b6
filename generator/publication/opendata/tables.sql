-- The tables of library.sqlite. Texts are never NULL where they are text; days and numbers that are
-- not known are. The table of cases is made from `columns.COLUMNS`.

CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE editions (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL,
    level TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    documents TEXT NOT NULL,
    announced INTEGER,
    held INTEGER NOT NULL,
    held_demonstration INTEGER NOT NULL,
    address TEXT NOT NULL
);

CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    demonstration INTEGER NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    dated TEXT NOT NULL,
    edition TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE TABLE terms (
    vocabulary TEXT NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    aliases TEXT NOT NULL,
    description TEXT NOT NULL,
    parent TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    since INTEGER,
    cases INTEGER NOT NULL,
    cases_demonstration INTEGER NOT NULL,
    PRIMARY KEY (vocabulary, id)
);

CREATE TABLE case_fields (
    case_id TEXT NOT NULL REFERENCES cases (id),
    field TEXT NOT NULL,
    label TEXT NOT NULL,
    printed TEXT NOT NULL,
    PRIMARY KEY (case_id, field)
);

CREATE TABLE case_methods (
    case_id TEXT NOT NULL REFERENCES cases (id),
    method TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (case_id, method)
);

CREATE TABLE case_notices (
    case_id TEXT NOT NULL REFERENCES cases (id),
    notice_id TEXT NOT NULL REFERENCES notices (id),
    PRIMARY KEY (case_id, notice_id)
);

CREATE TABLE indicators (
    case_id TEXT NOT NULL REFERENCES cases (id),
    indicator TEXT NOT NULL,
    unit TEXT NOT NULL,
    measured_year INTEGER NOT NULL,
    value REAL NOT NULL,
    industry_average REAL,
    industry_best REAL,
    rank INTEGER,
    direction TEXT NOT NULL
);

CREATE TABLE texts (
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
    title TEXT NOT NULL,
    enterprise TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL
);

-- Trigrams find a word of three characters or more; pairs find one of two. No tokenizer of SQLite
-- does both, and LIKE on a trigram table takes two Chinese characters (six bytes) for enough and
-- finds nothing. A query asks both (docs/opendata.md). Single quotes around the table's name:
-- Datasette does not know the index then and offers no search box that would find half.
CREATE VIRTUAL TABLE texts_index USING fts5 (
    title, enterprise, summary, body, content='texts', tokenize='trigram'
);

CREATE VIRTUAL TABLE pairs_index USING fts5 (
    pairs, content='', detail=none, tokenize='unicode61'
);

CREATE INDEX cases_by_year ON cases (year);
CREATE INDEX cases_by_enterprise ON cases (enterprise_id);
CREATE INDEX fields_by_field ON case_fields (field);
CREATE INDEX methods_by_method ON case_methods (method);
CREATE INDEX notices_by_notice ON case_notices (notice_id);
CREATE INDEX indicators_by_case ON indicators (case_id);

CREATE VIEW real_cases AS SELECT * FROM cases WHERE demonstration = 0;

CREATE VIEW real_cases_by_year AS
SELECT year, level, count(*) AS cases FROM real_cases GROUP BY year, level;

CREATE VIEW real_cases_by_method AS
SELECT case_methods.method, case_methods.label, count(*) AS cases
FROM case_methods JOIN real_cases ON real_cases.id = case_methods.case_id
GROUP BY case_methods.method, case_methods.label;
