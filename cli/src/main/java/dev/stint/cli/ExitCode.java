package dev.stint.cli;

/** What the exit codes of {@code stint} mean. */
final class ExitCode {
  static final int OK = 0;
  static final int JOB_FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int CONFLICT = 5;
  static final int UNREACHABLE = 6;
  static final int PLAN_HAS_CHANGES = 10;
  static final int TIMEOUT = 124;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
