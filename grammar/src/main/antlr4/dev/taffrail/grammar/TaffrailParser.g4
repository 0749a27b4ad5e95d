// The syntax of .rail files.
//
// Bodies are lists of items in any order and lists of anything that can stand there: what must come first, what
// may come once and what excludes what is checked, with better words, when the syntax tree is built. It also
// keeps every decision short: no rule needs to look past an expression to know where it is.
parser grammar TaffrailParser;

options { tokenVocab = TaffrailLexer; }

// ───────────── where parsing starts ─────────────
policyFile: topLevel* EOF;

singleExpression: expr EOF;

statements: statement* EOF;

// ───────────── file ─────────────
topLevel: annotation* (header | declaration) | SKIPPED;

header
    : EDITION INT                          # editionHeader
    | MODULE qualifiedName (VERSION string)? # moduleHeader
    | USE KUBERNETES string                # useHeader
    | IMPORT SCHEMA string AS ident        # importSchemaHeader
    | IMPORT qualifiedName (AS ident)?     # importHeader
    ;

annotation: AT_SIGN qualifiedName arguments?;

declaration
    : policy
    | parameter
    | function
    | externalFunction
    | foreignFunction
    | typeAlias
    | enumeration
    | extension
    | index
    | let
    | waiver
    | enforcement
    | test
    ;

// ───────────── policies, mutations, generators ─────────────
policy: (POLICY | MUTATION | GENERATOR) ident LBRACE item* RBRACE;

item: annotation* parameter | metadata | target | when | namedRule | statement;

metadata: ident COLON expr;

parameter: PARAM ident COLON type (ASSIGN expr)? (WHERE expr)?;

target: TARGET ident COLON type ONLY? (ON ident (COMMA ident)*)?;

when: WHEN expr;

namedRule: RULE ident LBRACE ruleItem* RBRACE;

ruleItem: metadata | statement;

// ───────────── statements ─────────────
statement: let | forEach | ifStatement | check | change | SKIPPED;

let: LET ident (COLON type)? ASSIGN expr;

forEach: FOR EACH ident (COMMA ident)? IN expr (WHERE expr)? block;

ifStatement: IF (LET ident ASSIGN)? expr block (ELSE (block | ifStatement))?;

check: (REQUIRE | FORBID) expr checkTail*;

checkTail
    : MESSAGE string   # messageTail
    | AT place         # atTail
    | SEVERITY ident   # severityTail
    ;

change
    : SET place ASSIGN expr
    | DEFAULT place ASSIGN expr
    | ADD expr TO place
    | REMOVE place (WHERE expr)?
    | CREATE type NAMED expr (NAMESPACE expr)? SYNCED? record
    ;

block: LBRACE statement* RBRACE;

place: ident placeStep*;

placeStep: DOT name | LBRACKET expr RBRACKET;

// ───────────── other declarations ─────────────
function
    : PRIVATE? FN ident LPAREN functionParameters? RPAREN ARROW type
      (ASSIGN expr | LBRACE let* RETURN expr RBRACE)
    ;

functionParameters: functionParameter (COMMA functionParameter)*;

functionParameter: ident COLON type;

externalFunction
    : EXTERNAL FN ident LPAREN functionParameters? RPAREN ARROW type FROM PROVIDER string option*
    ;

foreignFunction
    : FOREIGN FN ident LPAREN functionParameters? RPAREN ARROW type FROM (WASM | JS) string option*
    ;

option: ident COLON expr;

typeAlias: TYPE ident ASSIGN type (WHERE expr)?;

enumeration: ENUM ident LBRACE ident (COMMA ident)* COMMA? RBRACE;

extension: EXTEND type AS ident LBRACE member* RBRACE;

member: ident COLON type ASSIGN expr | SKIPPED;

index: INDEX ident OF type ONLY? ident (WHERE expr)? BY expr;

waiver: WAIVE qualifiedName (SLASH ident)? FOR type string UNTIL DATE REASON string option*;

enforcement: ENFORCE qualifiedName LBRACE enforcementLine+ RBRACE;

enforcementLine: (DENY | WARN | AUDIT | OFF) (WHEN expr)? | option | SKIPPED;

test: TEST string FOR qualifiedName LBRACE testStatement* RBRACE;

testStatement
    : let
    | GIVEN expr
    | USING record
    | EXPECT expectation
    | SKIPPED
    ;

expectation: PASS | SKIP_ | ERROR | VIOLATION expectationTail* | RESULT expr;

expectationTail: AT string | SAYING string | OF ident | TIMES INT;

// ───────────── types ─────────────
type: optionalType (PIPE optionalType)*;

optionalType: simpleType QUESTION?;

simpleType
    : qualifiedName (LESS type (COMMA type)* GREATER)?       # namedType
    | LBRACE (fieldType (COMMA fieldType)* COMMA?)? RBRACE   # recordType
    | string                                                 # literalType
    | HOLE                                                   # typeHole
    ;

fieldType: name QUESTION? COLON type (ASSIGN expr)?;

// ───────────── expressions ─────────────
expr
    : IF expr THEN expr ELSE expr   # conditional
    | logic (IMPLIES logic)?        # implication
    ;

logic
    : NOT logic         # negation
    | logic AND logic   # conjunction
    | logic OR logic    # disjunction
    | comparison        # noLogic
    ;

comparison: range (comparator range | IS isTest)?;

comparator
    : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
    | NOT? IN | NOT? MATCHES | CONTAINS | STARTS_WITH | ENDS_WITH
    ;

isTest: SET | UNSET | NOT? EMPTY | type;

range: operand (RANGE operand)?;

operand
    : MINUS operand                                    # minus
    | operand op=(STAR | SLASH | PERCENT_SIGN) operand # product
    | operand op=(PLUS | MINUS) operand                # sum
    | operand COALESCE operand                         # coalesce
    | converted                                        # simple
    ;

// Nothing but an operator follows the type: in `x as a.b` the dot belongs to the type, and `(x as T).b` says otherwise.
converted: chain (AS QUESTION? simpleType)?;

chain
    : chain DOT name arguments?      # access
    | chain LBRACKET expr RBRACKET   # element
    | chain BANG                     # must
    | chain WITH record              # update
    | primary                        # beginning
    ;

arguments: LPAREN (argument (COMMA argument)*)? RPAREN;

argument: (ident COLON)? expr;

primary
    : literal
    | string
    | list
    | record
    | comprehension
    | matchExpr
    | ident arguments?
    | LPAREN expr RPAREN
    | HOLE
    ;

comprehension: quantifier clause (COMMA clause)* (WHERE logic)? LBRACE expr (COLON expr)? RBRACE;

clause
    : ident (COMMA ident)? IN range   # generatorClause
    | LET ident ASSIGN operand        # bindingClause
    ;

quantifier
    : ALL | ANY | NONE | ONE | COUNT | FIRST | UNIQUE | FILTER | MAP | SET | DICT | SUM | MIN | MAX | GROUP | SORT
    | CLOSURE
    ;

matchExpr: MATCH expr LBRACE arm (COMMA arm)* COMMA? RBRACE;

arm: pattern (PIPE pattern)* FAT_ARROW expr;

pattern: literal | string | ident | UNDERSCORE;

list: LBRACKET (expr (COMMA expr)* COMMA?)? RBRACKET;

record: LBRACE (field (COMMA field)* COMMA?)? RBRACE;

field
    : (name | string) COLON expr   # keyField
    | ELLIPSIS expr                # spreadField
    ;

// ───────────── literals and names ─────────────
literal: INT | DECIMAL | QUANTITY | DURATION | PERCENT | DATE | tagged | TRUE | FALSE;

tagged: TAG_OPEN RAW_TEXT* (TAG_CLOSE | LINE_END) | TAG_BLOCK_OPEN RAW_TEXT* TAG_BLOCK_CLOSE;

string: QUOTE_OPEN part* (QUOTE_CLOSE | LINE_END) | BLOCK_OPEN part* BLOCK_CLOSE;

part: TEXT | ESCAPE | DOUBLE_BRACE | SINGLE_BRACE | HOLE_OPEN expr RBRACE;

qualifiedName: ident (DOT name)*;

// Behind a dot and as the key of a record every word is a name.
name
    : ident
    | ALL | AND | ANY | AS | CONTAINS | EACH | ELSE | EMPTY | ENDS_WITH | ENUM | EXTEND | EXTERNAL | FALSE | FN | FOR
    | FORBID | FOREIGN | GENERATOR | IF | IMPLIES | IMPORT | IN | IS | LET | MATCH | MATCHES | MUTATION | NONE | NOT | OR
    | PARAM | REQUIRE | RETURN | SET | STARTS_WITH | THEN | TRUE | UNSET | WAIVE | WHEN | WHERE | WITH
    ;

ident
    : IDENT | QUOTED
    | ADD | AT | AUDIT | BY | CLOSURE | COUNT | CREATE | DEFAULT | DENY | DICT | EDITION | ENFORCE | ERROR | EXPECT | FILTER
    | FIRST | FROM | GIVEN | GROUP | INDEX | JS | KUBERNETES | MAP | MAX | MESSAGE | MIN | MODULE | NAMED | NAMESPACE | OF
    | OFF | ON | ONE | ONLY | PASS | POLICY | PRIVATE | PROVIDER | REASON | REMOVE | RESULT | RULE | SAYING | SCHEMA
    | SEVERITY | SKIP_ | SORT | SUM | SYNCED | TARGET | TEST | TIMES | TO | TYPE | UNIQUE | UNTIL | USE | USING | VERSION
    | VIOLATION | WARN | WASM
    ;
