package dev.stint.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All runs of one program: plain, and under each torture, or how the engine failed to run it. */
final class ProgramRuns {
  private final Program program;
  private final Result plain;
  private final Map<Integer, RunReport> reports = new TreeMap<>();
  private final Map<Integer, Throwable> failures = new TreeMap<>();

  ProgramRuns(Program program, Result plain) {
    this.program = program;
    this.plain = plain;
  }

  Program program() {
    return program;
  }

  void ran(int torture, RunReport report) {
    reports.put(torture, report);
  }

  void failed(int torture, Throwable failure) {
    failures.put(torture, failure);
  }

  /** How the run under a torture differs from the plain one; empty if it does not. */
  String difference(int torture) {
    Throwable failure = failures.get(torture);
    if (failure != null) {
      return "the engine failed: " + failure;
    }
    RunReport report = reports.get(torture);
    return report == null ? "was not run" : report.result().differenceFrom(plain);
  }

  Throwable failure(int torture) {
    return failures.get(torture);
  }

  /** Each mark that torture at every safepoint did not bear out. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    RunReport report = reports.get(1);
    if (report == null) {
      return List.of("was not run");
    }
    for (Mark mark : program.marks()) {
      String violation = mark.violation(program, report.taken(), report.missed());
      if (!violation.isEmpty()) {
        violations.add(violation);
      }
    }
    return violations;
  }

  long freezes() {
    return reports.containsKey(1) ? reports.get(1).freezes() : 0;
  }

  long misses() {
    return reports.containsKey(1) ? reports.get(1).misses() : 0;
  }
}
