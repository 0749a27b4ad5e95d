package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A policy of the library needs no other policy of its module, so a profile compiles what it names.
 */
class PartOfModuleTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();

  @Test
  void theIndexKnowsThePoliciesOfEachModule() {
    var compiled =
        ENGINE.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow().policies();
    var ids = new ArrayList<String>();
    for (String module : StandardLibrary.modules()) {
      StandardLibrary.policies(module).forEach(policy -> ids.add(module + "/" + policy));
    }
    assertEquals(new TreeSet<>(compiled.stream().map(PolicyInfo::id).toList()), new TreeSet<>(ids));
    assertEquals(compiled.size(), ids.size());
  }

  /** One policy of each module at a time: whatever two of them need of each other shows. */
  @Test
  void everyPolicyCompilesWithoutTheOthersOfItsModule() {
    for (int i = 0; ; i++) {
      var chosen = new ArrayList<String>();
      for (String module : StandardLibrary.modules()) {
        List<String> policies = StandardLibrary.policies(module);
        if (i < policies.size()) {
          chosen.add(module + "/" + policies.get(i));
        }
      }
      if (chosen.isEmpty()) {
        return;
      }
      var modules = chosen.stream().map(id -> id.substring(0, id.indexOf('/'))).toList();
      var selection = new Selection(modules, chosen, Map.of());
      var compiled = ENGINE.compile(StandardLibrary.files(selection)).orThrow().policies();
      assertEquals(
          new TreeSet<>(chosen), new TreeSet<>(compiled.stream().map(PolicyInfo::id).toList()));
    }
  }
}
