package dev.taffrail.report;

/**
 * The counts of a run.
 *
 * @param objects objects judged
 * @param policies policies applied
 * @param pass pairs of rule and object that passed
 * @param violations violations found
 * @param errors error outcomes, unreadable input included
 * @param waived violations that a waiver covers
 * @param notApplicable pairs of rule and object the rule does not apply to
 * @param notJudged policies that were not judged for want of data
 * @param skipped documents that are no Kubernetes objects
 * @param off violations and errors that were left out, since they are enforced as off
 */
public record Summary(
    int objects,
    int policies,
    int pass,
    int violations,
    int errors,
    int waived,
    int notApplicable,
    int notJudged,
    int skipped,
    int off) {}
