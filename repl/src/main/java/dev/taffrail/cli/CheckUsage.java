package dev.taffrail.cli;

import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code taffrail check} and their help. */
final class CheckUsage {
  private CheckUsage() {}

  static CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail check");
    spec.addPositional(
        Options.paths()
            .description(
                "A file, a folder that is searched for .yaml, .yml and .json files, or - for standard"
                    + " input.")
            .build());
    policyOptions().forEach(spec::addOption);
    inventoryOptions().forEach(spec::addOption);
    reportOptions().forEach(spec::addOption);
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail check [OPTIONS] PATH...")
        .description("Judges Kubernetes manifests by policies and prints what it finds.")
        .footer(
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
            "  taffrail check --format sarif --output report.sarif --fail-on high manifests/");
    return spec;
  }

  static List<OptionSpec> policyOptions() {
    return List.of(
        Options.repeatable("--policies", "WHAT")
            .description(
                "A .rail file, a folder that is searched for them, or a profile or module of the"
                    + " standard library such as pss.baseline. May be given several times. Without"
                    + " it: "
                    + StandardLibrary.DEFAULT_PROFILE
                    + ".")
            .build(),
        Options.kubernetes(),
        Options.repeatable("--schemas", "PATH")
            .description(
                "A file or folder with CustomResourceDefinitions, whose custom resources are held"
                    + " against them. May be given several times. Definitions among the manifests"
                    + " are used anyway.")
            .build(),
        Options.repeatable("--param", "NAME=VALUE")
            .description(
                "The value of a parameter, read as YAML. NAME is the parameter, module/parameter or"
                    + " policy-id.parameter. May be given several times; stronger than --params.")
            .build(),
        Options.repeatable("--params", "FILE")
            .description("A YAML or JSON file that maps names of parameters to values.")
            .build(),
        Options.repeatable("--waivers", "PATH")
            .description(
                "Waivers: a YAML, JSON or .rail file, or a folder of them. May be given several"
                    + " times.")
            .build(),
        Options.repeatable("--enforcement", "PATH")
            .description("What is done about violations; files as for --waivers.")
            .build(),
        Options.single("--date", "WHEN")
            .description(
                "The time of the run, which decides whether waivers hold and is asOf in policies: a"
                    + " day such as 2026-12-31, or a moment such as 2026-12-31T10:00Z. Without it:"
                    + " now.")
            .build(),
        Options.single("--evidence", "FILE")
            .description(
                "Recorded answers of external functions. Without it, policies that call one are not"
                    + " judged.")
            .build());
  }

  static List<OptionSpec> inventoryOptions() {
    return List.of(
        Options.repeatable("--inventory", "PATH")
            .description(
                "Manifests that policies may look up and that are not judged themselves: a file, a"
                    + " folder or -. May be given several times.")
            .build(),
        Options.repeatable("--complete", "KIND,...")
            .description(
                "Kinds of which nothing is missing from what is given, or all. Without it: those of"
                    + " which there is at least one. May be given several times.")
            .build(),
        Options.single("--pod-cidrs", "CIDR,...")
            .description(
                "The addresses of pods, which policies ask for as kubernetes.podCidrs, such as"
                    + " 10.244.0.0/16. Without it, asking is an error outcome.")
            .build(),
        Options.single("--service-cidrs", "CIDR,...")
            .description("The same for Services and kubernetes.serviceCidrs.")
            .build(),
        OptionSpec.builder("--strict")
            .description(
                "A policy that is not judged, since it looks up a kind of which nothing is given,"
                    + " makes the exit status 3.")
            .build());
  }

  private static List<OptionSpec> reportOptions() {
    return List.of(
        Options.single("--format", "FORMAT")
            .description(
                "One of " + String.join(", ", ReportFormat.words()) + ". Without it: text.")
            .build(),
        Options.single("--output", "FILE")
            .description("Write the report to a file instead of standard output.")
            .build(),
        Options.single("--fail-on", "SEVERITY")
            .description(
                "Violations below it are printed but do not count for the exit status. One of "
                    + severities()
                    + ". Without it: info.")
            .build(),
        OptionSpec.builder("--quiet").description("Findings only: no counts, no warnings.").build(),
        OptionSpec.builder("--verbose")
            .description(
                "List what was skipped, and print policy, controls and path of each finding.")
            .build(),
        Options.noColor());
  }

  private static String severities() {
    return Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.joining(", "));
  }
}
