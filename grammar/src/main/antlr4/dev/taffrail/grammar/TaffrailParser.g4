parser grammar TaffrailParser;

options { tokenVocab = TaffrailLexer; }

policyFile: NAME* EOF;
