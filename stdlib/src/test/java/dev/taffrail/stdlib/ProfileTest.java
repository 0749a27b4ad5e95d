package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The profiles name policies and parameters that exist, and those of frameworks are complete. */
class ProfileTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();

  private static final List<PolicyInfo> POLICIES =
      ENGINE.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow().policies();

  @Test
  void everyProfileNamesWhatExists() {
    assertEquals(
        List.of("all", "cis", "nsa", "owasp", "pss.baseline", "pss.restricted", "recommended"),
        StandardLibrary.profiles().stream().map(Profile::name).toList());
    var known = new TreeSet<String>();
    for (PolicyInfo policy : POLICIES) {
      known.add(policy.id());
      known.add(policy.module() + "/*");
    }
    for (Profile profile : StandardLibrary.profiles()) {
      var unknown = new ArrayList<>(profile.policies());
      unknown.removeAll(known);
      assertEquals(List.of(), unknown, profile.name());
      assertFalse(profile.policies().isEmpty(), profile.name());
    }
  }

  @Test
  void theParametersOfProfilesExist() {
    for (Profile profile : StandardLibrary.profiles()) {
      var values =
          profile.parameters().entrySet().stream()
              .map(e -> ParameterValue.of(e.getKey(), e.getValue()))
              .toList();
      ENGINE.compile(List.of(), profile.selection().modules(), values).orThrow();
    }
  }

  @Test
  void allHasEveryModuleWithPolicies() {
    var modules = POLICIES.stream().map(PolicyInfo::module).distinct().toList();
    assertEquals(modules, profile("all").selection().modules());
  }

  @Test
  void theProfilesOfFrameworksAreComplete() {
    for (String framework : List.of("cis", "nsa", "owasp")) {
      assertEquals(
          POLICIES.stream()
              .filter(p -> p.controls().stream().anyMatch(c -> c.framework().equals(framework)))
              .map(PolicyInfo::id)
              .toList(),
          profile(framework).policies(),
          framework);
    }
  }

  @Test
  void aProfileLeavesOutWhatItDoesNotName() {
    var selection = profile("recommended").selection();
    assertTrue(selection.has("std.images/no-latest-tag"));
    assertTrue(selection.has("std.pss/no-host-pid"), "all of this module");
    assertFalse(selection.has("std.images/image-digest-required"));
    var whole = profile("pss.baseline").selection();
    assertTrue(whole.has("std.pss/no-host-pid"));
    assertFalse(whole.has("std.images/no-latest-tag"), "of another module");
  }

  private static Profile profile(String name) {
    return StandardLibrary.profiles().stream()
        .collect(Collectors.toMap(Profile::name, p -> p))
        .get(name);
  }
}
