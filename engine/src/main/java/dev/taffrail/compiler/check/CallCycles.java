package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds functions and module lets that need themselves; without them every program ends. */
final class CallCycles {
  private record Call(GlobalId target, Span span) {}

  private final Map<GlobalId, List<Call>> calls = new LinkedHashMap<>();
  private final Set<GlobalId> done = new LinkedHashSet<>();
  private final List<GlobalId> path = new ArrayList<>();
  private final Globals globals;
  private final DiagnosticSink diagnostics;

  private CallCycles(Globals globals, DiagnosticSink diagnostics) {
    this.globals = globals;
    this.diagnostics = diagnostics;
  }

  static void report(
      Map<GlobalId, IrFunction> functions,
      Map<GlobalId, IrFunction> values,
      Map<GlobalId, IrIndex> indexes,
      Globals globals,
      DiagnosticSink diagnostics) {
    var search = new CallCycles(globals, diagnostics);
    var all = new TreeMap<GlobalId, List<Call>>(Comparator.comparing(GlobalId::toString));
    functions.forEach((id, f) -> all.put(id, callsIn(IrWalk.expressionsOf(f))));
    values.forEach((id, v) -> all.put(id, callsIn(IrWalk.expressionsOf(v))));
    indexes.forEach((id, i) -> all.put(id, callsIn(IrWalk.expressionsOf(i))));
    search.calls.putAll(all);
    search.calls.keySet().forEach(search::visit);
  }

  private static List<Call> callsIn(List<IrExpr> expressions) {
    var found = new ArrayList<Call>();
    for (IrExpr expression : expressions) {
      IrWalk.any(
          expression,
          e -> {
            switch (e) {
              case IrExpr.CallFunction call -> found.add(new Call(call.function(), call.span()));
              case IrExpr.LookUp look -> found.add(new Call(look.index(), look.span()));
              case IrExpr.ModuleValue value -> found.add(new Call(value.id(), value.span()));
              default -> {}
            }
            return false;
          });
    }
    return found;
  }

  private void visit(GlobalId id) {
    if (done.contains(id)) {
      return;
    }
    path.add(id);
    for (Call call : calls.getOrDefault(id, List.of())) {
      int at = path.indexOf(call.target());
      if (at >= 0) {
        cycle(path.subList(at, path.size()), call);
      } else {
        visit(call.target());
      }
    }
    path.remove(path.size() - 1);
    done.add(id);
  }

  private void cycle(List<GlobalId> cycle, Call back) {
    GlobalId first = cycle.get(0);
    var chain = new ArrayList<>(cycle.stream().map(GlobalId::name).toList());
    chain.add(first.name());
    Span name =
        globals
            .function(first.module(), first.name())
            .map(FunctionSignature::span)
            .orElse(back.span());
    diagnostics.report(TypeDiagnostics.callsItself(name, back.span(), first.name(), chain));
    done.addAll(cycle);
  }
}
