package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTest {
  private static Case.Fields fields(String json) throws JsonProcessingException {
    return new Case.Fields(new ObjectMapper().readTree(json));
  }

  private static List<String> values(String cell, String json) throws JsonProcessingException {
    var fields = fields(json);
    return Parameter.list(cell).stream()
        .flatMap(p -> p.in(fields).stream())
        .map(v -> v.name() + "=" + v.valueSource().text())
        .toList();
  }

  @Test
  void blanksSeparateUnlessTheyBelongToAValue() {
    assertEquals(
        List.of(
            new Parameter("a", "[x, y]"),
            new Parameter("b", "\"p q\""),
            new Parameter("std.m/p.c", "{k: [v, w]}")),
        Parameter.list("a=[x, y]  b=\"p q\" std.m/p.c={k: [v, w]}"));
    assertThrows(IllegalArgumentException.class, () -> Parameter.list("a=[x"));
    assertThrows(IllegalArgumentException.class, () -> Parameter.list("a"));
  }

  @Test
  void fieldsOfTheCaseAreValues() throws JsonProcessingException {
    String json = "{\"params\": {\"list\": [\"x\", 1], \"none\": null}, \"v\": \"v1.29\"}";
    assertEquals(List.of("a=[\"x\",1]"), values("a=$params.list b=$params.none c=$no.such", json));
    assertEquals(List.of("a=\"1.29\""), values("a=$v:version", json));
    assertEquals(List.of("a=\"x\""), values("a=$params.list:first", json));
    assertEquals(List.of("a=[{\"key\":\"x\"},{\"key\":1}]"), values("a=$params.list:names", json));
    assertThrows(IllegalArgumentException.class, () -> values("a=$v:unheard", json));
  }

  @Test
  void namesOfFieldsMayHaveDots() throws JsonProcessingException {
    String json = "{\"params\": {\"data.k8s.version\": \"1.29.0\"}}";
    assertEquals(List.of("a=\"1.29.0\""), values("a=$params.data.k8s.version:version", json));
    assertEquals(List.of(), values("a=$params.data.k8s", json));
  }

  @Test
  void patternsMayHaveACondition() throws JsonProcessingException {
    var pattern = Pattern.of("std.a/b{params.kind=x}");
    assertEquals("std.a/b", pattern.text());
    assertTrue(pattern.applies(fields("{\"params\": {\"kind\": [\"y\", \"x\"]}}")));
    assertTrue(pattern.applies(fields("{\"params\": {\"kind\": \"x\"}}")));
    assertFalse(pattern.applies(fields("{\"params\": {\"kind\": [\"y\"]}}")));
    assertFalse(pattern.applies(fields("{}")));
    assertTrue(Pattern.of("std.a/b{x}").applies(fields("{\"x\": 1}")));
    assertFalse(Pattern.of("std.a/b{x}").applies(fields("{\"x\": null}")));
    assertTrue(Pattern.of("std.a/b{!x}").applies(fields("{}")));
    assertFalse(Pattern.of("std.a/b{!x}").applies(fields("{\"x\": 1}")));
    assertTrue(Pattern.of("std.a/b{x!=1}").applies(fields("{}")));
    assertTrue(Pattern.of("std.a/b{x!=1}").applies(fields("{\"x\": 2}")));
    assertFalse(Pattern.of("std.a/b{x!=1}").applies(fields("{\"x\": 1}")));
    assertThrows(IllegalArgumentException.class, () -> Pattern.of("std.a/b{x"));
  }

  private static String translated(String translator, String json) throws JsonProcessingException {
    return Translator.named(translator)
        .translate(new ObjectMapper().readTree(json))
        .map(Object::toString)
        .orElse("nothing");
  }

  @Test
  void translatorsWriteWhatOthersWriteInOtherWays() throws JsonProcessingException {
    assertEquals(
        "[\"a.io\",\"docker.io/team\",\"docker.io/library/team\",\"b.io/x\"]",
        translated("prefixes", "[\"a.io/*\", \"team/\", \"b.io/x\", \"*\"]"));
    assertEquals("[\"docker.io\"]", translated("prefixes", "\"docker.io/*\""));
    assertEquals("nothing", translated("quantity", "\"-1\""));
    assertEquals("\"1Gi\"", translated("quantity", "\"1Gi\""));
    assertEquals(
        "[\"10.0.0.1/32\",\"10.0.0.0/8\",\"::1/128\"]",
        translated("addresses", "[\"10.0.0.1\", \"10.0.0.0/8\", \"::1\"]"));
    assertEquals("2", translated("least", "[5, 2, 3]"));
    assertEquals("nothing", translated("ranges", "{\"rule\": \"RunAsAny\", \"ranges\": []}"));
    assertEquals(
        "[{\"min\":1}]",
        translated("ranges", "{\"rule\": \"MustRunAs\", \"ranges\": [{\"min\": 1}]}"));
    assertEquals(
        "[{\"key\":\"a\",\"pattern\":\".*(?:^x$).*\"},{\"key\":\"b\",\"pattern\":\".*(?:).*\"}]",
        translated("requirements", "[{\"key\":\"a\",\"allowedRegex\":\"^x$\"},{\"key\":\"b\"}]"));
    assertEquals("[\"**\",\"kernel.**\",\"a\"]", translated("globs", "[\"*\",\"kernel.*\",\"a\"]"));
    assertEquals(
        "[\"RuntimeDefault\",\"Localhost\",\"Unconfined\"]",
        translated(
            "profiles",
            "[\"runtime/default\",\"RuntimeDefault\",\"localhost/x\",\"localhost/y\",\"unconfined\"]"));
  }

  @Test
  void aFieldOfAListIsAListOfThatField() throws JsonProcessingException {
    String json = "{\"params\": {\"list\": [{\"a\": 1}, {\"b\": 2}, {\"a\": 3}]}}";
    assertEquals(List.of("x=[1,3]"), values("x=$params.list.a", json));
  }
}
