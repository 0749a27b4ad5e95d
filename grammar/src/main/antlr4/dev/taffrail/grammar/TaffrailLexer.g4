lexer grammar TaffrailLexer;

NAME: [a-z]+;
SPACE: [ \t\r\n]+ -> skip;
