package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.finding.Framework;
import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The options of {@code taffrail check} and their help. */
final class CheckUsage {
  private CheckUsage() {}

  static CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail check [OPTIONS] PATH..."),
        "Judges Kubernetes manifests by policies and prints what it finds.",
        List.of(
            WordSpec.any(
                "PATH",
                "A file, a folder that is searched for .yaml, .yml and .json files, or - for standard"
                    + " input.")),
        all(policyOptions(), inventoryOptions(), reportOptions()),
        List.of(
            "",
            "Exit status:",
            "  0  nothing found, or nothing that is enforced as deny",
            "  1  violations",
            "  2  wrong usage, or a policy does not compile: nothing was judged",
            "  3  something could not be judged, whatever else was found",
            "",
            "Examples:",
            "  taffrail check examples/",
            "  helm template ./chart | taffrail check --policies pss.baseline -",
            "  taffrail check --policies policies/ --param 'registries=[ghcr.io/acme]' manifests/",
            "  taffrail check --summary cis,nsa manifests/",
            "  taffrail check --format sarif --output report.sarif --fail-on high manifests/"));
  }

  @SafeVarargs
  private static List<OptionSpec> all(List<OptionSpec>... lists) {
    return Arrays.stream(lists).flatMap(List::stream).toList();
  }

  static List<OptionSpec> policyOptions() {
    return List.of(
        OptionSpec.repeatable(
            "--policies",
            "WHAT",
            "A .rail file, a folder that is searched for them, or a profile or module of the"
                + " standard library such as pss.baseline. May be given several times. Without"
                + " it: "
                + StandardLibrary.DEFAULT_PROFILE
                + "."),
        Options.kubernetes(),
        OptionSpec.repeatable(
            "--schemas",
            "PATH",
            "A file or folder with CustomResourceDefinitions, whose custom resources are held"
                + " against them. May be given several times. Definitions among the manifests"
                + " are used anyway."),
        OptionSpec.repeatable(
            "--param",
            "NAME=VALUE",
            "The value of a parameter, read as YAML. NAME is the parameter, module/parameter or"
                + " policy-id.parameter. May be given several times; stronger than --params."),
        OptionSpec.repeatable(
            "--params", "FILE", "A YAML or JSON file that maps names of parameters to values."),
        OptionSpec.repeatable(
            "--waivers",
            "PATH",
            "Waivers: a YAML, JSON or .rail file, or a folder of them. May be given several"
                + " times."),
        OptionSpec.repeatable(
            "--enforcement", "PATH", "What is done about violations; files as for --waivers."),
        OptionSpec.single(
            "--date",
            "WHEN",
            "The time of the run, which decides whether waivers hold and is asOf in policies: a"
                + " day such as 2026-12-31, or a moment such as 2026-12-31T10:00Z. Without it:"
                + " now."),
        OptionSpec.single(
            "--evidence",
            "FILE",
            "Recorded answers of external functions. Without it, policies that call one are not"
                + " judged."));
  }

  static List<OptionSpec> inventoryOptions() {
    return List.of(
        OptionSpec.repeatable(
            "--inventory",
            "PATH",
            "Manifests that policies may look up and that are not judged themselves: a file, a"
                + " folder or -. May be given several times."),
        OptionSpec.repeatable(
            "--complete",
            "KIND,...",
            "Kinds of which nothing is missing from what is given, or all. Without it: those of"
                + " which there is at least one. May be given several times."),
        OptionSpec.single(
            "--pod-cidrs",
            "CIDR,...",
            "The addresses of pods, which policies ask for as kubernetes.podCidrs, such as"
                + " 10.244.0.0/16. Without it, asking is an error outcome."),
        OptionSpec.single(
            "--service-cidrs", "CIDR,...", "The same for Services and kubernetes.serviceCidrs."),
        OptionSpec.flag(
            "--strict",
            "A policy that is not judged, since it looks up a kind of which nothing is given,"
                + " makes the exit status 3."));
  }

  private static List<OptionSpec> reportOptions() {
    return List.of(
        OptionSpec.single(
            "--format",
            "FORMAT",
            "One of " + String.join(", ", ReportFormat.words()) + ". Without it: text."),
        OptionSpec.single(
            "--summary",
            "FRAMEWORK,...",
            "Say how it stands with each control of a framework: "
                + String.join(", ", Framework.names())
                + ". Without --policies, the policies of its profile are used. For the formats text"
                + " and json."),
        OptionSpec.single(
            "--output", "FILE", "Write the report to a file instead of standard output."),
        OptionSpec.single(
            "--fail-on",
            "SEVERITY",
            "Violations below it are printed but do not count for the exit status. One of "
                + severities()
                + ". Without it: info."),
        OptionSpec.flag("--quiet", "Findings only: no counts, no warnings."),
        OptionSpec.flag(
            "--verbose",
            "List what was skipped, and print policy, controls and path of each finding."),
        Options.noColor(),
        Options.help());
  }

  private static String severities() {
    return Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.joining(", "));
  }
}
