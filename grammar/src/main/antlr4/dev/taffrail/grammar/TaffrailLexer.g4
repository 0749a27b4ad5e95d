// Tokens of .rail files.
//
// A text ("…" or """…""") is not one token: its holes {…} are ordinary tokens between pieces of text, so that
// texts nest in holes. Every `{` enters the default mode anew and every `}` leaves it, which is how the `}` of
// a record inside a hole is told from the one that ends the hole.
lexer grammar TaffrailLexer;

channels { DOCUMENTATION }

// Not produced by a rule: the parser's error recovery puts them where something could not be read.
tokens { HOLE, SKIPPED }

// ───────────── words that are names wherever a name is possible ─────────────
ADD: 'add';
AT: 'at';
AUDIT: 'audit';
BY: 'by';
CLOSURE: 'closure';
COUNT: 'count';
CREATE: 'create';
DEFAULT: 'default';
DENY: 'deny';
DICT: 'dict';
EDITION: 'edition';
ENFORCE: 'enforce';
ERROR: 'error';
EXPECT: 'expect';
FILTER: 'filter';
FIRST: 'first';
FROM: 'from';
GIVEN: 'given';
GROUP: 'group';
INDEX: 'index';
JS: 'js';
KUBERNETES: 'kubernetes';
MAP: 'map';
MAX: 'max';
MESSAGE: 'message';
MIN: 'min';
MODULE: 'module';
NAMED: 'named';
NAMESPACE: 'namespace';
OF: 'of';
OFF: 'off';
ON: 'on';
ONE: 'one';
ONLY: 'only';
PASS: 'pass';
POLICY: 'policy';
PRIVATE: 'private';
PROVIDER: 'provider';
REASON: 'reason';
REMOVE: 'remove';
RESULT: 'result';
RULE: 'rule';
SAYING: 'saying';
SCHEMA: 'schema';
SEVERITY: 'severity';
SKIP_: 'skip';
SORT: 'sort';
SUM: 'sum';
SYNCED: 'synced';
TARGET: 'target';
TEST: 'test';
TIMES: 'times';
TO: 'to';
TYPE: 'type';
UNIQUE: 'unique';
UNTIL: 'until';
USE: 'use';
USING: 'using';
VERSION: 'version';
VIOLATION: 'violation';
WARN: 'warn';
WASM: 'wasm';

// ───────────── words that are names only behind a dot and as the key of a record ─────────────
ALL: 'all';
AND: 'and';
ANY: 'any';
AS: 'as';
CONTAINS: 'contains';
EACH: 'each';
ELSE: 'else';
EMPTY: 'empty';
ENDS_WITH: 'endsWith';
ENUM: 'enum';
EXTEND: 'extend';
EXTERNAL: 'external';
FALSE: 'false';
FN: 'fn';
FOR: 'for';
FORBID: 'forbid';
FOREIGN: 'foreign';
GENERATOR: 'generator';
IF: 'if';
IMPLIES: 'implies';
IMPORT: 'import';
IN: 'in';
IS: 'is';
LET: 'let';
MATCH: 'match';
MATCHES: 'matches';
MUTATION: 'mutation';
NONE: 'none';
NOT: 'not';
OR: 'or';
PARAM: 'param';
REQUIRE: 'require';
RETURN: 'return';
SET: 'set';
STARTS_WITH: 'startsWith';
THEN: 'then';
TRUE: 'true';
UNSET: 'unset';
WAIVE: 'waive';
WHEN: 'when';
WHERE: 'where';
WITH: 'with';

UNDERSCORE: '_';

// ───────────── literals ─────────────
DATE: D D D D '-' D D '-' D D ('T' D D ':' D D (':' D D)? 'Z')?;
DURATION: (D+ ('ms' | 's' | 'min' | 'h' | 'd' | 'w'))+;
QUANTITY: D+ ('.' D+)? ('n' | 'u' | 'm' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E' | 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei');
PERCENT: D+ ('.' D+)? '%';
DECIMAL: D+ '.' D+;
INT: D [0-9_]*;

TAG_BLOCK_OPEN: TAG '"""' -> pushMode(RAW_BLOCK);
TAG_OPEN: TAG '"' -> pushMode(RAW);
BLOCK_OPEN: '"""' -> pushMode(BLOCK);
QUOTE_OPEN: '"' -> pushMode(LINE);

IDENT: [a-zA-Z_] [a-zA-Z0-9_]*;
QUOTED: '`' ~[`\r\n]+ '`';

// ───────────── punctuation ─────────────
LBRACE: '{' -> pushMode(DEFAULT_MODE);
RBRACE: '}' -> popMode;
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
COLON: ':';
ELLIPSIS: '...';
RANGE: '..';
DOT: '.';
FAT_ARROW: '=>';
ARROW: '->';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
COALESCE: '??';
QUESTION: '?';
BANG: '!';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT_SIGN: '%';
PIPE: '|';
AT_SIGN: '@';

// ───────────── between the tokens ─────────────
DOC: '///' (~[/\r\n] ~[\r\n]*)? -> channel(DOCUMENTATION);
COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
NEWLINE: ('\r'? '\n' | '\r') -> channel(HIDDEN);
SPACE: [ \t]+ -> channel(HIDDEN);

// ───────────── what is written by mistake ─────────────
// No rule of the parser uses these: each is reported with its cure and replaced by what was meant.
BLOCK_COMMENT_UNCLOSED: '/*' (~'*' | '*'+ ~[*/])* '*'*;
MALFORMED_DATE: D D D D '-' D D '-' D D [0-9a-zA-Z] [0-9a-zA-Z:+]*;
MALFORMED_NUMBER: D [0-9a-zA-Z_]* ('.' D [0-9a-zA-Z_]*)*;
FOREIGN_WORD: [a-zA-Z0-9_\p{L}\p{M}\p{N}\p{Cf}\uD800-\uDFFF]+;
SINGLE_QUOTED: '\'' ~['\r\n]* '\'';
CURLY_QUOTED: [\u201C\u201D\u201E] ~["\u201C\u201D\u201E\r\n]* [\u201C\u201D];
AND_AND: '&&';
OR_OR: '||';
SEMICOLON: ';';
TRIPLE_EQUAL: '===';
UNKNOWN: .;

fragment D: [0-9];
fragment TAG:
    're' | 'glob' | 'cidr' | 'ip' | 'semver' | 'image' | 'selector' | 'quantity' | 'path' | 'yaml' | 'json' | 'file' | 'broken';

// ───────────── "text {hole} text" ─────────────
mode LINE;
QUOTE_CLOSE: '"' -> popMode;
HOLE_OPEN: '{' -> pushMode(DEFAULT_MODE);
TEXT: ~["\\{}\r\n]+;
ESCAPE: '\\' ('u{' [0-9a-fA-F]* '}' | ~[\r\n])?;
DOUBLE_BRACE: '{{' | '}}';
SINGLE_BRACE: '}';
LINE_END: ('\r'? '\n' | '\r') -> popMode;

// ───────────── """text {hole} text""" ─────────────
mode BLOCK;
BLOCK_CLOSE: '"""' -> popMode;
BLOCK_HOLE_OPEN: '{' -> type(HOLE_OPEN), pushMode(DEFAULT_MODE);
BLOCK_TEXT: (~["\\{}]+ | '"' '"'?) -> type(TEXT);
BLOCK_ESCAPE: '\\' ('u{' [0-9a-fA-F]* '}' | .)? -> type(ESCAPE);
BLOCK_DOUBLE_BRACE: ('{{' | '}}') -> type(DOUBLE_BRACE);
BLOCK_SINGLE_BRACE: '}' -> type(SINGLE_BRACE);

// ───────────── re"text": no holes, no escapes ─────────────
mode RAW;
TAG_CLOSE: '"' -> popMode;
RAW_TEXT: ~["\r\n]+;
RAW_LINE_END: ('\r'? '\n' | '\r') -> type(LINE_END), popMode;

mode RAW_BLOCK;
TAG_BLOCK_CLOSE: '"""' -> popMode;
RAW_BLOCK_TEXT: (~'"'+ | '"' '"'?) -> type(RAW_TEXT);
