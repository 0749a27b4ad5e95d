package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.Compilation;
import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final String TITLES = "source,check,fails,passes,parameters\n";

  @Test
  void patternsNamePoliciesRulesAndModules() {
    var policy = Pattern.of("std.pss/no-host-namespaces");
    assertTrue(policy.matches("std.pss/no-host-namespaces", Optional.of("pid")));
    assertFalse(policy.matches("std.pss/no-host-ports", Optional.empty()));

    var rule = Pattern.of("std.pss/no-host-namespaces/pid");
    assertTrue(rule.matches("std.pss/no-host-namespaces", Optional.of("pid")));
    assertFalse(rule.matches("std.pss/no-host-namespaces", Optional.of("ipc")));

    var module = Pattern.of("std.pss/*");
    assertTrue(module.matches("std.pss/no-host-ports", Optional.empty()));
    assertFalse(module.matches("std.psst/no-host-ports", Optional.empty()));
    assertEquals("std.pss", module.module());
  }

  @Test
  void withoutPassesTheSamePoliciesMustPass() {
    var row =
        (Mapping.Row)
            Mapping.of(TITLES + "tool,check,std.a/x std.b/y,,k=v\n").of("tool", "check").get();
    assertEquals(row.fails(), row.passes());
    assertEquals(List.of("std.a", "std.b"), row.fails().stream().map(Pattern::module).toList());
    assertEquals(List.of(new Parameter("k", "v")), row.parameters());
  }

  @Test
  void aCheckWithoutPoliciesSaysWhy() {
    var mapping = Mapping.of(TITLES + "tool,a,not yet: x y,,\ntool,b,excluded: no verdict,,\n");
    assertEquals(new Mapping.NotYet("x y"), mapping.of("tool", "a").get());
    assertEquals(new Mapping.Excluded("no verdict"), mapping.of("tool", "b").get());
  }

  @Test
  void aCheckWithoutRowHasThatOfItsControl() {
    var mapping =
        Mapping.of(TITLES + "tool,C-1,std.a/x,,\ntool,C-2,std.a/y,,\ntool,own,std.a/z,,\n");
    assertEquals("std.a/y", fails(mapping, "unknown"));
    assertEquals("std.a/z", fails(mapping, "own"));
  }

  private static String fails(Mapping mapping, String check) {
    var json = new ObjectMapper();
    var expected = json.createObjectNode().put("source", "tool").put("check", check);
    var checks = json.createObjectNode();
    var controls = checks.putObject(check).putArray("controls");
    controls.addObject().put("id", "C-0");
    controls.addObject().put("id", "C-2");
    var row = (Mapping.Row) mapping.of(Case.of(expected, checks)).orElseThrow();
    return row.fails().getFirst().text();
  }

  @Test
  void mistakesInTheTableAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Mapping.of(TITLES + "tool,check,std.a/x\n"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Mapping.of(TITLES + "tool,check,std.a/x,,\ntool,check,std.a/y,,\n"));
  }

  /** A policy that was renamed would turn its checks into agreement about nothing. */
  @Test
  void everyPatternNamesSomething() {
    var engine = PolicyEngine.builder().library(StandardLibrary.files()).build();
    var known = new TreeSet<String>();
    engine
        .compile(List.of(), StandardLibrary.modules(), List.of())
        .orThrow()
        .policies()
        .forEach(
            policy -> {
              known.add(policy.id());
              known.add(policy.id().substring(0, policy.id().indexOf('/')) + "/*");
              policy.rules().forEach(rule -> known.add(policy.id() + "/" + rule));
            });
    var unknown = new TreeSet<String>();
    Mapping.bundled().patterns().map(Pattern::text).forEach(unknown::add);
    unknown.removeAll(known);
    assertEquals(new TreeSet<>(), unknown);
  }

  /** A parameter that was renamed would stop the command, or make a case about something else. */
  @Test
  void parametersOfEveryLineFit() {
    var engine = PolicyEngine.builder().library(StandardLibrary.files()).build();
    var nothing = new Case.Fields(new ObjectMapper().createObjectNode());
    var compiled = new HashMap<List<String>, PolicySet>();
    var mistakes = new TreeSet<String>();
    Mapping.bundled()
        .entries()
        .forEach(
            (check, entry) -> {
              if (entry instanceof Mapping.Row row && !row.parameters().isEmpty()) {
                var latest = new LinkedHashMap<String, ParameterValue>();
                row.parameters().stream()
                    .filter(p -> !p.name().equals(Judge.KUBERNETES))
                    .filter(p -> !p.name().equals(ExemptNames.PARAMETER))
                    .flatMap(p -> p.in(nothing).stream())
                    .forEach(value -> latest.put(value.name(), value));
                var bound =
                    compiled
                        .computeIfAbsent(
                            modules(row),
                            names -> engine.compile(List.of(), names, List.of()).orThrow())
                        .bind(List.copyOf(latest.values()));
                if (bound instanceof Compilation.Rejected rejected) {
                  mistakes.add(check + ": " + rejected.diagnostics().getFirst().message());
                }
              }
            });
    assertEquals(new TreeSet<>(), mistakes);
  }

  private static List<String> modules(Mapping.Row row) {
    return Stream.concat(row.fails().stream(), row.passes().stream())
        .map(Pattern::module)
        .distinct()
        .sorted()
        .toList();
  }
}
