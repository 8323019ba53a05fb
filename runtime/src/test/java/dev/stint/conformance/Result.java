package dev.stint.conformance;

/** What a run of a program shows to the outside. */
record Result(String out, String err, int status) {

  /** The first difference from what is expected, in words; empty if there is none. */
  String differenceFrom(Result expected) {
    if (status != expected.status) {
      return "status " + status + " instead of " + expected.status + "\n" + err + "\n" + out;
    }
    String stdout = difference("output", expected.out, out);
    return stdout.isEmpty() ? difference("error output", expected.err, err) : stdout;
  }

  private static String difference(String what, String expected, String actual) {
    if (expected.equals(actual)) {
      return "";
    }
    String[] e = expected.split("\n", -1);
    String[] a = actual.split("\n", -1);
    for (int i = 0; i < Math.max(e.length, a.length); i++) {
      String wanted = i < e.length ? e[i] : "(nothing)";
      String got = i < a.length ? a[i] : "(nothing)";
      if (!wanted.equals(got)) {
        return what + " line " + (i + 1) + " is\n  " + got + "\ninstead of\n  " + wanted;
      }
    }
    return what + " differs";
  }
}
